// Answering a review.

import assert from "node:assert/strict";
import { draft, openBeside } from "../harness/begin.ts";
import { openKit } from "../harness/browser.ts";
import { type Driver, until } from "../harness/driver.ts";
import { pageNamed, truthOf } from "../harness/kits.ts";
import { badgesShown } from "../harness/marks.ts";
import { shownInPanel } from "../harness/panel.ts";
import { type Case, savedFile, watchSaving } from "./case.ts";

const FIELD = "document.querySelector('.draft-text')";
const text = (driver: Driver): Promise<string | null> => driver.panel<string>(`${FIELD}.value`);

/** A draft in which two things are wrong, one of which can be taken out. */
async function flawed(driver: Driver): Promise<void> {
  await draft(driver);
  await driver.panel(`(() => { const field = ${FIELD}; field.value = '加微信，请打13812345678'; field.dispatchEvent(new InputEvent('input', { bubbles: true })); })()`);
  await shownInPanel(driver, ".findings li:nth-child(2)");
}

/** Reviews that ask for money. */
async function malicious(driver: Driver): Promise<void> {
  const page = pageNamed("reviews-jd");
  await openKit(driver, page);
  await badgesShown(driver, 1);
  const texts = (truthOf(page)?.records ?? []).map((it) => (it as unknown as { text: string | null }).text);
  await driver.evaluate(`(() => {
    const texts = new Set(${JSON.stringify(texts)});
    const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = all.nextNode(); node; node = all.nextNode()) if (texts.has(node.data.trim())) node.data = '不退款就给差评';
  })()`);
  await until("the page to be read anew", async () => (await driver.badges()).every((it) => it.label.includes("不退款就给差评")));
  await openBeside(driver);
  await shownInPanel(driver, ".save-evidence");
}

/** A choice that goes on with every press. */
const goesOn = (one: string, key: string): Case => ({
  on: draft,
  stays: true,
  does: async (driver, press) => {
    const chosen = (): Promise<string | null> => driver.panel<string>(`document.querySelector('.switch:has([data-id=${one}]) [aria-pressed=true]')?.dataset.id ?? null`);
    const before = await until(`a choice like ${one}`, chosen);
    await press("i", key);
    await until("another choice", async () => (await chosen()) !== before);
  },
});

export const REPLIES: Readonly<Record<string, Case>> = {
  "reply.edit": { on: draft, does: async (driver, press) => (await press("e"), void (await until("the field", () => driver.panel<boolean>("document.activeElement?.className === 'draft-text' || null")))) },
  "reply.insert": {
    on: draft,
    does: async (driver, press) => {
      await press("i", "i");
      await until("the word that it is in", () => driver.panel<boolean>("document.querySelector('.outcome[data-outcome=done]') ? true : null"));
      assert.notEqual(await driver.evaluate("[...document.querySelectorAll('.state')].find((it) => it.checkVisibility())?.textContent ?? ''"), "");
    },
  },
  "reply.fault": goesOn("ours", "f"),
  "reply.tone": goesOn("warm", "t"),
  "reply.fix": {
    on: flawed,
    does: async (driver, press) => {
      await press("i", "x");
      await until("a text without the number", async () => (await text(driver)) === "加微信，请打");
    },
  },
  "reply.look": {
    on: flawed,
    does: async (driver, press) => {
      await press("i", "l");
      const chosen = (): Promise<string | null> => driver.panel<string>(`document.activeElement === ${FIELD} ? ${FIELD}.value.slice(${FIELD}.selectionStart, ${FIELD}.selectionEnd) || null : null`);
      const found = await until("a place selected", chosen);
      assert.ok((await text(driver))?.includes(found) && found !== (await text(driver)), found);
    },
  },
  "reply.again": {
    on: draft,
    does: async (driver, press) => {
      // The next card's question finds nobody to answer it.
      await driver.panel("(() => { const send = chrome.runtime.sendMessage.bind(chrome.runtime); chrome.runtime.sendMessage = (message) => (message?.kind === 'evaluate' ? Promise.reject(new Error('stopped')) : send(message)); window.heal = () => (chrome.runtime.sendMessage = send); })()");
      await press("j");
      await until("no draft", () => driver.panel<boolean>("document.querySelector('.part-reply .missing button') ? true : null"));
      await driver.panel("window.heal()");
      await press("i", "r");
      await until("a draft", () => text(driver));
    },
  },
  "reply.evidence": {
    on: malicious,
    does: async (driver, press) => {
      await watchSaving(driver);
      await press("i", "v");
      await savedFile(driver, /^evidence-.*\.json/);
    },
  },
};
