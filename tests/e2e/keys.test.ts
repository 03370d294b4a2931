// The keyboard drives all of it, and only the agent's own keyboard.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, test } from "node:test";
import { kept, newDay } from "./harness/begin.ts";
import { openKit, useBrowser } from "./harness/browser.ts";
import { until } from "./harness/driver.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown, hosts, MARKED } from "./harness/marks.ts";
import { reported, settled } from "./harness/report.ts";

const browser = useBrowser();
const WORDS = JSON.parse(readFileSync(join(process.cwd(), "extension/_locales/en/messages.json"), "utf8")) as Readonly<Record<string, { message: string }>>;
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

test("the help shows the keys that hold here and now, none of a command that is switched off", async () => {
  const { driver } = browser;
  const edit = (edits: Record<string, unknown>): Promise<unknown> =>
    driver.extension(`chrome.runtime.sendMessage(${JSON.stringify({ kind: "settings.edit", edits: Object.entries(edits).map(([path, value]) => ({ path, value })) })})`);
  /** The commands and their keys, as the help lists them. */
  const listed = (): Promise<Record<string, string[]> | null> => driver.panel("Object.fromEntries([...document.querySelectorAll('.help dt')].map((it) => [it.textContent, [...it.nextElementSibling.querySelectorAll('.keys')].map((keys) => keys.textContent)]))");
  const [next, previous, marks, first, queue, close, help] = ["keys_next_record", "keys_previous_record", "keys_toggle_marks", "keys_first_record", "keys_toggle_queue", "keys_close", "panel_help"].map((key) => WORDS[key]?.message ?? key) as [string, string, string, string, string, string, string];
  const lists = (wanted: Record<string, string[] | undefined>): Promise<unknown> => until("the keys in the help", async () => {
    const found = (await listed()) ?? {};
    assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((title) => [title, found[title]])), wanted);
    return true;
  });
  try {
    await edit({ "/look/locale": "en" });
    await until("marks in English", async () => (await badgesShown(driver, 1)).every((it) => /[a-z]{3}/.test(it.label)));
    await driver.press("?");
    await lists({ [next]: ["j", "]"], [previous]: ["k", "["], [marks]: ["m"], [first]: ["gg"] });
    const { host } = new URL(pageNamed("taobao-group").url);
    await edit({ "/keys/chosen/refund.next": ["x"], "/keys/chosen/marks.toggle": [], [`/keys/sites/${host}/refund.previous`]: ["v"], "/keys/sites/shop.jd.com/refund.first": ["v"] });
    await until("the panel to leave with the old keys", async () => (await driver.panel("1")) === null);
    await badgesShown(driver, 1);
    await driver.press("?");
    await lists({ [next]: ["x"], [previous]: ["v"], [marks]: undefined, [first]: ["gg"] });
    await edit({ "/keys/bare": false, "/keys/chosen/panel.toggle": ["Alt+q"] });
    await until("the panel to leave with the old keys", async () => (await driver.panel("1")) === null);
    await badgesShown(driver, 1);
    await driver.press("Alt+q");
    await shown(".queue .row");
    await driver.clickIn("panel", `.top [aria-label="${help}"]`);
    await shown(".help");
    assert.deepEqual(await listed(), { [queue]: ["Alt+q"], [close]: ["Esc"] }, "no sign alone is heard, and none is promised");
  } finally {
    await driver.extension("chrome.runtime.sendMessage({ kind: 'settings.reset' })");
  }
});

test("what is pressed while the panel is still on its way is carried out in it", async () => {
  const { driver } = browser;
  await driver.press("q", "4");
  await shown("#tab-deadlines[aria-selected=true]");
  await driver.press("Escape");
  await until("the panel to leave", async () => (await driver.panel("1")) === null);
  await newDay(driver);
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await driver.press("j", "o", "d", "d");
  await until("what is done", async () => (await kept(driver)).filter((it) => it.done).length === 1);
  await newDay(driver);
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
