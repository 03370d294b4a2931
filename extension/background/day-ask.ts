// Which questions about the working day may be asked by whom. A page is told only of the records that it shows itself.

import type { As, Day, Noted, Row } from "./day";
import type { Items } from "./store";

const AS: readonly unknown[] = ["done", "open", "hour", "hours", "tomorrow"];
const NOTED: readonly unknown[] = ["looked", "copied", "asked", "inserted"];
const MOST_KEY = 120;
const isKey = (key: unknown): key is string => typeof key === "string" && key.length > 0 && key.length <= MOST_KEY;

/** What is needed of the browser's tabs; the demo shop, which has none, reads this file, too. */
export interface Tabs {
  sendMessage(tab: number, message: object, options: { frameId: number }): Promise<unknown>;
  update(tab: number, change: { active: boolean }): Promise<{ windowId: number } | undefined>;
  focusWindow(id: number): Promise<unknown>;
}

/** From a content script; null for what it may not ask. */
export function askedByPage(day: Day, message: Items, from: { tab?: number | undefined; frame?: number | undefined }): Promise<unknown> | null {
  const { kind, rows, safe, key, as, what } = message;
  if (kind === "day.seen" && Array.isArray(rows) && Array.isArray(safe)) return day.seen(rows as Row[], safe.filter(isKey), from);
  if (kind === "day.mark" && isKey(key) && AS.includes(as)) return day.mark(key, as as As);
  if (kind === "day.remind") return day.remind();
  if (kind === "day.note" && isKey(key) && NOTED.includes(what)) return day.note(key, what as Noted);
  return null;
}

/** From our own pages: the answer is the day as it is then. */
export function askedByPanel(day: Day, message: Items): Promise<unknown> | null {
  const { kind, key, as, at, id } = message;
  const after = (change: Promise<void>): Promise<unknown> => change.then(() => day.read());
  if (kind === "day.read") return day.read();
  if (kind === "day.mark" && isKey(key) && AS.includes(as)) return after(day.mark(key, as as As));
  if (kind === "day.promise" && isKey(key) && typeof at === "number" && Number.isFinite(at)) return after(day.promise(key, at));
  if (kind === "day.kept" && typeof id === "string") return after(day.keptPromise(id));
  return null;
}

/** Shows a record in the tab where it was seen; false where no open page has it now. */
export async function goTo(day: Day, key: unknown, tabs: Tabs): Promise<boolean> {
  const place = isKey(key) ? await day.place(key) : null;
  if (!place) return false;
  const there: unknown = await tabs.sendMessage(place.tab, { kind: "go", key }, { frameId: place.frame }).catch(() => false);
  if (there !== true) return false;
  const tab = await tabs.update(place.tab, { active: true });
  if (tab?.windowId !== undefined) await tabs.focusWindow(tab.windowId).catch(() => undefined);
  return true;
}
