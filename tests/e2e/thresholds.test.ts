// Thresholds of the agent's own: what is marked, what is a bad review, what is close. Whatever is chosen, everything is read and listed.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { newDay } from "./harness/begin.ts";
import { openKit, useBrowser } from "./harness/browser.ts";
import { until } from "./harness/driver.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown, highlighted, visibleBadges } from "./harness/marks.ts";
import { optionsOf } from "./harness/options.ts";
import { settled } from "./harness/report.ts";

const browser = useBrowser();
const { ask, choose, stored, type } = optionsOf(browser);

/** Sets a threshold by its control, and looks at the page again: what is behind another tab is not read. */
async function set(selector: string, value: string, path: string, kept: unknown = value): Promise<void> {
  await choose(selector, value);
  await stored(path, kept);
  await browser.driver.front("page");
}

beforeEach(() => newDay(browser.driver));
afterEach(async () => void (await ask({ kind: "settings.reset" })));

async function open(name: string): Promise<void> {
  await openKit(browser.driver, pageNamed(name));
  await badgesShown(browser.driver, 1);
  await settled(browser.driver);
}
const marked = async (level: string): Promise<number> => (await visibleBadges(browser.driver)).filter((it) => it.level === level).length;
const listed = (): Promise<number> => until("the list", () => browser.driver.panel<number>("document.querySelectorAll('.queue .row').length"));

test("from what may count on, the rest is not marked, and is read, counted and listed as before", async () => {
  const { driver } = browser;
  // Badges are drawn of what is on the screen; this one shows the whole list.
  await driver.resize(1440, 4000);
  await open("taobao-group");
  const before = await settled(driver);
  const level = (name: string): number => before.records.filter((it) => it.level === name).length;
  await until("a light on every record that needs a look", async () => (await highlighted(driver)) === level("watch") + level("at_risk") + level("counted"));
  const [watched, counted, lit] = [await marked("watch"), await marked("counted"), await highlighted(driver)];
  assert.ok(watched > 0 && counted > 0, `${watched} watched, ${counted} counted`);
  await driver.press("q");
  const rows = await listed();
  await driver.openOptions();
  await set("#mark-from", "at_risk", "judgement/mark_from");
  await until("fewer badges", async () => (await marked("counted")) === counted && (await marked("watch")) < watched);
  assert.ok((await highlighted(driver)) < lit);
  const after = await settled(driver);
  assert.deepEqual(after.records.map((it) => it.level), before.records.map((it) => it.level));
  await open("taobao-group");
  await driver.press("q");
  assert.equal(await listed(), rows);
  await driver.openOptions();
  await set("#mark-from", "watch", "judgement/mark_from");
  await until("all badges again", async () => (await marked("watch")) === watched);
  await driver.resize(1440, 900);
});

test("three stars are a bad review where the agent says so, and one alone where two are not", async () => {
  const { driver } = browser;
  await open("reviews-jd");
  const bad = await marked("at_risk");
  const all = (await visibleBadges(driver)).length;
  await driver.openOptions();
  for (const [stars, is] of [["3", (now: number) => now > bad], ["1", (now: number) => now < bad], ["2", (now: number) => now === bad]] as const) {
    await set("#bad-stars", stars, "judgement/bad_stars", Number(stars));
    await until(`what is bad from ${stars} stars down`, async () => (await visibleBadges(driver)).length === all && is(await marked("at_risk")));
  }
});

/** Of the times in the list of deadlines: whether each is shown as close, and whether it lies within so many hours. Minutes are the page's. */
const times = (hours: number): string => `[...document.querySelectorAll('.due-list time')].map((it) => [it.classList.contains('urgent'), Date.parse(it.dateTime) - Date.now() < ${hours} * 3600000, Math.abs(Date.parse(it.dateTime) - Date.now() - ${hours} * 3600000) < 120000])`;

test("a deadline is close in the panel from the agent's own hours on", async () => {
  const { driver } = browser;
  await driver.openOptions();
  const close: number[] = [];
  for (const hours of [1, 72]) {
    await type("#close-hours", String(hours));
    await stored("judgement/close_hours", hours);
    await open("taobao-group");
    await driver.press("q");
    await listed();
    await driver.press("4");
    const shown = await until("the deadlines", async () => {
      const all = await driver.panel<[boolean, boolean, boolean][]>(times(hours));
      return all && all.length > 3 ? all : null;
    });
    for (const [urgent, within, near] of shown) assert.ok(near || urgent === within, JSON.stringify(shown));
    close.push(shown.filter(([urgent]) => urgent).length);
  }
  assert.ok((close[0] ?? 0) < (close[1] ?? 0), `${close} are close at 1 and at 72 hours`);
});
