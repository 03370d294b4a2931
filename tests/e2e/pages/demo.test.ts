// The demo shop's lists, at their platforms' addresses, are read as their golden pairs say. The pairs of the kits' pages: reading.test.ts.

import { test } from "node:test";
import { useBrowser } from "../harness/browser.ts";
import { settled } from "../harness/report.ts";
import { addressOf, assertGolden, listen, PAIRS } from "./golden.ts";
import { shopPage } from "./shop.ts";

const browser = useBrowser();

for (const name of PAIRS) {
  const platform = /^demo-(\w+)-refunds$/.exec(name)?.[1];
  if (!platform) continue;
  test(`${name} is read as its golden plan says`, async () => {
    const { driver } = browser;
    const { host, path } = addressOf(name);
    await listen(driver);
    await driver.open(`https://${host}${path}?now=fixed`, shopPage(platform, "refunds"));
    await settled(driver);
    await assertGolden(driver, name);
  });
}
