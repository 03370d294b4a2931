// Pages and browsers that work against us while the agent works: said in place, nothing lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./harness/axe.ts";
import { card, kept, scores } from "./harness/begin.ts";
import { openKit, useBrowser } from "./harness/browser.ts";
import { type Driver, until } from "./harness/driver.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown } from "./harness/marks.ts";
import { shownInPanel } from "./harness/panel.ts";
import { reported, settled } from "./harness/report.ts";

const browser = useBrowser();
const OWN = "我自己写的话";
const TEXT = "document.querySelector('.draft-text')?.value ?? null";

/** A review's card with a text of the agent's own in its field. */
async function written(driver: Driver): Promise<void> {
  await openKit(driver, pageNamed("reviews-jd"));
  await badgesShown(driver, 1);
  await driver.press("j", "o");
  await until("a draft", () => driver.panel<string>(TEXT));
  await driver.panel(`(() => { const field = document.querySelector('.draft-text'); field.value = ${JSON.stringify(OWN)}; field.dispatchEvent(new InputEvent('input', { bubbles: true })); })()`);
  await until("the lint's word", () => driver.panel<boolean>("!!document.querySelector('.lint-line[data-state=clear]') || null"));
}

test("a page that takes the panel away every 10 ms takes no text with it, and is told of", async () => {
  const { driver } = browser;
  await written(driver);
  await driver.evaluate("void (window.taking = setInterval(() => [...document.documentElement.children].forEach((it) => it.localName.startsWith('x-') && it.remove()), 10))");
  await until("the panel to be gone", async () => (await driver.panel("1")) === null);
  await reported(driver, "a word about it", (it) => it.notices.some((notice) => notice.kind === "removed"));
  await driver.evaluate("clearInterval(window.taking)");
  await driver.press("o");
  await until("the text again", async () => (await driver.panel<string>(TEXT)) === OWN);
  assert.deepEqual(driver.errors, []);
});

test("a page that takes the focus every 10 ms is told of in the panel, and what was written stays", async () => {
  const { driver } = browser;
  await written(driver);
  // What follows a key within 0.8 s is the agent's own doing (theft.ts); the keys that opened the card are older than that.
  const opened = await driver.evaluate<number>("performance.now()");
  await until("the keys to be over", () => driver.evaluate<boolean>(`performance.now() > ${opened + 1000}`));
  await driver.evaluate("(() => { const field = document.createElement('textarea'); window.thefts = 0; field.addEventListener('focus', () => thefts++); document.body.prepend(field); window.taking = setInterval(() => document.activeElement === field || field.focus({ preventScroll: true }), 10); })()");
  for (const time of [1, 2, 3]) {
    await until(`theft ${time}`, () => driver.evaluate<boolean>(`window.thefts >= ${time}`));
    await driver.clickIn("panel", ".draft-text");
  }
  await shownInPanel(driver, ".notices [data-kind=focus_stolen]");
  assert.equal(await driver.panel(TEXT), OWN);
  await driver.evaluate("clearInterval(window.taking)");
  assert.deepEqual(driver.errors, []);
});

test("a page that takes our parts away and the focus to itself every 10 ms loses us, never what was done; left alone, all is there again", async () => {
  const { driver } = browser;
  const hostile = (what: string): Promise<unknown> => driver.evaluate(`(() => {
    const field = document.createElement('textarea');
    document.body.prepend(field);
    window.taking = setInterval(() => {
      for (const it of [...document.documentElement.children]) if (it.localName.startsWith('x-')) it.remove();
      if (document.activeElement !== field) field.focus({ preventScroll: true });
    }, 10);
    document.title = ${JSON.stringify(what)};
  })()`);
  const removed = (what: string): Promise<unknown> => reported(driver, `a word about ${what}`, (it) => it.notices.some((notice) => notice.kind === "removed"));
  const ours = (): Promise<boolean> => driver.evaluate<boolean>("[...document.documentElement.children].some((it) => it.localName.startsWith('x-'))");

  // Badges, the card and what it says.
  await card(driver);
  await driver.press("d", "d");
  await until("what is done", async () => (await kept(driver)).filter((it) => it.done).length === 1);
  await hostile("card");
  await removed("the card");
  await until("nothing of ours", async () => !(await ours()));
  const { read } = await settled(driver);
  assert.ok(read > 0, "it is still read");
  assert.equal((await kept(driver)).filter((it) => it.done).length, 1);
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await until("the quiet badge of what is done", async () => (await driver.badges()).filter((it) => it.level === "done").length === 1);

  // Chips.
  await scores(driver);
  await hostile("chips");
  await removed("the chips");
  await until("nothing of ours", async () => !(await ours()));
  assert.deepEqual(await driver.chips(), []);
  await scores(driver);
  assert.deepEqual(driver.errors, []);
});

for (const [what, width, zoom] of [["360 px wide", 360, 1], ["at 200 % zoom", 1280, 2]] as const) {
  test(`the welcome page and the popup are whole ${what}`, async () => {
    const { driver } = browser;
    for (const page of ["welcome.html", "popup.html"]) {
      await driver.openOwn(page);
      await driver.widenOptions(width / zoom);
      await until(page, () => driver.extension<boolean>("document.querySelector('h1, h2') !== null"));
      assert.ok(await driver.extension<boolean>("document.documentElement.scrollWidth <= innerWidth"), `${page} scrolls sideways`);
      assert.deepEqual(await violations((expression) => driver.extension(expression)), [], page);
    }
    await driver.widenOptions(1280);
  });
}
