// What the page side does for the working day: tells the background which records it shows, and draws what is done or put off quietly.

import type { Host } from "./host";
import type { Card, Mark, Standing } from "./protocol";
import type { Entry, Records } from "./records";

export interface DaySource {
  host: Host;
  records: Records;
  /** Something has changed that is to be drawn and told to the panel. */
  changed: () => void;
  /** Has the page read anew. */
  again: () => void;
  say: (key: string, ...args: string[]) => string;
}

export class Day {
  /** Grows with every change, for the panel. */
  count = 0;
  #standing: Standing = { done: [], snoozed: {}, asked: [] };
  #told = "";
  #looked: string | null = null;
  #marked: string[] = [];
  /** Who has been asked just now: the message can be copied again until the agent turns to another record. */
  #asking: string | null = null;
  readonly #quiet = new WeakMap<Entry, Entry>();

  constructor(private readonly source: DaySource) {}

  /** The records have been read: what is new is told. `anew`: the day has changed elsewhere. */
  async seen(anew = false): Promise<void> {
    const { records, host, changed, again } = this.source;
    const rows = records.cards().filter((card) => card.level !== "safe" || dueOf(card)).map((card) => rowOf(card, records.plan?.platform ?? null));
    const shown = new Set(rows.map((row) => row.key));
    const safe = records.entries.map((entry) => entry.mark.key).filter((key) => !shown.has(key));
    const told = JSON.stringify([rows, safe]);
    if ((told === this.#told && !anew) || rows.length + safe.length === 0) return;
    this.#told = told;
    const standing = await host.day({ kind: "day.seen", rows, safe }).catch(() => null);
    if (!isStanding(standing)) return;
    const asked = standing.asked.filter((key) => !records.asked.includes(key) && key !== this.#asking);
    this.#standing = standing;
    this.count++;
    records.asked.push(...asked);
    changed();
    // Whoever has been asked once is not asked again.
    if (asked.length > 0) again();
  }

  isQuiet(key: string): boolean {
    return this.#isDone(key) || this.#isLater(key);
  }

  /** What is to be drawn of a marked record: itself, or its quiet form. */
  drawn(entry: Entry): Entry {
    const [done, later] = [this.#isDone(entry.mark.key), this.#isLater(entry.mark.key)];
    if (!done && !later) return entry;
    const level = (done ? "done" : "later") as Mark["level"];
    const known = this.#quiet.get(entry);
    if (known?.mark.level === level) return known;
    const label = this.source.say(done ? "page_done_label" : "page_later_label", entry.mark.label);
    const mark: Mark = { ...entry.mark, level, badge: " ", label };
    const quiet = { ...entry, mark, highlights: [] };
    this.#quiet.set(entry, quiet);
    return quiet;
  }

  #isDone(key: string): boolean {
    return this.#standing.done.includes(key);
  }

  #isLater(key: string): boolean {
    return (this.#standing.snoozed[key] ?? 0) > Date.now();
  }

  /** Carries out a command of the page's own keys; answers what is said, or throws what could not be kept. */
  async mark(key: string | undefined, id: string): Promise<string> {
    const undo = id === "record.undo" || (key !== undefined && id === "record.done" && this.#isDone(key));
    const whom = id === "record.undo" ? this.#marked.pop() : key;
    if (whom === undefined) return "";
    await this.source.host.day({ kind: "day.mark", key: whom, as: undo ? "open" : id.slice("record.".length) });
    if (!undo) this.#marked.push(whom);
    await this.seen(true);
    return this.source.say(undo ? "page_open_again" : id === "record.done" ? "page_done" : "page_later");
  }

  get canUndo(): boolean {
    return this.#marked.length > 0;
  }

  looked(key: string): void {
    if (this.#looked === key) return;
    this.#looked = key;
    this.#note(key, "looked");
    if (this.#asking === null || this.#asking === key) return;
    this.source.records.asked.push(this.#asking);
    this.#asking = null;
    this.source.again();
  }

  copied(key: string, advice: string): void {
    this.#note(key, "copied");
    if (advice !== "ask_reason_change") return;
    this.#asking = key;
    this.#note(key, "asked");
  }

  inserted(key: string): void {
    this.#note(key, "inserted");
  }

  #note(key: string, what: string): void {
    this.source.host.day({ kind: "day.note", key, what }).catch(() => undefined);
  }

  /** Whoever pauses or leaves is told everything again later. */
  forget(): void {
    this.#told = "";
  }
}

type Due = { at?: string; at_ms: number; source?: string; text?: string };
type Wide = Card & { score?: number; id?: string; ids?: Record<string, string | null>; reason?: { raw?: string }; goods?: string | null; amount?: string | null; deadline?: Due | null; review?: { stars_text?: string; reply_by?: Due | null } };

const dueOf = (card: Card): Due | null => (card as Wide).deadline ?? (card as Wide).review?.reply_by ?? null;

/** What other pages of this session may show of a record: none of the buyer's words. A countdown is read anew each time; whole minutes do. */
function rowOf(card: Card, platform: string | null): { key: string } {
  const { key, level, score, id, ids, reason, goods, amount, review } = card as Wide;
  const numbers = [...new Set([id, ...Object.values(ids ?? {})].filter((it) => it))];
  const due = dueOf(card);
  return {
    key, kind: review ? "review" : "refund", platform, level, score: score ?? 0, ids: numbers, reason: review?.stars_text ?? reason?.raw ?? "",
    goods: goods ?? "", amount: amount ?? "", ...(due ? { due: { ...due, at_ms: Math.round(due.at_ms / 60_000) * 60_000, at: due.at?.replace(/T(\d\d:\d\d):\d\d(\.\d+)?/, "T$1:00") ?? "" } } : {}),
  } as { key: string };
}

function isStanding(answer: unknown): answer is Standing {
  const it = answer as Partial<Standing> | null;
  return typeof it === "object" && it !== null && Array.isArray(it.done) && Array.isArray(it.asked) && typeof it.snoozed === "object";
}
