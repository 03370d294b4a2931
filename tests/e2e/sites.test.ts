// Further sites: asked for at the click, listed with a switch, and given back; what is no site is refused where it was typed.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { useBrowser } from "./harness/browser.ts";
import { until } from "./harness/driver.ts";
import { inline } from "./harness/kits.ts";
import { hosts } from "./harness/marks.ts";
import { optionsOf } from "./harness/options.ts";
import { report, reported } from "./harness/report.ts";

const browser = useBrowser();
const { ask, focus, see, type, said, stored, exported } = optionsOf(browser);
afterEach(async () => void (await ask({ kind: "settings.reset" })));

const HOST = "erp.example.com";
const ORIGIN = `https://${HOST}`;
const PAGE = `${ORIGIN}/list`;
const served = inline(PAGE, "<!doctype html><title>工单</title><h1>工单</h1>");
const id = (name: string): string => `[id='${name}-${HOST}']`;
const there = (name: string): string => `document.querySelector("${id(name)}") !== null`;
const isOn = (on: boolean): string => `document.querySelector("${id("host")}")?.getAttribute('aria-checked') === '${on}'`;
const allowed = (): Promise<boolean> => browser.driver.extension(`chrome.permissions.contains({ origins: ['${ORIGIN}/*'] })`);

/** The line under the page says what has come of it. */
const told = (): Promise<unknown> => until("the word about it", async () => (await said()).text.includes(HOST) && !(await said()).bad);

/** What the browser is asked for from now on; it answers as it is told here, and really asks nobody. */
const askedFor = (answer: boolean): Promise<unknown> =>
  browser.driver.extension(`void (window.askedFor = [], chrome.permissions.request = async ({ origins }) => (window.askedFor.push(...origins), ${answer}))`);

async function add(typed: string): Promise<void> {
  await type("#site-new", typed);
  await browser.driver.clickIn("options", "#site-add");
}
const trouble = (): Promise<string> => browser.driver.extension("document.querySelector('#site-new-trouble').textContent");

test("a site that was allowed is listed, switched, given back, and allowed again by its address", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await see("no such site", `!${there("host")}`);
  await driver.allow(ORIGIN);
  await see("the site, without a reload", isOn(true));
  await driver.open(PAGE, served);
  await reported(driver, "a page that is read", (it) => !it.paused);

  await driver.clickIn("options", id("host"));
  await stored(`sites/hosts/${HOST}`, false);
  await see("the switch", isOn(false));
  await reported(driver, "a page that is left alone", (it) => it.paused);
  await driver.clickIn("options", id("host"));
  await see("the switch", isOn(true));
  await reported(driver, "a page that is read again", (it) => !it.paused);

  await driver.clickIn("options", id("take-back"));
  await see("the site to leave the list", `!${there("host")}`);
  assert.equal(await allowed(), false);
  await told();
  assert.equal((await exported())["sites"], undefined, "its switch is forgotten with it");
  await until("nothing of ours on the page", async () => (await hosts(driver)) === 0);
  await driver.open(PAGE, served);
  assert.equal(await report(driver), null, "our script does not come again");

  await add(PAGE);
  await see("the site", isOn(true));
  assert.equal(await allowed(), true);
  await told();
  assert.equal(await driver.extension("document.querySelector('#site-new').value"), "");
  await driver.open(PAGE, served);
  await reported(driver, "a page that is read", (it) => !it.paused);
  await driver.clickIn("options", id("take-back"));
  await see("the site to leave the list", `!${there("host")}`);
  assert.deepEqual(driver.errors, []);
});

test("what the browser refuses is said beside the field, and what was typed stays", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await askedFor(false);
  await focus("#site-new");
  await driver.pressInOptions(...` ${HOST}:8443/list?x `, "Enter");
  assert.ok((await until("the word about it", trouble)).includes(HOST));
  assert.deepEqual(await driver.extension("window.askedFor"), [`https://${HOST}/*`, `http://${HOST}/*`]);
  assert.equal(await driver.extension("document.querySelector('#site-new').value"), ` ${HOST}:8443/list?x `);
  assert.equal(await driver.extension("document.activeElement.id"), "site-new");
  assert.equal(await driver.extension("document.querySelector('#site-new').getAttribute('aria-invalid')"), "true");
  await see("no such site", `!${there("host")}`);
});

test("what is no site is refused with the reason, and the browser is not asked", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await askedFor(true);
  let last = "";
  for (const typed of ["chrome://settings", "*.example.com", "a b.com", "a..b", "https://", "shop.jd.com"]) {
    await add(typed);
    last = await until(`why ${typed} is refused`, async () => ((await trouble()) === last ? null : trouble()));
  }
  assert.ok(last.includes("shop.jd.com"));
  assert.equal(await driver.extension("document.activeElement.id"), "host-shop.jd.com", "what is there already is shown");
  assert.deepEqual(await driver.extension("window.askedFor"), []);
});

test("a page that a colleague has taught, and a site that was switched once, are listed though nobody has allowed them", async () => {
  const { driver } = browser;
  const taught = { title: "工单", host: HOST, place: "/list", page: "refunds", record: "tr.line", columns: [{ meaning: "reason", at: "#2" }] };
  await ask({ kind: "settings.import", text: JSON.stringify({ schema: "aftersales-radar/pages", version: 1, taught: { p0: taught } }) });
  await ask({ kind: "settings.edit", edits: [{ path: "/sites/hosts/old.example.com", value: false }] });
  await driver.openOptions();
  await see("both", `${isOn(false)} && document.querySelector("[id='host-old.example.com']") !== null`);
  await askedFor(true);
  await driver.clickIn("options", id("host"));
  await until("the question", () => driver.extension("window.askedFor.length === 2"));
  await driver.clickIn("options", "[id='take-back-old.example.com']");
  await see("the old one to leave", `document.querySelector("[id='host-old.example.com']") === null`);
  assert.equal((await exported())["sites"], undefined);
});
