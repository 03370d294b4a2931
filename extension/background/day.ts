// The working day: what was seen in this browser session, what is done or put off, who has been asked, what was promised, what was counted.
// What was seen lies in the session's memory and is gone with it. What outlives it are salted hashes, moments and counts: docs/protocol.md, section 7.

import { dateOf, isObject, type Kept, type Stored, storedOf } from "./day-stored";
import { type Area, type Items } from "./store";

export interface Row {
  key: string;
  platform?: string | null;
  [name: string]: unknown;
}
/** What a page is told of the records it shows. */
export type Standing = { done: string[]; snoozed: Record<string, number>; asked: string[] };
export type As = "done" | "open" | "hour" | "hours" | "tomorrow";
export type Noted = "looked" | "copied" | "asked" | "inserted";

export const ITEM = "day";
const SEEN = "seen";
const LOOKED = "looked";
const REMINDED = "reminded";
const HOUR = 3_600_000;
const MOST_KEPT = 3000;
const MOST_ROWS = 600;
const MOST_PROMISES = 200;
const MOST_TEXT = 120;

export class Day {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly local: Area,
    private readonly session: Area,
    /** A name for a key that only this installation can make. */
    private readonly hash: (key: string) => Promise<string>,
    private readonly now: () => number,
  ) {}

  /** What a page shows: takes the place of what was known of these records. `safe` are the keys of those that need no look. */
  seen(rows: readonly Row[], safe: readonly string[], from: { tab?: number | undefined; frame?: number | undefined }): Promise<Standing> {
    return this.#inTurn(async () => {
      const known = await this.#seen();
      for (const key of safe) delete known[key];
      const mine: Record<string, Row> = {};
      for (const row of rows.slice(0, MOST_ROWS)) {
        if (!isRow(row)) continue;
        const hash = (known[row.key]?.["hash"] as string | undefined) ?? (await this.hash(row.key));
        delete known[row.key];
        mine[row.key] = { ...cut(row), hash, tab: from.tab, frame: from.frame };
      }
      // The oldest go first.
      const all = Object.entries(known).concat(Object.entries(mine)).slice(-MOST_ROWS);
      await this.session.set({ [SEEN]: Object.fromEntries(all) });
      const { kept } = await this.#stored();
      const told: Standing = { done: [], snoozed: {}, asked: [] };
      for (const row of Object.values(mine)) {
        const it = kept[row["hash"] as string];
        if (it?.done) told.done.push(row.key);
        else if (it?.until && it.until > this.now()) told.snoozed[row.key] = it.until;
        if (it?.asked) told.asked.push(row.key);
      }
      return told;
    });
  }

  /** All that the panel shows of the day. */
  read(): Promise<Items> {
    return this.#inTurn(async () => {
      const [seen, { kept, promises, tally }] = await Promise.all([this.#seen(), this.#stored()]);
      const [done, snoozed]: Record<string, number>[] = [{}, {}];
      const keys = new Map<unknown, string>();
      const rows = Object.values(seen).map(({ hash, tab: _, frame: __, ...row }) => {
        const it = kept[hash as string];
        keys.set(hash, row.key);
        if (it?.done) (done as Record<string, number>)[row.key] = it.done;
        else if (it?.until) (snoozed as Record<string, number>)[row.key] = it.until;
        return row;
      });
      return { rows, done, snoozed, promises: promises.map((it) => ({ ...it, key: keys.get(it.id) ?? null })), tally };
    });
  }

  mark(key: string, as: As): Promise<void> {
    return this.#change(key, (it, { tally }) => {
      const was = it.done !== undefined;
      delete it.done;
      delete it.until;
      if (as === "done") it.done = this.now();
      else if (as !== "open") it.until = until(as, this.now());
      if (as === "done" && !was) tally.done++;
      else if (as === "open" && was) tally.done = Math.max(0, tally.done - 1);
    });
  }

  /** Counts, and remembers whom the agent has asked for another reason. */
  async note(key: string, what: Noted): Promise<void> {
    if (what === "looked" && !(await this.#inTurn(() => this.#firstLook(key)))) return;
    await this.#change(key, (it, { tally }) => {
      if (what === "asked") it.asked = this.now();
      else tally[what]++;
    });
  }

  /** A copied message promises something until `at`. */
  async promise(key: string, at: number): Promise<void> {
    const id = await this.hash(key);
    const platform = /^([a-z0-9_]+):/.exec(key)?.[1] ?? null;
    await this.#change(null, (_, stored) => {
      stored.promises = [...stored.promises.filter((it) => it.id !== id), { id, platform, at }].slice(-MOST_PROMISES);
    });
  }

  keptPromise(id: string): Promise<void> {
    return this.#change(null, (_, stored) => void (stored.promises = stored.promises.filter((it) => it.id !== id)));
  }

  /** How many promises are near their time or past it, where one of them is so for the first time in this browser session; else none. */
  remind(): Promise<number> {
    return this.#inTurn(async () => {
      const near = (await this.#stored()).promises.filter((it) => it.at - this.now() < HOUR);
      const states = near.map((it) => `${it.id} ${it.at} ${it.at < this.now() ? "over" : "near"}`);
      const told = (await this.session.get(REMINDED))[REMINDED];
      const known: readonly unknown[] = Array.isArray(told) ? told : [];
      if (states.every((it) => known.includes(it))) return 0;
      await this.session.set({ [REMINDED]: states });
      return near.length;
    });
  }

  /** Where a record was seen. */
  async place(key: string): Promise<{ tab: number; frame: number } | null> {
    const row = (await this.#seen())[key];
    return typeof row?.["tab"] === "number" ? { tab: row["tab"], frame: Number(row["frame"] ?? 0) } : null;
  }

  /** One after the other, so that two windows lose nothing. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  #change(key: string | null, change: (it: Kept, stored: Stored) => void): Promise<void> {
    return this.#inTurn(async () => {
      const stored = await this.#stored();
      const hash = key === null ? null : await this.hash(key);
      const it: Kept = (hash !== null && stored.kept[hash]) || {};
      change(it, stored);
      if (hash !== null) {
        delete stored.kept[hash];
        if (Object.keys(it).length > 0) stored.kept[hash] = it;
      }
      stored.kept = Object.fromEntries(Object.entries(stored.kept).slice(-MOST_KEPT));
      await this.local.set({ [ITEM]: stored });
    });
  }

  async #firstLook(key: string): Promise<boolean> {
    const date = dateOf(this.now());
    const kept = (await this.session.get(LOOKED))[LOOKED] as { date?: string; keys?: string[] } | undefined;
    const keys = kept?.date === date && Array.isArray(kept.keys) ? kept.keys : [];
    if (keys.includes(key)) return false;
    await this.session.set({ [LOOKED]: { date, keys: [...keys, key].slice(-MOST_KEPT) } });
    return true;
  }

  async #seen(): Promise<Record<string, Row>> {
    return { ...((await this.session.get(SEEN))[SEEN] as Record<string, Row> | undefined) };
  }

  async #stored(): Promise<Stored> {
    return storedOf((await this.local.get(ITEM))[ITEM], this.now());
  }
}

/** When something put off comes back, by this machine's clock. */
export function until(as: "hour" | "hours" | "tomorrow", now: number): number {
  if (as !== "tomorrow") return now + (as === "hour" ? 1 : 4) * HOUR;
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 9).getTime();
}

const isRow = (row: unknown): row is Row => {
  const { key, level } = (isObject(row) ? row : {}) as Partial<Row>;
  return typeof key === "string" && key.length <= MOST_TEXT && typeof level === "string";
};

/** No text longer than a list needs. */
function cut(row: Row): Row {
  const short = (value: unknown): unknown => (typeof value === "string" ? value.slice(0, MOST_TEXT) : Array.isArray(value) ? value.slice(0, 4).map(short) : value);
  const fields = ["key", "kind", "platform", "level", "score", "ids", "reason", "goods", "amount", "due"];
  return Object.fromEntries(fields.filter((name) => name in row).map((name) => [name, short(row[name])])) as Row;
}
