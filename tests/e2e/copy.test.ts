// The message goes to the clipboard, letter by letter, and nowhere else: nothing is filled in, clicked or submitted.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openKit, useBrowser } from "./harness/browser.ts";
import { type Driver, until } from "./harness/driver.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown } from "./harness/marks.ts";
import { shownInPanel } from "./harness/panel.ts";

const browser = useBrowser();
// The box of the message that the key copies has the key on its button.
const MESSAGE = "[...document.querySelectorAll('.message')].find((it) => it.querySelector('kbd'))?.querySelector('.message-text').textContent ?? null";
const DONE = "document.querySelector('.message .button[data-done]')?.closest('.message').querySelector('.message-text').textContent ?? null";
const LISTEN = `(() => {
  window.heard = [];
  for (const kind of ['submit', 'click', 'input', 'change', 'copy', 'beforeunload']) addEventListener(kind, (event) => heard.push(event.type), true);
})()`;

/** What is on the clipboard, seen by pasting it as the agent would. */
async function pasted(driver: Driver): Promise<string> {
  await driver.evaluate("(() => { const field = document.createElement('textarea'); field.id = 'pasted'; document.body.prepend(field); field.focus(); })()");
  await driver.press("Control+v");
  const text = await until("the pasted text", () => driver.evaluate<string>("document.getElementById('pasted').value"));
  await driver.evaluate("document.getElementById('pasted').remove()");
  return text;
}

for (const name of ["taobao-group", "douyin-pairs", "pdd-cards", "hostile-trusted-types"]) {
  test(`${name}: c copies the message of the card, and the panel says so`, async () => {
    const { driver } = browser;
    await openKit(driver, pageNamed(name));
    await badgesShown(driver, 1);
    await driver.evaluate(LISTEN);
    await driver.press("j", "o");
    await shownInPanel(driver, ".sheet");
    const message = await until("a card with a message", async () => {
      const found = await driver.panel<string>(MESSAGE);
      if (found === null) await driver.press("j");
      return found;
    });
    await driver.press("c");
    assert.equal(await until("the word that it is copied", () => driver.panel<string>(DONE)), message);
    assert.deepEqual(await driver.evaluate("heard"), [], "the page hears nothing of it");
    assert.equal(await pasted(driver), message);
    assert.deepEqual(driver.errors, []);
  });
}

test("the button in the panel copies its message", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("jd-table"));
  await badgesShown(driver, 1);
  await driver.evaluate(LISTEN);
  await driver.press("j", "o");
  const message = await shownInPanel(driver, ".message .message-text");
  await driver.clickIn("panel", ".message .button.primary");
  assert.equal(await until("the word that it is copied", () => driver.panel<string>(DONE)), message);
  assert.deepEqual(await driver.evaluate("heard"), []);
  await driver.press("Escape");
  assert.equal(await pasted(driver), message);
});

test("a message of the agent's own is offered on a refund's card, says what is wrong with it, and a click copies it", async () => {
  const { driver } = browser;
  const own = { a: { title: "催件", text: "您好，{{商品}}已联系快递，{{单号}}", use: "message", order: 0 }, b: { title: "加微信", text: "加我微信返现", use: "message", order: 1 }, c: { title: "回评", text: "谢谢", use: "reply", order: 2 } };
  const edits = Object.entries(own).map(([id, value]) => ({ path: `/snippets/own/${id}`, value }));
  await driver.extension(`chrome.runtime.sendMessage(${JSON.stringify({ kind: "settings.edit", edits })})`);
  await openKit(driver, pageNamed("jd-table"));
  await badgesShown(driver, 1);
  await driver.press("j", "o");
  await shownInPanel(driver, ".own-texts");
  await driver.clickIn("panel", ".own-texts > summary");
  assert.equal(await driver.panel("document.querySelectorAll('.own-text').length"), 2, "a reply to a review is not offered here");
  assert.match(await shownInPanel(driver, ".own-texts li:last-child .own-note[data-bad]"), /\S/);
  assert.match(await shownInPanel(driver, ".own-texts li:first-child .own-note"), /单号/);
  await driver.clickIn("panel", ".own-texts li:first-child .own-text");
  await shownInPanel(driver, ".own-text[data-done] b");
  await driver.press("Escape");
  const text = await pasted(driver);
  assert.match(text, /^您好，(?!\{\{).+已联系快递，\{\{单号\}\}$/);
  await driver.extension("chrome.runtime.sendMessage({ kind: 'settings.reset' })");
});

test("no key of ours submits, clicks or fills in anything", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await driver.evaluate(LISTEN);
  await driver.evaluate("(() => { const form = document.createElement('form'); form.innerHTML = '<button>同意退款</button>'; document.body.prepend(form); })()");
  const address = await driver.evaluate<string>("location.href");
  await driver.press("j", "o", "c", "j", "k", "q", "q", "?", "Escape", "o", "c", "Escape");
  await until("the panel to leave", async () => (await driver.panel("1")) === null);
  assert.deepEqual(await driver.evaluate("heard"), []);
  assert.equal(await driver.evaluate("location.href"), address);
});

beforeEach(async () => browser.driver.evaluate("window.getSelection()?.removeAllRanges()"));
