// The page is left as it was: switching off restores the DOM exactly.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openKit, useBrowser } from "../harness/browser.ts";
import { type Driver, until } from "../harness/driver.ts";
import { pageNamed } from "../harness/kits.ts";
import { badgesShown, highlighted } from "../harness/marks.ts";
import { reported } from "../harness/report.ts";

const browser = useBrowser();
const pause = (driver: Driver, paused: boolean): Promise<unknown> =>
  driver.extension(`chrome.tabs.sendMessage(tab, { kind: 'pause', paused: ${paused} }, { frameId: 0 })`);
// The pages' own countdowns go on meanwhile: what they show is left out.
const page = (driver: Driver): Promise<string> =>
  driver.evaluate("document.documentElement.outerHTML.replace(/(class=\"[^\"]*countdown\">)[^<]*/g, '$1')");

for (const name of ["taobao-group", "douyin-fixed", "pdd-cards", "jd-cards"]) {
  test(`${name} is the same before and after`, async () => {
    const { driver } = browser;
    await openKit(driver, pageNamed(name));
    await reported(driver, "an answer", () => true);
    await pause(driver, true);
    await reported(driver, "the pause", (it) => it.paused);
    await openKit(driver, pageNamed(name));
    await reported(driver, "the pause after a new start", (it) => it.paused);
    const before = await page(driver);
    assert.deepEqual(await driver.badges(), []);

    await pause(driver, false);
    await badgesShown(driver, 1);
    await driver.press("j", "o");
    await until("the panel", () => driver.panel("1"));

    await pause(driver, true);
    await until("our nodes to leave", async () => {
      const now = await page(driver);
      if (now === before) return true;
      throw new Error(firstDifference(before, now));
    });
    assert.equal(await highlighted(driver), 0);
    await pause(driver, false);
    await reported(driver, "records again", (it) => it.read > 0);
  });
}

function firstDifference(before: string, now: string): string {
  let at = 0;
  while (before[at] === now[at]) at++;
  return `before: …${before.slice(at - 60, at + 120)}…\nnow: …${now.slice(at - 60, at + 120)}…`;
}
