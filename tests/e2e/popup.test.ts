// The popup tells what was read in the tab and switches the site off and on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openKit, useBrowser } from "./harness/browser.ts";
import { type Driver, until } from "./harness/driver.ts";
import { inline, pageNamed } from "./harness/kits.ts";
import { badgesShown, highlighted, hosts, MARKED } from "./harness/marks.ts";
import { reported, settled } from "./harness/report.ts";

const browser = useBrowser();

interface Shown {
  readonly title: string;
  readonly line: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly active: string | null;
}
const SHOWN = `(() => {
  const text = (selector) => document.querySelector(selector)?.textContent ?? '';
  const counts = [...document.querySelectorAll('.counts li')].map((it) => [it.dataset.level, Number(it.querySelector('.figure').textContent)]);
  return { title: text('.tab h2'), line: text('.tab p'), counts: Object.fromEntries(counts), active: document.querySelector('.switch')?.getAttribute('aria-checked') ?? null };
})()`;

/** Opens the popup and waits until it shows what is expected. */
async function popup(driver: Driver, what: string, satisfies: (shown: Shown) => boolean): Promise<Shown> {
  await driver.openPopup();
  return until(what, async () => {
    const shown = await driver.extension<Shown>(SHOWN);
    if (satisfies(shown)) return shown;
    throw new Error(`the popup shows ${JSON.stringify(shown)}`);
  });
}

for (const name of ["taobao-group", "douyin-pairs", "pdd-cards", "jd-table"]) {
  test(`${name}: the popup shows the report`, async () => {
    const { driver } = browser;
    await openKit(driver, pageNamed(name));
    await reported(driver, "records", (it) => it.read > 0);
    const report = await settled(driver);
    const shown = await popup(driver, "the report", (it) => it.active === "true" && Object.keys(it.counts).length > 0);
    assert.ok(shown.line.includes(String(report.read)), `${report.read} in: ${shown.line}`);
    for (const level of MARKED) assert.equal(shown.counts[level], report.records.filter((it) => it.level === level).length, level);
  });
}

test("the switch takes everything away, stays off over a new start, and brings it back", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await driver.press("j", "o");
  await until("the panel", () => driver.panel("1"));
  await popup(driver, "a working site", (it) => it.active === "true");
  await driver.clickIn("popup", ".switch");
  await reported(driver, "the pause", (it) => it.paused);
  await until("our nodes to leave", async () => (await hosts(driver)) === 0);
  assert.deepEqual(await driver.badges(), []);
  assert.equal(await highlighted(driver), 0);

  await openKit(driver, pageNamed("taobao-group"));
  const still = await reported(driver, "the pause after a new start", (it) => it.paused);
  assert.equal(still.read, 0);
  assert.equal(await hosts(driver), 0);
  // Another site goes on working.
  await openKit(driver, pageNamed("jd-cards"));
  await badgesShown(driver, 1);

  await openKit(driver, pageNamed("taobao-group"));
  await popup(driver, "a paused site", (it) => it.active === "false");
  await driver.clickIn("popup", ".switch");
  await reported(driver, "records again", (it) => !it.paused && it.read > 0);
  await badgesShown(driver, 1);
});

test("a page without a list is named as such, a foreign site has no switch", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("taobao-orders"));
  await settled(driver);
  const none = await popup(driver, "an answer", (it) => it.active === "true");
  assert.deepEqual(none.counts, {});
  assert.ok(none.line !== "");

  const foreign = "https://www.example.com/";
  await driver.open(foreign, inline(foreign, "<!doctype html><title>退款</title><p>质量问题"));
  const shown = await popup(driver, "the foreign site", (it) => it.line !== "" && it.active === null);
  assert.deepEqual(shown.counts, {});
});
