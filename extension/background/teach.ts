// Teaching on a site where nothing of ours runs yet: the popup asks the browser for that one host, and closes while the browser asks the person.
// What was wanted waits here, until the permission is there or the wish is old.

const KEY = "teach-wanted";
/** A person may read the browser's question for so long. */
const WAITS_MS = 120_000;

type Wanted = { tab: number; origin: string; at: number };

/** Where wishes wait: memory of the browser's session, never on disk. */
export interface Waiting {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface Tabs {
  /** Rejects where nobody listens in the tab. */
  tell(tab: number, message: object): Promise<unknown>;
  inject(tab: number): Promise<unknown>;
}

export class TeachWish {
  constructor(private readonly waiting: Waiting, private readonly tabs: Tabs, private readonly now: () => number) {}

  /** The popup is about to ask the browser. */
  async wish(tab: number, origin: string): Promise<void> {
    await this.waiting.set({ [KEY]: { tab, origin, at: this.now() } satisfies Wanted });
  }

  /** The person has allowed `patterns`; starts teaching where that was wanted. */
  async allowed(patterns: readonly string[]): Promise<void> {
    const wanted = (await this.waiting.get(KEY))[KEY] as Wanted | undefined;
    if (!wanted || !patterns.includes(`${wanted.origin}/*`)) return;
    await this.waiting.remove(KEY);
    if (this.now() - wanted.at <= WAITS_MS) await this.begin(wanted.tab);
  }

  /** Starts teaching in a tab that we may read; a page that was open before has no script of ours yet. */
  async begin(tab: number): Promise<void> {
    const command = { kind: "command", id: "page.teach" };
    try {
      if ((await this.tabs.tell(tab, command)) === true) return;
    } catch {
      // Nobody is there.
    }
    await this.tabs.inject(tab);
    await this.tabs.tell(tab, command);
  }
}
