// Whoever writes, writes: no key is taken from a field or from an input method.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kept, newDay } from "./harness/begin.ts";
import { openKit, useBrowser } from "./harness/browser.ts";
import { type Driver, until } from "./harness/driver.ts";
import { compose, endComposing, pressWhileComposing } from "./harness/input-method.ts";
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

test("a key that belongs to an input method does nothing, the same key without it does", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await driver.evaluate("(() => { window.codes = []; addEventListener('keydown', (event) => codes.push(event.keyCode)); })()");
  await pressWhileComposing(driver, "j", "o", "q");
  await until("three keys of an input method", async () => (await driver.evaluate<number[]>("codes")).length === 3);
  assert.deepEqual(await driver.evaluate("codes"), [229, 229, 229], "the page gets them");
  await untouched(driver);
  await driver.press("q");
  await shownInPanel(driver, ".queue");
});

test("composing in a field stays with the field", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("pdd-cards"));
  await badgesShown(driver, 1);
  await driver.evaluate("(() => { const field = document.createElement('textarea'); field.id = 'field'; document.body.prepend(field); field.focus(); window.composing = false; field.addEventListener('compositionstart', () => (composing = true)); })()");
  await compose(driver, "zhi");
  await until("the composition", () => driver.evaluate<boolean>("composing"));
  await pressWhileComposing(driver, "j", "o", "q");
  await until("the composed text", async () => (await driver.evaluate<string>("document.getElementById('field').value")).includes("zhi"));
  await untouched(driver);
});

test("in the panel, too, an input method's keys are no commands, and what it composes stays in its field", async () => {
  const { driver } = browser;
  /** Is it the input method's, as the panel hears it? A key without a sign says so by `isComposing` alone in Firefox. */
  const HEAR = "(() => { window.theirs = []; addEventListener('keydown', (event) => theirs.push(event.isComposing || event.keyCode === 229), true); })()";
  const theirs = (): Promise<boolean[] | null> => driver.panel<boolean[]>("theirs");
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await driver.press("q");
  await shownInPanel(driver, ".queue .row");
  await driver.clickIn("panel", "#queue-search");
  await driver.panel(HEAR);
  await compose(driver, "zhi");
  await until("the composed text", async () => (await driver.panel("document.activeElement.id === 'queue-search' && document.activeElement.value")) === "zhi");
  // Escape takes the composition back; it neither leaves the field nor closes the panel.
  const heard = (await theirs())?.length ?? 0;
  await pressWhileComposing(driver, "d", "Escape");
  await until("the keys of the input method", async () => ((await theirs())?.length ?? 0) >= heard + 2);
  assert.deepEqual([...new Set(await theirs())], [true]);
  assert.equal(await driver.panel("document.activeElement.id"), "queue-search");
  await endComposing(driver);
  await until("an empty search", async () => (await driver.panel("document.querySelector('#queue-search').value")) === "");

  await driver.press("Escape", "Escape");
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await driver.press("j", "o");
  const card = await shownInPanel(driver, ".sheet .facts");
  await driver.clickIn("panel", ".sheet h2");
  await driver.panel(HEAR);
  await pressWhileComposing(driver, "j", "q", "c");
  await until("three keys of an input method", async () => (await theirs())?.length === 3);
  assert.deepEqual(await theirs(), [true, true, true]);
  assert.equal(await driver.panel("document.querySelector('.sheet .facts')?.textContent"), card, "the same card");
  await driver.pressInPanel("j");
  await until("another card", async () => (await driver.panel("document.querySelector('.sheet .facts').textContent")) !== card);
  assert.deepEqual(driver.errors, []);
});

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

test("with the focus in a frame of the page keys mean the same, and what is typed in a field there is left alone", async () => {
  const { driver } = browser;
  const inFrame = (expression: string): string => `(() => { const frame = document.querySelector('iframe'); const inner = frame.contentDocument; return (${expression}); })()`;
  const toFrame = async (): Promise<void> => {
    await driver.evaluate(inFrame("(inner.activeElement?.blur(), frame.focus(), frame.contentWindow.focus())"));
    await until("the focus in the frame", () => driver.evaluate<boolean>(inFrame("document.activeElement === frame && inner.hasFocus()")));
  };
  const gone = (): Promise<unknown> => until("the panel to leave", async () => (await driver.panel("1")) === null);
  await newDay(driver);
  await openKit(driver, pageNamed("hostile-blank-frame"));
  await until("the list in the frame", async () => ((await report(driver))?.read ?? 0) > 0);
  await driver.evaluate(inFrame("(window.heard = [], inner.defaultView.addEventListener('keydown', (event) => heard.push(event.key)))"));
  await toFrame();
  await driver.press("j", "d", "d");
  await until("what is done", async () => (await kept(driver)).filter((it) => it.done).length === 1);
  await driver.press("d", "u");
  await until("that it is taken back", async () => (await kept(driver)).length === 0);
  await driver.press("j", "o");
  const card = await shownInPanel(driver, ".sheet .facts");
  await driver.press("c");
  await shownInPanel(driver, ".message .button[data-done]");
  assert.equal(await driver.evaluate(inFrame("inner.hasFocus()")), true, "the focus has stayed in the frame");
  // This is no review: nothing is put in anywhere, and the keys are the page's.
  await driver.evaluate("void (heard.length = 0)");
  await driver.press("i", "i");
  await until("both strokes", async () => (await driver.evaluate<string[]>("heard")).join("") === "ii");
  assert.equal(await driver.panel("document.querySelector('.sheet .facts').textContent"), card);
  await driver.press("?");
  await shownInPanel(driver, ".help kbd");
  await driver.press("Escape");
  await gone();
  await driver.press("z", "p");
  await until("the pause", async () => (await report(driver))?.paused === true);
  await driver.press("z", "p");
  await until("the list in the frame again", async () => ((await report(driver))?.read ?? 0) > 0);

  await driver.evaluate(inFrame("inner.body.prepend(Object.assign(inner.createElement('textarea'), { id: 'field' }))"));
  await driver.evaluate(inFrame("(frame.focus(), inner.getElementById('field').focus())"));
  await driver.press(...TYPED);
  await until("the typed text", async () => (await driver.evaluate(inFrame("inner.getElementById('field').value"))) === TYPED.join(""));
  await untouched(driver);
  assert.deepEqual(driver.errors, []);
});
