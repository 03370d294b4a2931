// Pages that work against us: the page stays as it wants to be, we answer or are silent, never wrongly.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openKit, useBrowser } from "../harness/browser.ts";
import { until } from "../harness/driver.ts";
import { inline, pageNamed } from "../harness/kits.ts";
import { badgesShown, visibleBadges } from "../harness/marks.ts";
import { report, reported, settled } from "../harness/report.ts";

const browser = useBrowser();
test("a page that takes our layer away gets its peace", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("hostile-remover"));
  await reported(driver, "records and a word about it", (it) => it.read > 0 && it.notices.some((notice) => notice.kind === "removed"));
  const removed = await driver.evaluate<string>("document.documentElement.dataset.removed");
  assert.ok(Number(removed) < 100, `came back ${removed} times`);
});

test("a click through a cover or on a faded page opens nothing", async () => {
  const { driver } = browser;
  for (const name of ["hostile-overlay", "hostile-faded"]) {
    await openKit(driver, pageNamed(name));
    await reported(driver, "records", (it) => it.read > 0);
    await until("the marks", async () => (await driver.badges()).length > 0);
    await driver.evaluate("document.body.click()");
    await driver.click("body");
    assert.equal(await driver.panel("1"), null, name);
  }
});

/** What the page's own scripts see of an element of ours. */
interface Host {
  readonly name: string;
  readonly open: boolean;
  readonly inner: string;
  readonly attributes: Readonly<Record<string, string>>;
}
const HOSTS = `[...document.documentElement.children].filter((it) => it.localName.startsWith('x-')).map((it) => ({
  name: it.localName, open: it.shadowRoot !== null, inner: it.innerHTML,
  attributes: Object.fromEntries([...it.attributes].map((own) => [own.name, own.value])),
}))`;

test("no word of ours is in the page for its scripts to read, and they can ask us nothing", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  const hosts = await driver.evaluate<readonly Host[]>(HOSTS);
  assert.ok(hosts.length > 0, "the marks have a host");
  for (const host of hosts) {
    assert.equal(host.open, false, "our roots are closed");
    assert.equal(host.inner, "", "nothing stands in the page's own tree");
    // The name is drawn by lot, so that no page can look for it: letters and digits in it say nothing.
    assert.match(host.name, /^x-[0-9a-z]+-[lpt]$/);
    assert.deepEqual(Object.keys(host.attributes), ["lang"]);
    assert.match(host.attributes["lang"] ?? "", /^(en|zh-CN|zh-TW)$/);
  }
  const seen = await driver.evaluate<string>("typeof chrome === 'object' && chrome.runtime?.sendMessage ? 'open' : 'closed'");
  assert.equal(seen, "closed");
  assert.ok(await report(driver), "our own pages are answered");
});

const ADDRESS = "https://myseller.taobao.com/home.htm/trade-platform/refund-list";
const NOTHING: Readonly<Record<string, string>> = {
  "an empty document": "",
  "a page of text": "<!doctype html><title>退款</title><p>退款 质量问题 退款编号 1234567890123456789</p>",
  "an xml-like mess": "<table><tr><td>退款编号<table><tr></table><td>质量问题<form><table></form>",
  "five hundred boxes inside each other": `<div>${"<div>".repeat(500)}质量问题`,
};
for (const [what, html] of Object.entries(NOTHING)) {
  test(`${what} is read without a mark or an error`, async () => {
    const { driver } = browser;
    await driver.open(ADDRESS, inline(ADDRESS, html));
    const answer = await settled(driver);
    assert.equal(answer.page, "unknown");
    assert.equal(answer.read, 0);
    assert.deepEqual(await visibleBadges(driver), []);
    assert.deepEqual(driver.errors, []);
  });
}
