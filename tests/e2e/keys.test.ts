// The keyboard drives all of it, and only the agent's own keyboard.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openKit, useBrowser } from "./harness/browser.ts";
import { until } from "./harness/driver.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown, hosts, MARKED } from "./harness/marks.ts";
import { reported, settled } from "./harness/report.ts";

const browser = useBrowser();
const inPanel = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})?.textContent ?? null`;

/** Waits for an element in the panel and answers its text. */
function shown(selector: string): Promise<string> {
  return until(`${selector} in the panel`, () => browser.driver.panel<string>(inPanel(selector)));
}

beforeEach(async () => {
  await openKit(browser.driver, pageNamed("taobao-group"));
  await badgesShown(browser.driver, 1);
});

test("o opens the card of the refund that j has reached", async () => {
  const { driver } = browser;
  await driver.press("j", "o");
  const first = await shown(".sheet .reason");
  await shown(".sheet .part-advice");
  await driver.press("j");
  await until("the next card", async () => {
    const position = await driver.panel<string>(inPanel(".position"));
    return position !== null && /2/.test(position);
  });
  await driver.press("k");
  await until("the first card again", async () => (await driver.panel<string>(inPanel(".sheet .reason"))) === first);
});

test("Escape closes what is open and leaves no panel", async () => {
  const { driver } = browser;
  const before = await hosts(driver);
  await driver.press("j", "o");
  await shown(".sheet");
  await driver.press("Escape");
  await until("the panel to leave", async () => (await driver.panel<number>("1")) === null);
  assert.equal(await hosts(driver), before);
});

test("q shows the queue with every refund that needs a look", async () => {
  const { driver } = browser;
  const report = await settled(driver);
  const marked = report.records.filter((it) => MARKED.includes(it.level ?? "")).length;
  await driver.press("q");
  await shown(".queue .row");
  assert.equal(await driver.panel<number>("document.querySelectorAll('.queue .row').length"), marked);
});

test("? shows every command with its keys", async () => {
  const { driver } = browser;
  await driver.press("?");
  await shown(".help");
  const keys = await driver.panel<string[]>("[...document.querySelectorAll('.help kbd')].map((it) => it.textContent)");
  for (const key of ["j", "k", "o", "c", "?"]) assert.ok(keys?.some((it) => it.toLowerCase() === key), `${key} in ${keys}`);
});

test("keys do nothing while the agent types", async () => {
  const { driver } = browser;
  await driver.evaluate("(() => { const field = document.createElement('input'); field.id = 'typed'; document.body.prepend(field); field.focus(); })()");
  await driver.press("j", "o", "?");
  await until("the typed text", async () => (await driver.evaluate("document.getElementById('typed').value")) === "jo?");
  assert.equal(await driver.panel("1"), null);
});

test("keys pressed by the page's script do nothing", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("hostile-fake-keys"));
  await badgesShown(driver, 1);
  const report = await settled(driver);
  assert.equal(report.paused, false);
  assert.equal(await driver.panel("1"), null);
});

test("a key of ours does not reach the page, another one does", async () => {
  const { driver } = browser;
  await driver.evaluate("(() => { window.heard = []; addEventListener('keydown', (event) => heard.push(event.key)); })()");
  await driver.press("j", "x");
  await until("the x", async () => (await driver.evaluate<string[]>("heard")).includes("x"));
  assert.deepEqual(await driver.evaluate("heard"), ["x"]);
});

test("z p pauses this site, and again wakes it", async () => {
  const { driver } = browser;
  await driver.press("z", "p");
  await reported(driver, "the pause", (it) => it.paused);
  await driver.press("z", "p");
  await reported(driver, "records again", (it) => !it.paused && it.read > 0);
});
