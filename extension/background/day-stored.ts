// What is kept of the day on the disk: salted hashes, moments and counts. What has expired or is broken is not taken over.

export type Kept = { done?: number; until?: number; asked?: number };
export type Promised = { id: string; platform: string | null; at: number };
export type Tally = { looked: number; done: number; copied: number; inserted: number };
export type Stored = { kept: Record<string, Kept>; promises: Promised[]; tally: Tally & { date: string } };

const DAY = 24 * 3_600_000;
/** A refund that nobody thinks of after so long is closed. */
const KEEP = 30 * DAY;
/** A promise that is long over reminds of nothing. */
const PROMISE_OVER = 7 * DAY;

/** What was found in the storage, without what has expired; a broken item is begun anew. */
export function storedOf(item: unknown, now: number): Stored {
  const found = item as Partial<Stored> | undefined;
  const fresh = (at: number | undefined, to: number): boolean => typeof at === "number" && at > now - to && at < now + KEEP;
  const kept: Record<string, Kept> = {};
  for (const [hash, it] of Object.entries(isObject(found?.kept) ? found.kept : {})) {
    if (!isObject(it)) continue;
    const still: Kept = {};
    if (fresh(it.done, KEEP)) still.done = it.done as number;
    if (fresh(it.asked, KEEP)) still.asked = it.asked as number;
    if (fresh(it.until, 0)) still.until = it.until as number;
    if (Object.keys(still).length > 0) kept[hash] = still;
  }
  const promises = (Array.isArray(found?.promises) ? found.promises : []).filter((it) => isObject(it) && typeof it.id === "string" && fresh(it.at, PROMISE_OVER));
  const tally = isObject(found?.tally) && found.tally.date === dateOf(now) ? found.tally : { date: dateOf(now), looked: 0, done: 0, copied: 0, inserted: 0 };
  return { kept, promises, tally };
}

export function dateOf(now: number): string {
  const date = new Date(now);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

export const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);
