// What the extension says about the page, and how it is compared with the truth.

import { type Driver, until } from "./driver.ts";
import type { TruthRecord } from "./kits.ts";

export interface ReportRecord {
  readonly id: string;
  readonly ids: readonly string[];
  readonly key: string;
  readonly level: string | null;
  readonly advice: readonly string[];
}
export interface ReportScore {
  readonly label: string;
  readonly metric: string;
  readonly value: string | null;
  readonly unit: string;
  readonly count: number | { readonly min: number; readonly max: number | null } | null;
  readonly window: number | null;
  readonly state: string;
}
export interface Report {
  readonly page: string;
  readonly platform: string | null;
  readonly read: number;
  readonly total: number | null;
  readonly unreadable: number;
  readonly unknown_columns: readonly string[];
  readonly records: readonly ReportRecord[];
  readonly scores: readonly ReportScore[];
  readonly notices: readonly { readonly kind: string; readonly text: string }[];
  readonly paused: boolean;
}

/** The report of the tab, null while no content script answers. */
export function report(driver: Driver): Promise<Report | null> {
  return driver.extension<Report | null>("chrome.tabs.sendMessage(tab, { kind: 'report' }, { frameId: 0 }).catch(() => null)");
}

/** Waits for a report that satisfies the test. */
export function reported(driver: Driver, what: string, satisfies: (report: Report) => boolean): Promise<Report> {
  return until(what, async () => {
    const answer = await report(driver);
    if (answer && satisfies(answer)) return answer;
    throw new Error(`the report is ${JSON.stringify(answer)?.slice(0, 600)}`);
  });
}

/** A page whose report has stayed the same for so long has come to rest. */
const REST_MS = 400;

// A long report is compared by its digest: carrying it over each time would cost more than the page's own work.
const DIGEST = `chrome.tabs.sendMessage(tab, { kind: 'report' }, { frameId: 0 }).catch(() => null).then((report) => {
  const text = JSON.stringify(report);
  let sum = 7;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) | 0;
  globalThis.lastReport = report;
  return report && text.length + ':' + sum;
})`;

/** Waits until the report stays the same for a while: the page has come to rest and has been read. */
export async function settled(driver: Driver): Promise<Report> {
  let before: string | null = null;
  let since = Date.now();
  let same = 0;
  await until("a report that stays", async () => {
    const now = await driver.extension<string | null>(DIGEST);
    same = now !== null && now === before ? same + 1 : 0;
    if (same === 0) since = Date.now();
    before = now;
    return same >= 4 && Date.now() - since >= REST_MS;
  }, 60_000);
  return driver.extension<Report>("globalThis.lastReport");
}

/** Shares of what was read that is true, and of what is true that was read. Records are known by their numbers. */
export function compare(read: readonly ReportRecord[], truth: readonly TruthRecord[]): { precision: number; recall: number; lost: string[]; wrong: string[] } {
  const open = new Map<string, number>();
  for (const record of truth) count(open, name(record.order, record.refund), 1);
  const wrong: string[] = [];
  for (const record of read) {
    const match = [...open.keys()].find((it) => (open.get(it) ?? 0) > 0 && fits(record, it));
    if (match === undefined) wrong.push(record.ids.join("+"));
    else count(open, match, -1);
  }
  const lost = [...open].flatMap(([id, times]) => Array<string>(times).fill(id));
  const right = read.length - wrong.length;
  return { precision: read.length === 0 ? 1 : right / read.length, recall: truth.length === 0 ? 1 : (truth.length - lost.length) / truth.length, lost, wrong };
}

const name = (order: string | null, refund: string | null): string => [order, refund].filter(Boolean).join("+");

function count(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

/** A record fits a truth when it has exactly the numbers that the page shows for it. */
function fits(record: ReportRecord, truth: string): boolean {
  const wanted = truth === "" ? [] : truth.split("+");
  return wanted.length === record.ids.length && wanted.every((it) => record.ids.includes(it));
}
