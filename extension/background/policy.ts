// What a team lead has set by policy. After its start Chromium may take minutes to answer (three, measured in 140; the extension's whole start
// hung on it), and some builds of Edge never do (MicrosoftEdge-Extensions issue 299). Nobody waits for that: what was said last holds until then.

import type { Area, Items } from "./store";

/** Where the last answer is kept, on this machine only. */
const LAST = "policy";
const PATIENCE_MS = 250;

export class Policy {
  /** A question that was not waited for to the end. */
  #open: Promise<Items> | null = null;

  constructor(
    private readonly managed: Pick<Area, "get"> | undefined,
    private readonly local: Area,
    /** The policy came late and is another than the one that held. */
    private readonly changed: () => void,
  ) {}

  async get(): Promise<Items> {
    if (!this.managed) return {};
    if (this.#open) return this.#last();
    const question = this.#ask(this.managed);
    const answer = await inTime(question);
    if (answer) return answer.items;
    this.#open = question.then(({ items, news }) => {
      this.#open = null;
      if (news) this.changed();
      return items;
    });
    return this.#last();
  }

  async #ask(managed: Pick<Area, "get">): Promise<{ items: Items; news: boolean }> {
    // Firefox refuses where no policy is set.
    const items = itemsOf(await managed.get(null).catch(() => null));
    const news = JSON.stringify(items) !== JSON.stringify(await this.#last());
    if (news) await (Object.keys(items).length > 0 ? this.local.set({ [LAST]: items }) : this.local.remove([LAST])).catch(() => undefined);
    return { items, news };
  }

  async #last(): Promise<Items> {
    const { [LAST]: last } = await this.local.get(LAST).catch((): Items => ({}));
    return itemsOf(last);
  }
}

/** A policy is an object by name; whatever else somebody hands over is none. */
function itemsOf(policy: unknown): Items {
  return typeof policy === "object" && policy !== null && !Array.isArray(policy) ? (policy as Items) : {};
}

function inTime<T>(question: Promise<T>): Promise<T | null> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => done(null), PATIENCE_MS);
    question.finally(() => clearTimeout(timer)).then(done, failed);
  });
}
