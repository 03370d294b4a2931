// A page that no pack knows is taught, by mouse and by keys, and read from then on; a colleague takes it over by a file.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { useBrowser } from "./harness/browser.ts";
import { type Driver, type Serve, until } from "./harness/driver.ts";
import { compare, type Report, reported } from "./harness/report.ts";
import { ask, bar, nameByKeys, nameByMouse, openUnknown, type Pair, point, startByPopup } from "./harness/teach.ts";
import { CASES, PAGES, REDESIGNED, type UnknownPage } from "./unknown/pages.ts";

const WANTED = 0.98;
const browser = useBrowser();
let folder = "";
before(async () => void (folder = await mkdtemp(join(tmpdir(), "radar-teach-"))));
after(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => void (await ask(browser.driver, { kind: "settings.reset" })));

const served = (page: UnknownPage): Serve => (url) => {
  const body = url.host !== new URL(page.url).host ? undefined : url.pathname === new URL(page.url).pathname ? page.html : page.frames[url.pathname];
  return body === undefined ? null : { body, type: "text/html; charset=utf-8" };
};

const open = async (page: UnknownPage): Promise<Driver> => {
  await openUnknown(browser.driver, page.url, served(page));
  return browser.driver;
};

/** A record was chosen, and all are seen; the choice before it also tells how many a list has. */
const SEEN = /认出 36 条[^]*Enter 起名/;

const heard = (): Promise<string> => browser.driver.evaluate("document.documentElement.dataset.heard");

async function readsAll(page: UnknownPage): Promise<Report> {
  const report = await reported(browser.driver, `${page.name} read`, (it) => it.page === "refunds" && it.read >= CASES.length);
  const { precision, recall, lost, wrong } = compare(report.records, page.truth);
  assert.ok(precision >= WANTED && recall >= WANTED, `precision ${precision}, recall ${recall}; lost ${lost.slice(0, 3)}; wrong ${wrong.slice(0, 3)}`);
  assert.equal(report.platform, "unknown");
  // Without a platform's rules nothing is called safe, and nothing counted.
  assert.deepEqual([...new Set(report.records.map((it) => it.level))], ["watch"]);
  // The buyer's own words are understood all the same.
  assert.ok(report.records.some((it) => it.ids.includes(CASES[6]?.no ?? "")));
  // The badges of a frame lie in a layer of its own document.
  if (Object.keys(page.frames).length === 0) await until("marks with the reasons", async () => (await browser.driver.badges()).some((it) => it.visible && CASES.some(({ reason }) => it.label.includes(reason))));
  return report;
}

async function reloaded(page: UnknownPage): Promise<void> {
  await browser.driver.open(page.url, served(page));
  await readsAll(page);
}

const FIELDS_OF_FIRST = (at: number): Pair[] => {
  const it = CASES[at];
  if (!it) throw new Error(`no case ${at}`);
  return [[it.reason, "reason"], [it.words, "note"], [it.no, "refund_id"], [it.time, "applied_at"]];
};

test("an old ERP in a frame, taught with the mouse", async () => {
  const page = PAGES.erp;
  const driver = await open(page);
  await startByPopup(driver);
  await point(driver, "单据", true);
  await bar(driver, /这是表头/);
  await point(driver, CASES[3]?.no ?? "", true);
  await bar(driver, SEEN);
  await nameByMouse(driver, "refunds", FIELDS_OF_FIRST(5), true);
  await bar(driver, /退款原因 36.*买家说明 28/);
  await driver.clickTaught("save");
  await readsAll(page);
  assert.equal(await heard(), "0", "the page's own handlers have heard of it");
  assert.equal(await driver.evaluate("document.querySelectorAll('html > :not(head, body)').length <= 1"), true);
  await reloaded(page);
});

