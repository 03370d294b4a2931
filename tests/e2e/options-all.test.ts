// Every setting there is: set by its control, there after the browser was restarted, shown, told to the pages; and carried to a colleague by a file.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launched, openKit, useBrowser } from "./harness/browser.ts";
import { until } from "./harness/driver.ts";
import { pageNamed } from "./harness/kits.ts";
import { hosts } from "./harness/marks.ts";
import { ELSEWHERE, rowsOf, schemaPaths } from "./harness/option-rows.ts";
import { optionsOf } from "./harness/options.ts";
import { reported } from "./harness/report.ts";

const browser = useBrowser();
let folder = "";
before(async () => void (folder = await mkdtemp(join(tmpdir(), "radar-every-"))));
after(() => rm(folder, { recursive: true, force: true }));

const own = optionsOf(browser);
const { ask, file, said, see, shows } = own;

test("every setting has a row, and every row a setting", () => {
  const covered = new Set(rowsOf(browser, own, "").flatMap((row) => row.covers));
  const paths = schemaPaths();
  assert.ok(paths.length > 45, "the schema was read");
  assert.deepEqual(paths.filter((path) => !covered.has(path)), [], "settings without a row in harness/option-rows.ts");
  assert.deepEqual([...covered].filter((path) => !paths.includes(path)), [], "rows without a setting");
});

test("each is set by its control, and is there, shown and told after a restart", async (step) => {
  const { driver } = browser;
  const rows = rowsOf(browser, own, folder);
  await driver.openOptions();
  for (const row of rows) await step.test(`set ${row.name}`, async () => void (await row.set()));
  const was = await file();
  await driver.restart();
  assert.equal(await file(), was);
  await driver.openOptions();
  for (const row of rows) await step.test(`see ${row.name}`, async () => void (await row.shown()));
  const told = await ask<Record<string, unknown>>({ kind: "settings.look" });
  for (const [name, value] of rows.flatMap((row) => Object.entries(row.told ?? {}))) assert.deepEqual(told[name], value, name);
  assert.deepEqual(told["dock"], { side: "left", width: 480 });
  assert.deepEqual(driver.errors, []);
});

test("a platform and a site that were switched off are left alone, the others are not", async () => {
  const { driver } = browser;
  for (const name of ["jd-table", "pdd-cards", "taobao-group"]) {
    const page = pageNamed(name);
    const off = name === "jd-table" || new URL(page.url).host === ELSEWHERE;
    await openKit(driver, page);
    await reported(driver, `${name} ${off ? "off" : "on"}`, (it) => it.paused === off && it.read > 0 === !off);
    if (off) assert.equal(await hosts(driver), 0, name);
  }
});

test("what the button exports makes a fresh profile the same; the button for a reset asks, does it and says so", async () => {
  const { driver } = browser;
  await driver.openOptions();
  const was = await file();
  await driver.extension(`(() => {
    const whole = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.offered = blob.text(); return whole.call(URL, blob); };
    HTMLAnchorElement.prototype.click = function () { window.named = this.download; };
  })()`);
  await driver.clickIn("options", "#export");
  const offered = await until("the file", () => driver.extension<string>("window.offered"));
  assert.equal(await driver.extension("window.named"), "aftersales-radar-settings.json");
  assert.equal(offered, was);

  const reset = "#data > .button:last-of-type";
  await driver.clickIn("options", reset);
  await see("the question", `document.querySelector(${JSON.stringify(reset)}).classList.contains('danger')`);
  assert.equal(await file(), was, "the first press changes nothing");
  // Whoever turns to something else has not meant it.
  await driver.clickIn("options", "#bare");
  await see("the question to leave", `!document.querySelector(${JSON.stringify(reset)}).classList.contains('danger')`);
  await driver.clickIn("options", "#bare");
  assert.equal(await file(), was);
  for (const _ of [1, 2]) await driver.clickIn("options", reset);
  await until("the defaults", async () => Object.keys(JSON.parse(await file())).length === 2);
  await shows("#shop", "");
  await until("the word about it", async () => (await said()).text !== "" && !(await said()).bad);

  const path = join(folder, "mine.json");
  await writeFile(path, offered);
  const fresh = { driver: await launched() };
  try {
    const colleague = optionsOf(fresh);
    assert.deepEqual(Object.keys(await colleague.exported()), ["schema", "version"]);
    await fresh.driver.openOptions();
    await fresh.driver.chooseFile("#import-file", path);
    await colleague.see("the question", "document.activeElement.id === 'import-take'");
    await fresh.driver.clickIn("options", "#import-take");
    await until("the same settings", async () => (await colleague.file()) === was);
    await colleague.shows("#shop", "xiaoman");
  } finally {
    await fresh.driver.close();
  }
});
