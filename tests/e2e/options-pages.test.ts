// Taught pages in the options, and the two buttons that begin teaching; news are told of only where there are some.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { useBrowser } from "./harness/browser.ts";
import { until } from "./harness/driver.ts";
import { inline } from "./harness/kits.ts";
import { optionsOf } from "./harness/options.ts";
import { reported } from "./harness/report.ts";

const browser = useBrowser();
const { ask, exported, see } = optionsOf(browser);
afterEach(async () => void (await ask({ kind: "settings.reset" })));

const ORIGIN = "https://erp.example.com";
const ROWS = Array.from({ length: 12 }, (_, at) => `<tr class="line"><td>T${1000 + at}</td><td>质量问题</td><td>线头很多</td><td>2026-11-0${(at % 9) + 1} 10:00:00</td></tr>`).join("");
const PAGE = inline(`${ORIGIN}/list`, `<!doctype html><title>工单</title><table class="list"><thead><tr><th>单号</th><th>客诉大类</th><th>说明</th><th>时间</th></tr></thead><tbody>${ROWS}</tbody></table>`);
const TAUGHT = { title: "工单", host: "erp.example.com", place: "/list", page: "refunds", record: "tr.line", columns: [{ meaning: "reason", at: "#2", head: "客诉大类" }] };

async function openUnknown(): Promise<void> {
  await ask({ kind: "settings.edit", edits: [{ path: "/look/locale", value: "zh-CN" }] });
  await browser.driver.allow(ORIGIN);
  await browser.driver.open(`${ORIGIN}/list`, PAGE);
  await reported(browser.driver, "a page that is not known", (it) => it.read === 0 && it.notices.every((notice) => notice.kind !== "reading"));
}
const teaches = (): Promise<unknown> => until("the bar of teaching", async () => /点列表里的任意一条退款/.test(await browser.driver.taught()));

test("a taught page is given away as a file and forgotten at the second press", async () => {
  const { driver } = browser;
  await ask({ kind: "settings.import", text: JSON.stringify({ schema: "aftersales-radar/pages", version: 1, taught: { p0: TAUGHT } }) });
  await driver.openOptions();
  await driver.extension(`(() => {
    const whole = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.offered = blob.text(); return whole.call(URL, blob); };
    HTMLAnchorElement.prototype.click = function () { window.named = this.download; };
  })()`);
  await driver.clickIn("options", "#export-p0");
  const file = JSON.parse(await until("the file", () => driver.extension<string>("window.offered")));
  assert.deepEqual([file.schema, file.version, Object.keys(file.taught)], ["aftersales-radar/pages", 1, ["p0"]]);
  assert.equal(await driver.extension("window.named"), "aftersales-radar-page.json");
  const forget = ".taught .buttons .button:last-child";
  await driver.clickIn("options", forget);
  await see("the question", `document.querySelector(${JSON.stringify(forget)}).classList.contains('danger')`);
  assert.ok("pages" in (await exported()), "the first press forgets nothing");
  await driver.clickIn("options", forget);
  await see("no taught page", `document.querySelector(${JSON.stringify(forget)}) === null`);
  assert.equal((await exported())["pages"], undefined);
});

test("the popup's button begins to teach", async () => {
  const { driver } = browser;
  await openUnknown();
  await driver.openPopup();
  const button = await until("the button", () => driver.extension<string>("(() => { const it = [...document.querySelectorAll('button')].find((one) => one.textContent.includes('教它')); if (it) it.id = 'the-button'; return it && '#the-button'; })()"));
  // In the test the popup is a tab of its own, which must stay.
  await driver.extension("void (window.close = () => undefined)");
  await driver.clickIn("popup", button);
  await teaches();
});

test("the panel's button begins to teach", async () => {
  const { driver } = browser;
  await openUnknown();
  await driver.extension("chrome.tabs.sendMessage(tab, { kind: 'command', id: 'panel.open' }, { frameId: 0 })");
  await until("the button", () => driver.panel<boolean>("document.querySelector('[data-act=teach]') !== null"));
  await driver.clickIn("panel", "[data-act=teach]");
  await teaches();
});

test("an update that changed nothing for the agent is not told of", async () => {
  const { driver } = browser;
  await driver.extension("chrome.storage.local.set({ told: '0.0.1' })");
  await driver.openPopup();
  const version = await driver.extension("chrome.runtime.getManifest().version");
  await until("the version to be noted", () => driver.extension<boolean>(`chrome.storage.local.get('told').then(({ told }) => told === ${JSON.stringify(version)})`));
  assert.equal(await driver.extension("document.querySelector('.news')"), null);
});
