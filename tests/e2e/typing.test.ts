// Whoever writes, writes: no key is taken from a field or from an input method.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BROWSER, openKit, useBrowser } from "./harness/browser.ts";
import { type ChromiumDriver } from "./harness/chromium.ts";
import { type Driver, until } from "./harness/driver.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown } from "./harness/marks.ts";
import { shownInPanel } from "./harness/panel.ts";
import { report } from "./harness/report.ts";

const browser = useBrowser();
const TYPED = ["j", "k", "o", "c", "q", "?", "z", "p"];

async function untouched(driver: Driver): Promise<void> {
  assert.equal(await driver.panel("1"), null, "no panel");
  assert.equal((await report(driver))?.paused, false);
}

const FIELDS: Readonly<Record<string, string>> = {
  "a remark box": "<textarea id=field aria-label=备注></textarea>",
  "a search field": "<input id=field type=search>",
  "an editor": "<div id=field contenteditable=true style='min-height:20px'></div>",
  "an editor inside a component": "<div contenteditable=true><p id=field tabindex=0>&#8203;</p></div>",
  "a text box of the kit": "<div id=field role=textbox tabindex=0 contenteditable=plaintext-only></div>",
};
for (const [what, html] of Object.entries(FIELDS)) {
  test(`keys typed in ${what} are text and nothing else`, async () => {
    const { driver } = browser;
    await openKit(driver, pageNamed("taobao-group"));
    await badgesShown(driver, 1);
    await driver.evaluate(`(() => { const box = document.createElement('div'); box.innerHTML = ${JSON.stringify(html)}; document.body.prepend(box); scrollTo(0, 0); })()`);
    await driver.click("#field");
    await driver.press(...TYPED);
    await until("the typed text", async () => (await driver.evaluate<string>("(document.getElementById('field').value ?? document.getElementById('field').textContent).replace('\\u200b', '')")) === TYPED.join(""));
    await untouched(driver);
  });
}

test("keys typed in the remark box of a detail page are text and nothing else", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("taobao-detail"));
  await until("the page side", async () => (await report(driver))?.page === "refund_detail");
  await driver.evaluate("document.body.append(Object.assign(document.createElement('textarea'), { id: 'remark', placeholder: '备注' }))");
  await driver.click("#remark");
  await driver.press(...TYPED, "Enter");
  await until("the typed text", async () => (await driver.evaluate("document.getElementById('remark').value")) === `${TYPED.join("")}\n`);
  await untouched(driver);
});

// WebDriver BiDi has no way to compose text: an input method at work can be played in Chromium only.
if (BROWSER === "chromium") {
  test("a key that belongs to an input method does nothing, the same key without it does", async () => {
    const driver = browser.driver as ChromiumDriver;
    await openKit(driver, pageNamed("taobao-group"));
    await badgesShown(driver, 1);
    await driver.evaluate("(() => { window.codes = []; addEventListener('keydown', (event) => codes.push(event.keyCode)); })()");
    for (const key of ["j", "o", "q"]) await driver.pressWhileComposing(key);
    await until("three keys of an input method", async () => (await driver.evaluate<number[]>("codes")).length === 3);
    assert.deepEqual(await driver.evaluate("codes"), [229, 229, 229], "the page gets them");
    await untouched(driver);
    await driver.press("q");
    await shownInPanel(driver, ".queue");
  });

  test("composing in a field stays with the field", async () => {
    const driver = browser.driver as ChromiumDriver;
    await openKit(driver, pageNamed("pdd-cards"));
    await badgesShown(driver, 1);
    await driver.evaluate("(() => { const field = document.createElement('textarea'); field.id = 'field'; document.body.prepend(field); field.focus(); window.composing = false; field.addEventListener('compositionstart', () => (composing = true)); })()");
    await driver.compose("zhi");
    await until("the composition", () => driver.evaluate<boolean>("composing"));
    for (const key of ["j", "o", "q"]) await driver.pressWhileComposing(key);
    await until("the composed text", async () => (await driver.evaluate<string>("document.getElementById('field').value")).includes("zhi"));
    await untouched(driver);
  });
}

for (const [what, open] of [["an open panel", true], ["a panel that is still to come", false]] as const) {
  test(`what is typed right after f is in the search of ${what}, and the page hears nothing of it`, async () => {
    const { driver } = browser;
    // Letters that would copy a message, mark a refund as done and turn a tab, if they were taken for commands.
    const search = "cdd4q7";
    await openKit(driver, pageNamed("taobao-group"));
    await badgesShown(driver, 1);
    await driver.evaluate("(() => { window.heard = ''; addEventListener('keydown', (event) => (heard += event.key), true); })()");
    if (open) {
      await driver.press("q");
      await shownInPanel(driver, ".queue .row");
    }
    await driver.press("f", ...search);
    // All of it in one look, which is told where it never comes.
    const field = (): Promise<unknown> => driver.panel("({ text: document.querySelector('#queue-search')?.value, focus: document.hasFocus() && document.activeElement.id })");
    await until("the search", async () => (assert.deepEqual(await field(), { text: search, focus: "queue-search" }), true));
    await driver.pressInPanel("8");
    await until("one more", async () => (await driver.panel<string>("document.querySelector('#queue-search').value")) === `${search}8`);
    assert.equal(await driver.evaluate("heard"), "", "the page hears none of it");
    assert.deepEqual(driver.errors, []);
  });
}
