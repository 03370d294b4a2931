// Idle means idle, and nothing leaves the browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newDay } from "./harness/begin.ts";
import { BROWSER, openKit, useBrowser } from "./harness/browser.ts";
import type { ChromiumDriver } from "./harness/chromium.ts";
import { until } from "./harness/driver.ts";
import { hidePanel, ownTimers } from "./harness/inside.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown } from "./harness/marks.ts";
import { shownInPanel } from "./harness/panel.ts";
import { settled } from "./harness/report.ts";

const browser = useBrowser();

// Our own pages hear every message to the background, too.
const COUNT = "(() => { globalThis.heard = []; chrome.runtime.onMessage.addListener((message) => { globalThis.heard.push(JSON.stringify(message ?? null).slice(0, 200)); }); })()";

// A hundred frames and a hundred turns of the page's own timers are a long rest; answers whether the page said the same before and after.
// Its countdowns go on: digits do not count.
const REST = `new Promise((done) => {
  const said = () => document.querySelector('#app').outerHTML.replace(/\\d+/g, '');
  const before = said();
  let left = 100;
  const next = () => (left-- ? requestAnimationFrame(() => setTimeout(next, 0)) : done(said() === before));
  next();
})`;

// One row gets another reason.
const CHANGE = "(() => { const text = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT); for (let node = text.nextNode(); node; node = text.nextNode()) if (node.data.includes('质量问题')) { node.data = '7天无理由退换货'; return; } })()";

test("a page at rest asks nothing; a changed row asks once more", async () => {
  const { driver } = browser;
  await driver.extension(COUNT);
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await settled(driver);
  // The kit itself may still be measuring its columns: that is waited for.
  let before: string[] = [];
  await until("a rest of the page", async () => {
    before = await driver.extension<string[]>("globalThis.heard");
    return driver.evaluate<boolean>(REST);
  });
  assert.ok(before.length >= 1, "the first read was heard");
  assert.deepEqual(await driver.extension<string[]>("globalThis.heard"), before);
  await driver.evaluate(CHANGE);
  await until("a new question", async () => (await driver.extension<string[]>("globalThis.heard")).length > before.length);
});

test("in a minute's rest no timer is set and no message sent", async () => {
  const { driver } = browser;
  const heard = (): Promise<string[]> => driver.extension<string[]>("globalThis.heard");
  // Only Chromium lets us into our own side of the page.
  const timers = async (): Promise<number> => (BROWSER === "chromium" ? ownTimers(driver as ChromiumDriver) : 0);
  await driver.extension(COUNT);
  await openKit(driver, pageNamed("pdd-cards-ids"));
  await badgesShown(driver, 1);
  await settled(driver);
  // The page's own countdowns are stopped: what changes on it is no rest.
  await driver.evaluate("(() => { for (let timer = setTimeout(() => undefined); timer > 0; timer--) clearTimeout(timer); })()");
  await until("a rest of the page", () => driver.evaluate<boolean>(REST));
  const [before, set] = [await heard(), await timers()];
  // No single question to the browser may take so long.
  for (let seconds = 0; seconds < 60; seconds += 5) await driver.evaluate("new Promise((done) => setTimeout(() => done(true), 5_000))");
  assert.deepEqual(await heard(), before);
  assert.equal(await timers(), set);
  // That they are counted is seen by what a changed row asks for.
  await driver.evaluate(CHANGE);
  await until("a new question", async () => (await heard()).length > before.length);
  if (BROWSER === "chromium") assert.ok((await timers()) > set, "nothing was counted");
});

// Which timers and frames the panel waits for, and how many it has asked for while nobody saw it.
const WATCH_PANEL = `(() => {
  const waits = new Set();
  window.timers = { unseen: 0, waits };
  for (const [set, clear] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval'], ['requestAnimationFrame', 'cancelAnimationFrame'], ['requestIdleCallback', 'cancelIdleCallback']]) {
    const [whole, end] = [window[set].bind(window), window[clear].bind(window)];
    window[set] = (act, ...rest) => {
      // The drawing itself takes turns with the browser: that waits for nothing.
      if (set === 'setTimeout' && !rest[0]) return whole(act, ...rest);
      const id = whole((...args) => { if (set !== 'setInterval') waits.delete(set + id); act(...args); }, ...rest);
      if (document.hidden) timers.unseen++;
      waits.add(set + id);
      return id;
    };
    window[clear] = (id) => (waits.delete(set + id), end(id));
  }
  return true;
})()`;

test("a panel that nobody sees waits for no timer, whatever it is told; seen again, it counts down", async () => {
  const { driver } = browser;
  const timers = (): Promise<{ unseen: number; waits: number } | null> => driver.panel("({ unseen: timers.unseen, waits: timers.waits.size })");
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await settled(driver);
  await driver.press("q", "4");
  await shownInPanel(driver, ".due-list time");
  await hidePanel(driver, true);
  await driver.panel(WATCH_PANEL);
  await hidePanel(driver, false);
  await until("a countdown", async () => (await timers())?.waits === 1);
  await hidePanel(driver, true);
  await until("no countdown", async () => (await timers())?.waits === 0);
  // Told of what another window does, it draws it, and still waits for nothing.
  const rows = (): Promise<number | null> => driver.panel<number>("document.querySelectorAll('.due-list .rows > .row').length");
  const all = (await rows()) ?? 0;
  const { rows: known } = await driver.extension<{ rows: { key: string; due?: object }[] }>("chrome.runtime.sendMessage({ kind: 'day.read' })");
  await driver.extension(`chrome.runtime.sendMessage(${JSON.stringify({ kind: "day.mark", key: known.find((it) => it.due)?.key, as: "done" })})`);
  await until("one deadline less", async () => (await rows()) === all - 1);
  assert.deepEqual(await timers(), { unseen: 0, waits: 0 });
  await hidePanel(driver, false);
  await until("a countdown again", async () => (await timers())?.waits === 1);
  await newDay(driver);
});

test("no request leaves the browser while the extension works", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("douyin-pairs"));
  await badgesShown(driver, 1);
  await driver.press("j", "o");
  await until("the card", () => driver.panel("document.querySelector('.sheet') !== null"));
  assert.deepEqual(driver.leaks, []);
});

test("nothing of a buyer is written to storage", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("pdd-cards-ids"));
  const report = await settled(driver);
  assert.ok(report.read > 0);
  const kept = JSON.stringify(await driver.extension("Promise.all([chrome.storage.local.get(), chrome.storage.sync.get()])"));
  for (const record of report.records) for (const id of record.ids) assert.ok(!kept.includes(id), `${id} is in storage`);
  assert.ok(kept.length < 4000, kept);
});
