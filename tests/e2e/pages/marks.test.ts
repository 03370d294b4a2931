// Marks: a badge for each refund that needs a look, one that says level and reason, text highlighted, nothing on safe refunds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openKit, useBrowser } from "../harness/browser.ts";
import { until } from "../harness/driver.ts";
import { pageNamed, truthOf } from "../harness/kits.ts";
import { badgesShown, highlighted, MARKED, visibleBadges } from "../harness/marks.ts";
import { reported, settled } from "../harness/report.ts";

const browser = useBrowser();

for (const name of ["taobao-group", "douyin-pairs", "pdd-cards", "jd-table"]) {
  test(`${name} carries its marks`, async () => {
    const { driver } = browser;
    await openKit(driver, pageNamed(name));
    await reported(driver, "records", (it) => it.read > 0);
    const report = await settled(driver);
    const marked = report.records.filter((it) => MARKED.includes(it.level ?? ""));
    assert.ok(marked.length > 0, "the page has refunds to mark");
    const badges = await badgesShown(driver, 1);
    const reasons = (truthOf(pageNamed(name))?.records ?? []).map((it) => it.reason).filter((it) => it !== null);
    for (const badge of badges) {
      assert.ok(MARKED.includes(badge.level), `a badge for ${badge.level}`);
      assert.ok(reasons.some((reason) => badge.label.includes(reason)), `no reason of the page in: ${badge.label}`);
    }
    await until("highlighted text", () => highlighted(driver));
    assert.deepEqual(driver.errors, []);
  });
}

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

test("a page that is no refund list gets no mark", async () => {
  const { driver } = browser;
  for (const name of ["taobao-orders", "pdd-goods", "taobao-login"]) {
    await openKit(driver, pageNamed(name));
    const report = await settled(driver);
    assert.equal(report.page, "unknown", name);
    assert.deepEqual(await driver.badges(), [], name);
    assert.equal(await highlighted(driver), 0, name);
  }
});
