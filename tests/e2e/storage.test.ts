// Where the browser does not store, or stores too much: said in place, and nothing is lost. What is set outlives the browser.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { newDay } from "./harness/begin.ts";
import { BROWSER, openKit, useBrowser } from "./harness/browser.ts";
import type { ChromiumDriver } from "./harness/chromium.ts";
import { until } from "./harness/driver.ts";
import type { FirefoxDriver } from "./harness/firefox.ts";
import { setPolicy } from "./harness/firefox-policy.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown, MARKED } from "./harness/marks.ts";
import { failLocal, warned } from "./harness/inside.ts";
import { optionsOf } from "./harness/options.ts";
import { shownInPanel } from "./harness/panel.ts";
import { settled } from "./harness/report.ts";

const browser = useBrowser();
const { ask, file, said, type, stored, shows } = optionsOf(browser);
let folder = "";
before(async () => void (folder = await mkdtemp(join(tmpdir(), "radar-storage-"))));
after(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => void (await ask({ kind: "settings.reset" })));

const refusal = (): Promise<{ text: string; bad: boolean }> => until("the refusal", async () => ((await said()).bad ? said() : null));

/** Something in every part of the settings. */
const EVERY = {
  "/look/locale": "en", "/look/theme": "dark", "/look/dock/side": "left", "/look/dock/width": 480,
  "/sites/platforms/jd": false, "/sites/hosts/mms.pinduoduo.com": false,
  "/judgement/close_hours": 9,
  "/judgement/own/taobao": { basis: "final", change_helps: "no", deadlines: { review: 24 }, reasons: { "own.1": { class: "quality", counts: "no", note: "told by phone", since: "2026-01-02", spellings: ["our case"] } } },
  "/replies/shop": "小满家", "/replies/tone": "plain", "/replies/script": "hant", "/replies/promises": true,
  "/snippets/own/a": { title: "催件", text: "已联系快递{{单号}}", use: "message", order: 1 },
  "/keys/bare": false, "/keys/chosen/refund.next": ["Alt+n"], "/keys/sites/mms.pinduoduo.com/refund.open": ["F2"],
  "/targets/scores/taobao.description": { target: "4.85", count: 1200, per_day: "3.5" },
};

test("every part of the settings is there after the browser was restarted", async () => {
  const edits = Object.entries(EVERY).map(([path, value]) => ({ path, value }));
  assert.deepEqual(await ask({ kind: "settings.edit", edits }), {});
  const taught = { title: "售后工单", host: "erp.example.com", place: "/list", page: "refunds", record: "tr.line", columns: [{ meaning: "reason", at: "#2", head: "客诉大类" }] };
  await ask({ kind: "settings.import", text: JSON.stringify({ schema: "aftersales-radar/pages", version: 1, pages: { taught: { p0: taught } } }) });
  const was = await file();
  for (const part of ["look", "sites", "judgement", "replies", "snippets", "keys", "targets"]) assert.ok(part in JSON.parse(was), part);
  await browser.driver.restart();
  assert.equal(await file(), was);
});

test("what was seen is known in this browser session only, what is done stays done after it", async () => {
  const { driver } = browser;
  const rows = (selector = ""): Promise<number | null> => driver.panel<number>(`document.querySelectorAll('.rows > .row${selector}').length`);
  const inBook = async (): Promise<{ rows: unknown[]; done: object }> => ask({ kind: "day.read" });
  await newDay(driver);
  await openKit(driver, pageNamed("pdd-cards-ids"));
  await badgesShown(driver, 1);
  const first = (await settled(driver)).records.filter((it) => MARKED.includes(it.level ?? "")).length;
  await until("the records of the first page", async () => (await inBook()).rows.length >= first);
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  const here = (await settled(driver)).records.filter((it) => MARKED.includes(it.level ?? "")).length;
  await driver.press("q");
  await until("the records of both pages", async () => (await rows("[data-away]")) === first && (await rows()) === first + here);
  await driver.press("j", "d", "d");
  await until("one row less", async () => (await rows()) === first + here - 1);

  await driver.restart();
  assert.deepEqual(await inBook().then((it) => [it.rows, it.done]), [[], {}], "no record is known any more");
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await driver.press("q");
  await until("the rows of this page", async () => (await rows()) === here - 1 && (await rows("[data-away]")) === 0);
  assert.equal(await driver.panel("document.querySelectorAll('.aside-done .row').length"), 1);
  await newDay(driver);
});

