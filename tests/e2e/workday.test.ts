// One working day with the keyboard alone and without eyes: a refund, a review, a score, the options. Every stop of the focus has a role and a
// name that a screen reader can say, and what was done is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stopOf } from "./harness/axe.ts";
import { openKit, useBrowser } from "./harness/browser.ts";
import { type Driver, until } from "./harness/driver.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown } from "./harness/marks.ts";
import { shownInPanel } from "./harness/panel.ts";
import { reported } from "./harness/report.ts";

const browser = useBrowser();
const SAID = "document.querySelector('.only-heard[role=status]')?.textContent.trim() || null";

/** Tabs through the panel from where the focus is; answers each stop as a screen reader says it. */
async function panelStops(driver: Driver, most: number): Promise<string[]> {
  const stops: string[] = [];
  for (let at = 0; at < most; at++) {
    const stop = await stopOf((expression) => driver.panel(expression));
    if (stop === null) break;
    stops.push(stop);
    await driver.pressInPanel("Tab");
  }
  return stops;
}

function assertNamed(stops: readonly string[], least: number): void {
  assert.ok(stops.length >= least, `${stops.length} stops: ${stops.join(" | ")}`);
  for (const stop of stops) assert.match(stop, /^[a-z]+ .*\S/, `a stop without role or name among ${stops.join(" | ")}`);
}

test("a refund: found, opened, its message copied, done, and the queue walked through", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await driver.press("j", "o");
  await shownInPanel(driver, ".sheet .message-text");
  await driver.press("c");
  await until("that it is copied, said", () => driver.panel<string>(SAID));
  const heading = await driver.panel<string>("document.querySelector('.card h2').textContent");
  assert.ok(heading && heading.trim() !== "");
  const before = await driver.panel<string>(SAID);
  await driver.press("d", "d");
  await until("that it is done, said", async () => {
    const said = await driver.panel<string>(SAID);
    return said !== before ? said : null;
  });
  await driver.press("Escape", "q");
  await shownInPanel(driver, ".queue .row");
  await driver.press("f");
  await until("the focus in the panel", () => driver.panel<boolean>("document.activeElement?.id === 'queue-search' || null"));
  const stops = await panelStops(driver, 10);
  assertNamed(stops, 4);
  assert.ok(stops[0]?.startsWith("searchbox "), stops[0]);
});

test("a review: its draft edited, looked over and copied, and what stands around it named", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("reviews-jd"));
  await badgesShown(driver, 1);
  await driver.press("j", "o");
  await shownInPanel(driver, ".sheet-review");
  await until("a draft", () => driver.panel<string>("document.querySelector('.draft-text')?.value || null"));
  await driver.press("e");
  await until("the focus in the field", () => driver.panel<boolean>("document.activeElement?.className === 'draft-text' || null"));
  const stop = await stopOf((expression) => driver.panel(expression));
  assert.match(stop ?? "", /^textbox .*\S/);
  await driver.pressInPanel("Control+End", "!");
  await until("the edit", () => driver.panel<boolean>("document.querySelector('.draft-text').value.endsWith('!') || null"));
  await until("the lint's word", () => driver.panel<boolean>("!!document.querySelector('.lint-line[data-state=clear], .findings:not(:has([data-severity=block]))') || null"));
  await driver.panel("document.querySelector('.copy-reply').focus()");
  await driver.pressInPanel("Enter");
  await until("that it is copied", () => driver.panel<boolean>("document.querySelector('.copy-reply[data-done]') !== null || null"));
  assertNamed(await panelStops(driver, 4), 2);
});

test("a score: reached, its target moved, the calculator read", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("scores-taobao"));
  await reported(driver, "scores", (it) => it.page === "scores" && it.scores.length > 0);
  await until("chips", async () => (await driver.chips()).length > 0);
  const before = (await driver.chips()).map((it) => it.label).join();
  await driver.press("s", "+");
  await until("another target", async () => (await driver.chips()).map((it) => it.label).join() !== before);
  await driver.press("t");
  const answer = await shownInPanel(driver, ".calc-answer");
  assert.ok(answer.trim() !== "");
  await driver.press("Escape");
});

test("the options: every stop is named, a switch is turned and turned back", async () => {
  const { driver } = browser;
  await driver.openOptions();
  const stops: string[] = [];
  await driver.extension("document.querySelector('main section').querySelector('button, input, select').focus()");
  for (let at = 0; at < 40; at++) {
    const stop = await stopOf((expression) => driver.extension(expression));
    if (stop === null) break;
    stops.push(stop);
    await driver.pressInOptions("Tab");
  }
  assertNamed(stops, 20);
  await driver.extension("document.querySelector('#bare').focus()");
  const on = (): Promise<string> => driver.extension<string>("document.querySelector('#bare').getAttribute('aria-checked')");
  const before = await on();
  for (const wanted of [before === "true" ? "false" : "true", before]) {
    await driver.pressInOptions("Enter");
    await until(`the switch ${wanted}`, async () => (await on()) === wanted);
  }
});
