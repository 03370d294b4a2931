// The golden pairs of tests/golden are still what real browsers send: each page is opened anew, and what the content script sends is read
// by the engine exactly as the pair's plan says.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Driver, until } from "../harness/driver.ts";
import { startEngine } from "../harness/engine.ts";

const GOLDEN = join(process.cwd(), "tests/golden");
/** The names of the pairs; some were written by hand, no page of ours shows them. */
export const PAIRS: ReadonlySet<string> = new Set(readdirSync(GOLDEN).filter((it) => it.endsWith(".snapshot.json")).map((it) => it.replace(".snapshot.json", "")));
// Our own pages hear every message to the background, too.
const LISTEN = `(() => {
  if (globalThis.sent === undefined) chrome.runtime.onMessage.addListener((message) => {
    if (message?.kind === 'evaluate' && message.request.startsWith('{"kind":"read"')) globalThis.sent = message.request;
  });
  globalThis.sent = null;
})()`;
const engine = existsSync(GOLDEN) ? startEngine() : null;

/** From now on, what the content script sends is kept; to be called before the page is opened. */
export async function listen(driver: Driver): Promise<void> {
  await driver.extension(LISTEN);
}

/** Where the pair's page was. */
export function addressOf(name: string): { readonly host: string; readonly path: string } {
  return snapshotOf(name).url;
}

/** Compares what was sent last with the pair. */
export async function assertGolden(driver: Driver, name: string): Promise<void> {
  const { url, now } = snapshotOf(name);
  await until("a request", () => driver.extension<boolean>("globalThis.sent !== null"));
  const sent = JSON.parse(await driver.extension<string>("globalThis.sent")) as Snapshot;
  const evaluate = await (engine ?? assert.fail("no engine"));
  const found = reading(evaluate({ ...sent, url, now }) as Plan);
  const wanted = JSON.parse(readFileSync(join(GOLDEN, `${name}.plan.json`), "utf8")) as Reading;
  assert.deepEqual(found, { ...wanted, records: wanted.records.map(({ nodes: _, anchor: __, deadline: ___, ...rest }) => rest) });
}

const snapshotOf = (name: string): Snapshot => JSON.parse(readFileSync(join(GOLDEN, `${name}.snapshot.json`), "utf8")) as Snapshot;

type Snapshot = { readonly url: { readonly host: string; readonly path: string }; readonly now: number };
type Reading = { readonly records: readonly Record<string, unknown>[] };
interface Card {
  readonly key: string;
  readonly ids: object;
  readonly reason: { readonly raw: string };
  readonly words: readonly { readonly from: string; readonly text: string }[];
  readonly service: { readonly id: string } | null;
  readonly [field: string]: unknown;
}
interface Plan {
  readonly page: string;
  readonly platform: string | null;
  readonly cards: readonly Card[];
  readonly report: { readonly total: number | null; readonly unknown_columns: readonly string[] };
}

/** What `tests/golden.rs` compares, but for numbers of nodes (browsers lay out differently) and countdowns (they have gone on). */
function reading({ page, platform, cards, report }: Plan): object {
  const records = cards.map(({ key, ids, reason, words, service, status, shipping, amount, paid, goods, unreadable }) => ({
    key, ids, reason: reason.raw, note: words.find((it) => it.from === "note")?.text ?? null, service: service?.id ?? null,
    status, shipping, amount, paid, goods, unreadable,
  }));
  return { page, platform, total: report.total, unknown_columns: report.unknown_columns, records };
}
