// Every page of scores is reported as its truth says: which figures stand on it, what they are worth, what is said of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openKit, useBrowser } from "./harness/browser.ts";
import { PAGES, truthOf } from "./harness/kits.ts";
import { reported } from "./harness/report.ts";

const browser = useBrowser();

for (const page of PAGES.filter((it) => it.expect === "scores")) {
  test(page.name, async () => {
    const { driver } = browser;
    await openKit(driver, page);
    const wanted = truthOf(page)?.scores ?? [];
    assert.ok(wanted.length > 0);
    const report = await reported(driver, `${page.name} with ${wanted.length} scores`, (it) => it.page === "scores" && it.scores.length >= wanted.length);
    const found = report.scores.map(({ label, metric, value, unit, count, window, state }) => ({ label, metric, value, unit, count, window, state }));
    assert.deepEqual(found, wanted);
  });
}
