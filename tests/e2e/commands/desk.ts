// The panel around the records: what it lists, how wide it is, what was promised, the agent's own texts.

import assert from "node:assert/strict";
import { card, kept, newDay, queue } from "../harness/begin.ts";
import { openKit } from "../harness/browser.ts";
import { type Driver, until } from "../harness/driver.ts";
import { pageNamed } from "../harness/kits.ts";
import { badgesShown } from "../harness/marks.ts";
import { shownInPanel } from "../harness/panel.ts";
import type { Case } from "./case.ts";

const rows = (driver: Driver): Promise<number | null> => driver.panel<number>("document.querySelectorAll('.queue > .lists > .rows > .row').length");
const width = (driver: Driver): Promise<number | null> => driver.panel<number>("innerWidth");
const edit = (driver: Driver, edits: object): Promise<unknown> => driver.extension(`chrome.runtime.sendMessage(${JSON.stringify({ kind: "settings.edit", edits })})`);

/** The queue with records of two shops, seen one after the other. */
async function twoShops(driver: Driver): Promise<void> {
  await newDay(driver);
  for (const name of ["jd-table", "taobao-group"]) {
    await openKit(driver, pageNamed(name));
    await badgesShown(driver, 1);
  }
  await driver.press("q");
  await shownInPanel(driver, "#queue-platform");
}

/** A card, and a message of the agent's own that promises something. */
async function texts(driver: Driver): Promise<void> {
  await edit(driver, [
    { path: "/snippets/own/call", value: { title: "回电", text: "24小时内给您回电。", use: "message" } },
    { path: "/replies/promises", value: true },
  ]);
  await card(driver);
  await shownInPanel(driver, ".own-texts");
}

/** The deadlines, among them a promise. */
async function promised(driver: Driver): Promise<void> {
  await texts(driver);
  await driver.clickIn("panel", ".own-texts > summary");
  await driver.clickIn("panel", ".own-text");
  await shownInPanel(driver, ".own-text[data-done]");
  await driver.press("4");
  await shownInPanel(driver, ".promised");
}

const moves = (key: string, way: 1 | -1): Case => ({
  on: queue,
  stays: true,
  does: async (driver, press) => {
    // From the middle, so that there is somewhere to go.
    await edit(driver, [{ path: "/look/dock/width", value: 420 }]);
    const before = await until("the width in the middle", async () => ((await width(driver)) === 420 ? 420 : null));
    await press("z", key);
    await until("another width", async () => (await width(driver)) === before + 40 * way);
  },
});

export const DESK: Readonly<Record<string, Case>> = {
  "queue.level": {
    on: queue,
    does: async (driver, press) => {
      const all = await rows(driver);
      const chosen = (): Promise<string | null> => driver.panel<string>("document.querySelector('.filter [aria-pressed=true]')?.dataset.level ?? null");
      assert.equal(await chosen(), null);
      await press("l");
      const level = await until("a level", chosen);
      const shown = await rows(driver);
      assert.ok(shown !== null && all !== null && shown > 0 && shown < all, `${shown} of ${all} rows`);
      assert.equal(await driver.panel(`document.querySelectorAll('.queue > .lists > .rows > .row:not([data-level="${level}"])').length`), 0);
      const levels = await driver.panel<number>("document.querySelectorAll('.filter [data-level]:not([disabled])').length");
      for (let left = levels ?? 0; left > 0; left--) await press("l");
      await until("all levels again", async () => (await chosen()) === null);
      assert.equal(await rows(driver), all);
    },
  },
  "queue.platform": {
    on: twoShops,
    does: async (driver, press) => {
      const all = await rows(driver);
      const chosen = (): Promise<string | null> => driver.panel<string>("document.querySelector('#queue-platform').value || null");
      for (const platform of ["jd", "taobao"]) {
        await press("Shift+L");
        await until(`only ${platform}`, async () => (await chosen()) === platform);
        const shown = await rows(driver);
        assert.ok(shown !== null && all !== null && shown > 0 && shown < all, `${shown} of ${all} rows`);
      }
      await press("Shift+L");
      await until("both again", async () => (await rows(driver)) === all);
    },
  },
  "queue.aside": {
    on: queue,
    does: async (driver, press) => {
      await press("j");
      await press("d", "d");
      await until("what is done", async () => (await kept(driver)).length === 1);
      await shownInPanel(driver, ".aside-done");
      await press("a");
      await shownInPanel(driver, ".aside-done[open] .row");
      await press("a");
      await until("the fold", async () => (await driver.panel<boolean>("document.querySelector('.aside[open]') !== null")) === false);
    },
  },
  "promise.kept": {
    on: promised,
    does: async (driver, press) => {
      await press("d", "k");
      await until("no promise", async () => (await driver.panel<boolean>("document.querySelector('.promised') !== null")) === false);
    },
  },
  "texts.find": {
    on: texts,
    does: async (driver, press) => {
      await press("i", "o");
      await until("the search", () => driver.panel<boolean>("document.activeElement?.className === 'own-search' || null"));
      await driver.pressInPanel(..."hd");
      await until("one text", () => driver.panel<boolean>("document.querySelectorAll('.own-text').length === 1 || null"));
      await driver.pressInPanel("Enter");
      await shownInPanel(driver, ".own-text[data-done]");
    },
  },
  "panel.wider": moves("+", 1),
  "panel.narrower": moves("-", -1),
  "options.open": {
    on: queue,
    does: async (driver, press) => {
      // The page that the test itself asks from is not to be the one.
      await driver.openPopup();
      await driver.front("page");
      await press("z", "o");
      const open = "chrome.tabs.query({}).then((tabs) => tabs.filter((it) => it.url?.endsWith('pages/options.html')).map((it) => it.id))";
      const [tab] = await until("the options in a tab", async () => ((await driver.extension<number[]>(open)).length > 0 ? driver.extension<number[]>(open) : null));
      await driver.extension(`chrome.tabs.remove(${tab})`);
    },
  },
};
