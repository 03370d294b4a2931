// The list changes under us: new rows, other words in a row, another route. The marks are right after each.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openKit, useBrowser } from "../harness/browser.ts";
import { pageNamed } from "../harness/kits.ts";
import { badgesShown } from "../harness/marks.ts";
import { reported, settled } from "../harness/report.ts";

const browser = useBrowser();
const inList = (body: string): string => `(() => { const rows = [...document.querySelectorAll('#app tbody tr')]; ${body} })()`;

test("a row that leaves is read no more, and is back when it comes back", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("hostile-trusted-types"));
  const before = await reported(driver, "records", (it) => it.read > 5);
  const key = before.records[0]?.key;
  await driver.evaluate(inList("window.kept = rows[0]; window.place = rows[0].parentNode; kept.remove();"));
  await reported(driver, "one less", (it) => it.read === before.read - 1 && !it.records.some((record) => record.key === key));
  await driver.evaluate("place.prepend(kept)");
  await reported(driver, "it again", (it) => it.read === before.read && it.records.some((record) => record.key === key));
});

test("another reason in a row changes its level", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("hostile-rtl"));
  const before = await reported(driver, "a counted refund", (it) => it.records.some((record) => record.level === "counted"));
  const counted = before.records.find((it) => it.level === "counted");
  await driver.evaluate(inList(`
    const row = rows.find((it) => it.textContent.includes(${JSON.stringify(counted?.id)}));
    for (const cell of row.cells) if (/质量|做工|假货|变质|破损|瑕疵/.test(cell.textContent) && cell.childElementCount === 0) cell.textContent = '7天无理由退换货';`));
  await reported(driver, "another level", (it) => it.records.find((record) => record.key === counted?.key)?.level !== "counted");
});

test("a list that is emptied leaves no mark behind", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await driver.evaluate("document.querySelector('#app').replaceChildren()");
  await reported(driver, "an empty page", (it) => it.read === 0);
  await settled(driver);
  assert.deepEqual(await driver.badges(), []);
});

test("rows that scroll into a virtual list are read, those that left are forgotten", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("douyin-virtual"));
  const first = await reported(driver, "records", (it) => it.read > 0);
  await driver.evaluate(`(() => { for (const box of document.querySelectorAll('#app *')) if (box.scrollHeight > box.clientHeight + 200 && /auto|scroll|hidden/.test(getComputedStyle(box).overflowY)) box.scrollTop = box.scrollHeight; })()`);
  const last = await reported(driver, "other records", (it) => it.read > 0 && it.records.every((record) => record.key !== first.records[0]?.key));
  assert.equal(new Set(last.records.map((it) => it.key)).size, last.records.length, "each once");
});