test("who is done or put off is kept under a name that only this installation can make, and not for ever", async () => {
  const { driver } = browser;
  await newDay(driver);
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  const { records } = await settled(driver);
  await driver.press("j", "d", "d", "j", "d", "t");
  const names = (): Promise<string[]> => driver.extension("chrome.storage.local.get('day').then(({ day }) => Object.keys(day?.kept ?? {}).toSorted())");
  await until("both marks", async () => (await names()).length === 2);
  const { done, snoozed } = await ask<Record<string, Record<string, number>>>({ kind: "day.read" });
  const marks = [[Object.keys(done ?? {})[0], "done"], [Object.keys(snoozed ?? {})[0], "tomorrow"]] as const;
  // What this session has seen lies in its memory, as it stands on the pages: docs/protocol.md, section 7.
  const stored = await driver.extension<object[]>("Promise.all(['local', 'sync', 'session'].map((area) => chrome.storage[area].get())).then(([local, sync, { seen, looked, ...session }]) => [local, sync, session])");
  for (const { ids, key } of records) for (const word of [...ids, key]) assert.ok(!JSON.stringify(stored).includes(word), `${word} is in ${JSON.stringify(stored)}`);
  // Another installation has another secret, and calls the same records by other names.
  const ours = await names();
  for (const name of ours) assert.match(name, /^[0-9a-z]{21}$/);
  await newDay(driver);
  await driver.extension("chrome.storage.local.remove('names')");
  await driver.stopBackground();
  for (const [key, as] of marks) await ask({ kind: "day.mark", key, as });
  const theirs = await names();
  assert.equal(theirs.length, 2);
  assert.deepEqual(theirs.filter((it) => ours.includes(it)), []);
  // A month later.
  const old = 31 * 86_400_000;
  await driver.extension(`chrome.storage.local.get('day').then(({ day }) => {
    for (const it of Object.values(day.kept)) for (const field of Object.keys(it)) it[field] -= ${old};
    return chrome.storage.local.set({ day });
  })`);
  await ask({ kind: "day.mark", key: "jd:refund:1", as: "done" });
  assert.deepEqual((await names()).filter((it) => theirs.includes(it)), [], "what has expired is not kept");
  assert.equal((await names()).length, 1);
  await newDay(driver);
});

test("of two windows that change the same setting the later one holds, in both", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await driver.extension(`Promise.all([5, 7, 11, 6].map((value) => chrome.runtime.sendMessage({ kind: 'settings.edit', edits: [{ path: '/judgement/close_hours', value }] })))`);
  await stored("judgement/close_hours", 6);
  await shows("#close-hours", "6");
  await type("#close-hours", "8");
  await stored("judgement/close_hours", 8);
});

test("a file of 50 MB is refused by its size, and nothing is changed", async () => {
  const { driver } = browser;
  await ask({ kind: "settings.edit", edits: [{ path: "/judgement/close_hours", value: 9 }] });
  const was = await file();
  const big = join(folder, "big.json");
  await writeFile(big, `{"schema":"aftersales-radar/settings","version":1,"x":"${"a".repeat(50 * 1024 * 1024)}"}`);
  await driver.openOptions();
  await driver.chooseFile("#import-file", big);
  assert.match((await refusal()).text, /51200|50/);
  assert.equal(await driver.extension("document.querySelector('#import-take')"), null, "there is nothing to take");
  assert.equal(await file(), was);
});

