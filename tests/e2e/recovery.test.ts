// A background that was stopped, an extension that was reloaded: nothing lost, nothing left behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openKit, useBrowser } from "./harness/browser.ts";
import { until } from "./harness/driver.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown, hosts } from "./harness/marks.ts";
import { reported } from "./harness/report.ts";

const browser = useBrowser();

test("a stopped background is started by the next change of the page", async () => {
  const { driver } = browser;
  const page = pageNamed("pdd-cards");
  await openKit(driver, page);
  const before = await reported(driver, "ten cards", (it) => it.read === 10);
  await driver.stopBackground();
  await driver.click(page.steps[0]?.click ?? "");
  const after = await reported(driver, "ten other cards", (it) => it.read === 10 && it.records[0]?.id !== before.records[0]?.id);
  assert.deepEqual(after.notices.filter((it) => it.kind === "engine_stopped"), []);
});

test("a background that is stopped again and again still answers", async () => {
  const { driver } = browser;
  for (let round = 0; round < 3; round++) {
    await driver.stopBackground();
    await openKit(driver, pageNamed("jd-table"));
    await reported(driver, "the list", (it) => it.read > 0);
  }
});

test("an extension reloaded under an open page leaves nothing of its old self", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await driver.reloadExtension();
  await driver.evaluate("document.body.append(document.createElement('p'))");
  await driver.press("j");
  // Firefox puts the new extension's script into the open page, Chromium does not.
  const heirs = driver.browser === "firefox" ? 1 : 0;
  if (heirs > 0) await reported(driver, "the list under the new script", (it) => it.read > 0);
  await until("the old layer to leave", async () => (await hosts(driver)) === heirs);
  await openKit(driver, pageNamed("taobao-group"));
  await reported(driver, "the list under the new extension", (it) => it.read > 0);
  assert.equal((await badgesShown(driver, 1)).length > 0, true);
});
