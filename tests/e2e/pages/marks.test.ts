// Where marks stand. What they say: painted.ts; that no other page has any: reading.test.ts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openKit, useBrowser } from "../harness/browser.ts";
import { until } from "../harness/driver.ts";
import { pageNamed } from "../harness/kits.ts";
import { badgesShown, visibleBadges } from "../harness/marks.ts";

const browser = useBrowser();

test("badges follow the page when it scrolls", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  const before = (await visibleBadges(driver)).map((it) => it.label).join("|");
  await driver.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)");
  await until("other badges", async () => {
    const now = (await visibleBadges(driver)).map((it) => it.label).join("|");
    return now !== "" && now !== before;
  });
});

test("the ring around a record ends where the box ends that its table scrolls in", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  const width = 700;
  await driver.evaluate(`(() => { const list = document.querySelector('.next-table'); const box = document.createElement('div'); box.style.cssText = 'width: ${width}px; overflow-x: auto'; list.replaceWith(box); box.append(list); list.style.width = '1600px'; })()`);
  await driver.press("j");
  const shown = await until("the ring", () => driver.ring());
  assert.ok(shown > width - 40 && shown <= width + 12, `${shown} of ${width}`);
});
