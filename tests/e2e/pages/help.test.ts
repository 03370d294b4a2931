// The help over the page. What cards say: cards.ts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openKit, useBrowser } from "../harness/browser.ts";
import { startEngine } from "../harness/engine.ts";
import { pageNamed } from "../harness/kits.ts";
import { badgesShown } from "../harness/marks.ts";
import { shownInPanel } from "../harness/panel.ts";

const browser = useBrowser();

test("the help lists every command of the key map with its keys", async () => {
  const { driver } = browser;
  const evaluate = await startEngine();
  const locale = await driver.extension<string>("chrome.i18n.getUILanguage()");
  const start = evaluate({ kind: "start", locale, settings: {} }) as { keymap: { commands: { title: string; keys: string[] }[] } };
  const wanted = start.keymap.commands.filter((it) => it.keys.length > 0).map((it) => it.title);
  assert.ok(wanted.length >= 8);
  await openKit(driver, pageNamed("jd-cards"));
  await badgesShown(driver, 1);
  await driver.press("?");
  await shownInPanel(driver, ".help");
  const listed = await driver.panel<[string, number][]>("[...document.querySelectorAll('.help dt')].map((it) => [it.textContent, it.nextElementSibling.querySelectorAll('kbd').length])");
  assert.deepEqual((listed ?? []).map(([title]) => title).sort(), [...wanted].sort());
  assert.ok(listed?.every(([, keys]) => keys > 0));
});
