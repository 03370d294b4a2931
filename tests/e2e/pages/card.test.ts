// The card says what it is about: the reason and whether it counts, by which rule and since when, the buyer's words, what helps, what to write.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openKit, useBrowser } from "../harness/browser.ts";
import { startEngine } from "../harness/engine.ts";
import { pageNamed, truthOf } from "../harness/kits.ts";
import { badgesShown, MARKED } from "../harness/marks.ts";
import { cardOf, shownInPanel } from "../harness/panel.ts";
import { settled } from "../harness/report.ts";

const browser = useBrowser();
/** Cards looked at on each page. */
const MOST = 12;

for (const name of ["taobao-group", "douyin-pairs", "pdd-cards", "jd-table"]) {
  test(`${name}: the cards of marked refunds say what they must`, async () => {
    const { driver } = browser;
    const truth = truthOf(pageNamed(name));
    await openKit(driver, pageNamed(name));
    await badgesShown(driver, 1);
    const marked = (await settled(driver)).records.filter((it) => MARKED.includes(it.level ?? "")).slice(0, MOST);
    const shown = (await driver.evaluate<string>("document.body.innerText")).replace(/\s+/g, "");
    assert.ok(marked.length > 2);
    await driver.press("j", "o");
    let [cues, messages] = [0, 0];
    for (const [place, record] of marked.entries()) {
      if (place > 0) await driver.press("j");
      const card = await cardOf(driver, record.id);
      const wanted = truth?.records.find((it) => record.ids.includes(it.refund ?? it.order ?? ""));
      assert.equal(card.reason, wanted?.reason, record.id);
      assert.ok(card.counts !== "" && card.rule !== "", `${record.id}: whether it counts, and by which rule`);
      // What counts, counts by a rule with a date; where none is known (all of JD's reasons), none is claimed.
      if (card.answer === "yes" && name !== "jd-table") assert.match(card.ruleSource, /\d{4}/, record.id);
      assert.doesNotMatch(card.ruleSource, /unknown|not found/, "a pack's own word for a gap is no word for the agent");
      for (const { text, cues: found } of card.words) {
        assert.ok(shown.includes(text.replace(/\s+/g, "")), `not the buyer's words: ${text}`);
        cues += found.length;
      }
      assert.deepEqual(card.advice.map((it) => it.kind).filter((it) => it !== "none"), record.advice.filter((it) => it !== "none"), "the report's advice in its order");
      for (const { title, message } of card.advice) {
        assert.ok(title !== "");
        assert.ok(!/[{}]/.test(message ?? ""), `an open slot: ${message}`);
        if (message) messages++;
      }
    }
    assert.ok(cues > 0 && messages > 0, `${cues} cues, ${messages} messages on ${marked.length} cards`);
    assert.deepEqual(driver.errors, []);
  });
}

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
