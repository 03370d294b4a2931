// Pages made with the real UI kits, of hosts and in structures that no pack knows, are taught once and read from then on: every record and
// every field, against what the page shows.

import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import { useBrowser } from "./harness/browser.ts";
import { type Driver, until } from "./harness/driver.ts";
import { startEngine } from "./harness/engine.ts";
import { servedTaught, TAUGHT, type TaughtPage, type TaughtTruth } from "./harness/kits.ts";
import { badgesShown } from "./harness/marks.ts";
import { shownInPanel } from "./harness/panel.ts";
import { compare, reported, settled } from "./harness/report.ts";
import { ask, bar, COLUMNS, nameByKeys, nameByMouse, openUnknown, point, startByPopup, unnameByKeys } from "./harness/teach.ts";

const WANTED = 0.98;
const browser = useBrowser();
let evaluate: Awaited<ReturnType<typeof startEngine>>;
before(async () => void (evaluate = await startEngine()));
afterEach(async () => void (await ask(browser.driver, { kind: "settings.reset" })));

const page = (name: string): TaughtPage => {
  const found = TAUGHT.find((it) => it.name === name);
  if (!found) throw new Error(`no page ${name}`);
  return found;
};
const record = (of: TaughtPage, at: number): TaughtTruth => of.records[at] as TaughtTruth;

interface Card {
  readonly ids: { readonly order?: string; readonly refund?: string };
  readonly goods: string | null;
  readonly page_time: number;
  readonly amount?: string;
  readonly reason?: { readonly raw: string };
  readonly words: readonly { readonly text: string }[];
  readonly review?: { readonly text: string; readonly stars: number | null; readonly reply: string | null };
}

function fieldsOf(card: Card): TaughtTruth {
  const { ids, goods, amount, reason, words, review, page_time } = card;
  return {
    order: ids.order ?? null, refund: ids.refund ?? null, reason: reason?.raw ?? null, text: review ? review.text || null : (words[0]?.text ?? null),
    amount: amount?.replace(/[¥,]/g, "") ?? null, goods, time: new Date(page_time).toISOString(), stars: review?.stars ?? null, reply: review?.reply ?? null,
  };
}

const LISTEN = `(() => { globalThis.sent = null; globalThis.listens ??= chrome.runtime.onMessage.addListener((message) => {
  if (message?.kind === 'evaluate' && message.request.startsWith('{"kind":"read"')) globalThis.sent = message.request; }) ?? true; })()`;

/** Compares what is read of the page now with the truth of the records that are in it, field by field. */
async function readsNow(driver: Driver, of: TaughtPage, truth: readonly TaughtTruth[]): Promise<void> {
  const report = await reported(driver, `${truth.length} records of ${of.name}`, (it) => it.page === of.kind && it.read === truth.length && it.records[0]?.ids.includes(truth[0]?.order ?? "") === true);
  const { precision, recall, lost, wrong } = compare(report.records, truth);
  assert.ok(precision >= WANTED && recall >= WANTED, `precision ${precision}, recall ${recall}; lost ${lost.slice(0, 3)}; wrong ${wrong.slice(0, 3)}`);
  assert.deepEqual([report.platform, report.unreadable], ["unknown", 0]);
  const { cards } = evaluate(JSON.parse(await driver.extension<string>("globalThis.sent"))) as { cards: readonly Card[] };
  assert.equal(cards.length, truth.length);
  for (const field of ["order", "refund", "reason", "text", "amount", "goods", "time", "stars", "reply"] as const) {
    const wanted = truth.map((it) => (field === "time" ? new Date(it.time).toISOString() : it[field]));
    const read = cards.map((it) => fieldsOf(it)[field]);
    const right = read.filter((it, at) => it === wanted[at]).length;
    const first = read.findIndex((it, at) => it !== wanted[at]);
    assert.ok(right / truth.length >= WANTED, `${field}: ${right} of ${truth.length}; first ${JSON.stringify([read[first], wanted[first]])}`);
  }
}

/** Opens the page anew: from now on it works. */
async function reopened(driver: Driver, of: TaughtPage): Promise<void> {
  await driver.openPopup();
  await driver.extension(LISTEN);
  await driver.open(of.url, servedTaught(of));
  await until("a request", () => driver.extension<boolean>("globalThis.sent !== null"));
  await settled(driver);
}

async function saved(driver: Driver): Promise<void> {
  await until("the bar to leave", async () => (await driver.taught()) === "");
}

/** Names columns that are chosen in the bar itself: by what they are called, and the place of the name in its list. */
async function nameInBar(driver: Driver, names: readonly (readonly [string, number])[]): Promise<void> {
  for (const [label, place] of names) {
    const at = (await driver.taught()).split("\n").filter((it) => it.startsWith("- ")).findIndex((it) => it.startsWith(`- ${label}`));
    await driver.clickTaught(`line-${at}`);
    await bar(driver, /是什么/);
    await driver.clickTaught(`line-${place}`);
    await bar(driver, COLUMNS);
  }
}

