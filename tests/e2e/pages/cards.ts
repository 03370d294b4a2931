// The card says what it is about: the reason and whether it counts, by which rule and since when, the buyer's words, what helps, what to write.

import assert from "node:assert/strict";
import type { Driver } from "../harness/driver.ts";
import type { KitPage, Truth } from "../harness/kits.ts";
import { MARKED } from "../harness/marks.ts";
import { cardOf } from "../harness/panel.ts";
import type { Report } from "../harness/report.ts";

/** Cards looked at on each page. */
const MOST = 12;

/** Turns the cards of the marked refunds of an open page. */
export async function assertCards(driver: Driver, page: KitPage, report: Report, truth: Truth | null): Promise<void> {
  const marked = report.records.filter((it) => MARKED.includes(it.level ?? "")).slice(0, MOST);
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
    if (card.answer === "yes" && page.name !== "jd-table") assert.match(card.ruleSource, /\d{4}/, record.id);
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
}
