// The golden pairs of tests/golden are still what real browsers send: each page is opened anew, and what the content script sends is read
// by the engine exactly as the pair's plan says.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { before, test } from "node:test";
import { openKit, useBrowser } from "./harness/browser.ts";
import { type Serve, type Served, until } from "./harness/driver.ts";
import { startEngine } from "./harness/engine.ts";
import { PAGES } from "./harness/kits.ts";
import { settled } from "./harness/report.ts";

const browser = useBrowser();
const GOLDEN = join(process.cwd(), "tests/golden");
const SITE = join(process.cwd(), "target/www");
const NAMES = readdirSync(GOLDEN).filter((it) => it.endsWith(".snapshot.json")).map((it) => it.replace(".snapshot.json", ""))
  // The others were written by hand: no page of ours shows them.
  .filter((name) => name.startsWith("demo-") || PAGES.some((page) => page.name === name));
// Our own pages hear every message to the background, too.
const LISTEN = `(() => { globalThis.sent = null; chrome.runtime.onMessage.addListener((message) => {
  if (message?.kind === 'evaluate' && message.request.startsWith('{"kind":"read"')) globalThis.sent = message.request; }); })()`;

let evaluate: Awaited<ReturnType<typeof startEngine>>;
before(async () => {
  evaluate = await startEngine();
});

for (const name of NAMES) {
  test(`${name} is read as its golden plan says`, async () => {
    const { driver } = browser;
    const { url, now } = JSON.parse(readFileSync(join(GOLDEN, `${name}.snapshot.json`), "utf8")) as Snapshot;
    await driver.openPopup();
    await driver.extension(LISTEN);
    const demo = /^demo-(\w+)-refunds$/.exec(name)?.[1];
    const page = PAGES.find((it) => it.name === name);
    if (demo) await driver.open(`https://${url.host}${url.path}?now=fixed`, shop(demo));
    else await openKit(driver, page ?? assert.fail(`tests/kits has no page ${name}`));
    await until("a request", () => driver.extension<boolean>("globalThis.sent !== null"));
    await settled(driver);
    const sent = JSON.parse(await driver.extension<string>("globalThis.sent")) as Snapshot;
    const found = reading(evaluate({ ...sent, url, now }) as Plan);
    const wanted = JSON.parse(readFileSync(join(GOLDEN, `${name}.plan.json`), "utf8")) as Reading;
    assert.deepEqual(found, { ...wanted, records: wanted.records.map(({ nodes: _, anchor: __, deadline: ___, ...rest }) => rest) });
  });
}

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

/** A list of the demo shop at its platform's address; the demo's own engine stays away. */
function shop(platform: string): Serve {
  const page = readFileSync(join(SITE, "shop", platform, "refunds.html"), "utf8").replace(/<script type="module"[^>]*demo\.js"><\/script>/, "");
  const types: Readonly<Record<string, string>> = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };
  return (url): Served | null => {
    if (url.searchParams.get("now") === "fixed") return { body: page, type: "text/html; charset=utf-8" };
    const file = join(SITE, "assets", basename(url.pathname));
    const type = types[file.split(".").at(-1) ?? ""];
    return type && existsSync(file) ? { body: readFileSync(file), type } : null;
  };
}