test("antd-virtual: a virtual table, by keys", async () => {
  const of = page("antd-virtual");
  const { driver } = browser;
  await openUnknown(driver, of.url, servedTaught(of));
  await driver.press("z", "t");
  await bar(driver, /点列表里的任意一条退款或评价/);
  await bar(driver, /GD-2611/);
  await driver.press("Enter");
  await bar(driver, COLUMNS);
  await unnameByKeys(driver);
  const { refund, order, goods, reason, amount } = record(of, 0);
  await nameByKeys(driver, "refunds", [[refund ?? "", "refund_id"], [order ?? "", "order_id"], [goods ?? "", "goods"], [reason ?? "", "reason"], ["客人怎么说", "note"], [amount ?? "", "refund_amount"], ["登记", "applied_at"]]);
  await driver.press("s");
  await saved(driver);
  await reopened(driver, of);
  const there = (): Promise<string[]> => driver.evaluate("[...document.querySelectorAll('[data-row-key]')].map((it) => it.dataset.rowKey)");
  const truth = async (): Promise<TaughtTruth[]> => {
    const keys = await there();
    return of.records.filter((it) => keys.includes(it.refund ?? ""));
  };
  const before = await truth();
  assert.ok(before.length >= 6 && before.length < of.records.length, `a virtual list shows ${before.length}`);
  await readsNow(driver, of, before);
  await driver.wheelAt(400, 400, 900);
  await until("other rows", async () => (await there())[0] !== before[0]?.refund);
  await settled(driver);
  await readsNow(driver, of, await truth());
});

test("fusion-nested: a table in each row under a fixed header, by mouse", async () => {
  const of = page("fusion-nested");
  const { driver } = browser;
  await openUnknown(driver, of.url, servedTaught(of));
  await startByPopup(driver);
  const first = record(of, 1);
  await point(driver, first.refund ?? "");
  await bar(driver, new RegExp(`认出 ${of.records.length} 条[^]*Enter 起名`));
  await nameByMouse(driver, "refunds", [[first.refund ?? "", "refund_id"], [first.reason ?? "", "reason"], [first.text ?? "", "note"]]);
  // What lies under the bar is chosen in it.
  await nameInBar(driver, [["哪一单", 4], ["要退", 5], ["登记", 9]]);
  await driver.clickTaught("save");
  await saved(driver);
  await reopened(driver, of);
  await readsNow(driver, of, of.records);
});

test("vue-reviews: reviews page by page, by mouse; they have badges, cards and drafts", async () => {
  const of = page("vue-reviews");
  const { driver } = browser;
  await openUnknown(driver, of.url, servedTaught(of));
  await startByPopup(driver);
  const first = record(of, 0);
  await point(driver, first.order ?? "");
  await bar(driver, new RegExp(`认出 ${of.shown} 条[^]*Enter 起名`));
  await driver.clickTaught("kind-refunds");
  await bar(driver, /至少要告诉它哪里是退款原因/);
  await driver.clickTaught("kind-reviews");
  await bar(driver, /星级 20/);
  await nameByMouse(driver, "reviews", [[first.order ?? "", "order_id"], [first.text ?? "", "content"], ["@.el-rate .el-rate__icon", "stars"], [first.goods ?? "", "product"]]);
  await nameInBar(driver, [["留言于", 5], ["我方答复", 6]]);
  await driver.clickTaught("save");
  await saved(driver);
  await reopened(driver, of);
  await readsNow(driver, of, of.records.slice(0, 20));
  await driver.click(".el-pager li:nth-child(2)");
  await readsNow(driver, of, of.records.slice(20));
  await driver.click(".el-pager li:nth-child(1)");
  await readsNow(driver, of, of.records.slice(0, 20));
  // As on a known page of reviews.
  await badgesShown(driver, 1);
  await driver.press("q");
  await shownInPanel(driver, ".queue .row");
  await driver.press("Escape");
  await driver.press("j", "o");
  await shownInPanel(driver, ".sheet-review");
  const numbers = await driver.panel<string[]>("[...document.querySelectorAll('.facts dd')].map((it) => it.textContent)");
  const order = of.records.find((it) => numbers?.includes(it.order ?? ""))?.order;
  const draft = await until("a draft", () => driver.panel<string>("document.querySelector('.draft-text')?.value || null"));
  assert.doesNotMatch(draft, /\{|undefined|在您|在，|在。/, draft);
  await driver.press("Escape");
  await driver.click(`[data-answer="${order}"]`);
  await driver.press("o");
  await until("a lint that lets it pass", () => driver.panel<boolean>("!!document.querySelector('.lint-line[data-state=clear], .findings:not(:has([data-severity=block]))') || null"));
  await driver.clickIn("panel", ".insert");
  await until("the draft in the page's box", async () => (await driver.evaluate<string>("document.querySelector('.state')?.textContent ?? ''")).trim() === draft.trim());
});

test("antd-opinions: reviews as cards without a header, by keys", async () => {
  const of = page("antd-opinions");
  const { driver } = browser;
  await openUnknown(driver, of.url, servedTaught(of));
  await driver.press("z", "t");
  await bar(driver, /点列表里的任意一条退款或评价/);
  await bar(driver, /认出 36 条/);
  await driver.press("Enter");
  await bar(driver, COLUMNS);
  await bar(driver, /星级 36/);
  await driver.press("r");
  await bar(driver, /至少要告诉它哪里是退款原因/);
  await driver.press("R");
  await bar(driver, /星级 36/);
  await unnameByKeys(driver);
  const answered = of.records.find((it) => it.reply !== null);
  const { text, order, goods, time } = record(of, 0);
  await nameByKeys(driver, "reviews", [["★", "stars"], [text ?? "", "content"], [order ?? "", "order_id"], [goods ?? "", "product"], [time.slice(0, 10), "reviewed_at"], [answered?.reply?.slice(0, 20) ?? "", "reply"]]);
  await driver.press("s");
  await saved(driver);
  await reopened(driver, of);
  await readsNow(driver, of, of.records);
  const report = await reported(driver, "levels", (it) => it.records.length === of.records.length);
  assert.deepEqual(report.scores, []);
});