test("a full synchronised storage is said, the old value stays, and with room again the change is made", async () => {
  const { driver } = browser;
  await ask({ kind: "settings.edit", edits: [{ path: "/replies/shop", value: "old" }] });
  // Items of nobody's, until the browser takes no more.
  await driver.extension(`(async () => { for (let size = 8000, at = 0; size >= 1; at++) await chrome.storage.sync.set({ ['f' + at]: 'x'.repeat(size) }).catch(() => (size = Math.floor(size / 2))); })()`);
  await driver.openOptions();
  await shows("#shop", "old");
  await type("#shop", "a longer name than the one before");
  assert.match((await refusal()).text, /满|滿|full/);
  await stored("replies/shop", "old");
  await driver.extension("chrome.storage.sync.get().then((all) => chrome.storage.sync.remove(Object.keys(all).filter((name) => /^f\\d/.test(name))))");
  await type("#shop", "longer than before");
  await stored("replies/shop", "longer than before");
});

test("a storage that cannot be read is told from an empty one, and is not written over", async () => {
  const { driver } = browser;
  await ask({ kind: "settings.edit", edits: [{ path: "/replies/shop", value: "kept" }] });
  await driver.openOptions();
  await shows("#shop", "kept");
  await driver.failSync(true);
  await type("#shop", "lost");
  assert.match((await refusal()).text, /读不到|讀不到|cannot be read/);
  await driver.openOptions();
  await until("the word about it", () => driver.extension<boolean>("/读不到|讀不到|cannot be read/.test(document.querySelector('.problems')?.textContent ?? '')"));
  await driver.failSync(false);
  await driver.openOptions();
  await shows("#shop", "kept");
});

const NOT_STORED = /没有存上|沒有存上|not stored/;
/** What the panel shows as gone wrong, where it can be seen. */
const WRONG = "(() => { const it = document.querySelector('.wrong'); const box = it?.getBoundingClientRect(); return box && box.height > 20 && box.top >= 0 && box.bottom <= innerHeight ? it.textContent : null; })()";

test("what cannot be kept of the day is shown where the agent looks, and does not count as done", async () => {
  const { driver } = browser;
  const isDone = (): Promise<boolean> => driver.extension<boolean>("chrome.storage.local.get('day').then(({ day }) => Object.values(day?.kept ?? {}).some((it) => it.done))");
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await failLocal(driver, true);
  // Without the panel the page itself has to say it.
  await driver.press("j", "d", "d");
  assert.match(await until("the page's word", () => warned(driver)), NOT_STORED);
  await driver.press("o");
  await shownInPanel(driver, ".sheet");
  await until("the page's word to leave", async () => (await warned(driver)) === "");
  await driver.clickIn("panel", ".sheet h2");
  assert.equal(await driver.panel(WRONG), null);
  await driver.pressInPanel("d", "d");
  assert.match(await until("the panel's word", () => driver.panel<string>(WRONG)), NOT_STORED);
  assert.equal(await isDone(), false);
  await failLocal(driver, false);
  await driver.pressInPanel("d", "d");
  await until("what is done", isDone);
  await until("nothing wrong any more", async () => (await driver.panel("document.querySelector('.wrong')?.textContent ?? null")) === null);
});

// No administrator's file is there to be found, so each browser is told another way.
test("of a policy with wrong types the sound part holds and the rest is named", async () => {
  const { driver } = browser;
  const policy = { judgement: { close_hours: "12" }, look: 7, boss: true, replies: { shop: "总店" } };
  await (driver.browser === "firefox" ? setPolicy(driver as FirefoxDriver, policy) : (driver as ChromiumDriver).policy(policy));
  await driver.openOptions();
  await shows("#shop", "总店");
  await shows("#close-hours", "4");
  const told = await until("what is wrong", () => driver.extension<string>("document.querySelector('.problems')?.textContent ?? ''"));
  for (const name of ["close_hours", "look", "boss"]) assert.ok(told.includes(name), `${name} in ${told}`);
  await type("#close-hours", "9");
  await stored("judgement/close_hours", 9);
});

// Firefox itself hands on nothing but an object.
if (BROWSER === "chromium") {
  test("a policy that is no object is none", async () => {
    const driver = browser.driver as ChromiumDriver;
    for (const odd of [null, [], "x", 7]) {
      await driver.policy(odd);
      await driver.openOptions();
      await shows("#close-hours", "4");
      await shows("#shop", "");
    }
    await driver.policy({});
  });
}