test("a grid of nameless divs, taught with keys alone; after a redesign nothing is read wrongly", async () => {
  const page = PAGES.grid;
  const driver = await open(page);
  await driver.press("z", "t");
  await bar(driver, /点列表里的任意一条退款或评价/);
  await bar(driver, /36/);
  await driver.press("Enter");
  await bar(driver, SEEN);
  await nameByKeys(driver, "refunds", FIELDS_OF_FIRST(0));
  await driver.press("S");
  await readsAll(page);
  await reloaded(page);
  await driver.open(REDESIGNED.url, served(REDESIGNED));
  const report = await reported(driver, "the redesign to be noticed", (it) => it.notices.some((notice) => notice.kind === "taught_lost"));
  assert.equal(report.read, 0);
});

test("cards that are drawn anew while they are taught, and a colleague who takes the file", async () => {
  const page = PAGES.cards;
  const driver = await open(page);
  await startByPopup(driver);
  await point(driver, CASES[2]?.reason ?? "");
  await bar(driver, SEEN);
  await nameByMouse(driver, "refunds", FIELDS_OF_FIRST(2));
  await driver.clickTaught("save");
  await readsAll(page);
  const state = await ask<{ settings: { pages: { taught: Record<string, object> } } }>(browser.driver, { kind: "settings.read" });
  const [id] = Object.keys(state.settings.pages.taught);
  const { text } = await ask<{ text: string }>(browser.driver, { kind: "settings.export", page: id });
  assert.ok(!CASES.some((it) => text.includes(it.no) || (it.words !== "" && text.includes(it.words))), "a file with a buyer's words");
  await ask(browser.driver, { kind: "settings.reset" });
  await reported(driver, "nothing after it was forgotten", (it) => it.read === 0);
  await ask(browser.driver, { kind: "settings.edit", edits: [{ path: "/look/locale", value: "zh-CN" }, { path: "/replies/shop", value: "mine" }] });
  const file = join(folder, "page.json");
  await writeFile(file, text);
  await driver.openOptions();
  await driver.chooseFile("#import-file", file);
  await until("the file to be looked at", () => driver.extension("document.querySelector('#import-take') !== null"));
  await driver.clickIn("options", "#import-take");
  await readsAll(page);
  const own = await ask<{ text: string }>(browser.driver, { kind: "settings.export" });
  assert.ok(own.text.includes('"mine"'), "a page that is imported leaves the settings as they are");
});

test("with bare keys off letters are the page's again once the bar has lost the focus; Escape leaves, and the page is as it was", async () => {
  await ask(browser.driver, { kind: "settings.edit", edits: [{ path: "/keys/bare", value: false }] });
  const driver = await open(PAGES.grid);
  await driver.evaluate("document.body.tabIndex = -1");
  const before = await driver.evaluate<string>("document.documentElement.outerHTML.length + ':' + document.documentElement.children.length");
  await startByPopup(driver);
  await driver.evaluate("(() => { window.keys = []; addEventListener('keydown', (event) => keys.push(event.key)); })()");
  await driver.press("j");
  await driver.evaluate("document.body.focus()");
  await driver.press("k", "Escape");
  assert.deepEqual(await driver.evaluate("keys"), ["k"]);
  await until("the layer to leave", async () => (await driver.evaluate<string>("document.documentElement.outerHTML.length + ':' + document.documentElement.children.length")) === before);
});

test("a file that is wrong is refused, and nothing is changed", async () => {
  const wrong = [
    ["{\n\"schema\": \"aftersales-radar/pages\",\n\"version\": 1,\n\"taught\": {\"p1\": {\"title\": \"x\"}}}", 4],
    ["{\n\"schema\": \"aftersales-radar/pages\",\n\"version\": 9, \"taught\": {}}", 3],
    ["{\"schema\": \"aftersales-radar/pages\", \"version\": 1,", 1],
  ] as const;
  const before = await ask<{ text: string }>(browser.driver, { kind: "settings.export" });
  for (const [text, line] of wrong) {
    const outcome = await ask<{ refused?: string; line?: number }>(browser.driver, { kind: "settings.import", text });
    assert.equal(outcome.line, line, JSON.stringify(outcome));
    assert.ok(outcome.refused);
  }
  assert.deepEqual(await ask(browser.driver, { kind: "settings.export" }), before);
});
