// Every test page is read as its truth says: which page it is, which records or scores it holds, nothing else. What has a golden pair is sent
// as that pair has it, and no hostile page is broken by us. On one page of each platform marks and cards are looked at, too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openKit, useBrowser } from "../harness/browser.ts";
import { PAGES, type KitPage, type Truth, truthOf } from "../harness/kits.ts";
import { highlighted } from "../harness/marks.ts";
import { compare, type Report, reported, settled } from "../harness/report.ts";
import { assertCards } from "./cards.ts";
import { assertGolden, listen, PAIRS } from "./golden.ts";
import { assertMarks } from "./painted.ts";
import { assertScores } from "./scores.ts";

const WANTED = 0.98;
const LOOKED_AT = ["taobao-group", "douyin-pairs", "pdd-cards", "jd-table"];
/** Pages beyond a cap: more rows than are sent, a text of ten megabytes. Only of the first may records be missing. */
const BEYOND = ["hostile-many", "hostile-flood"];
// One of the hostile pages shadows `document.documentElement` itself.
const BROKEN = "Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement').get.call(document).getAttribute('data-broken')";
const browser = useBrowser();

for (const page of PAGES) {
  test(page.name, async () => {
    const { driver } = browser;
    await listen(driver);
    await openKit(driver, page);
    const truth = truthOf(page);
    const first = await read(page, page.expect, truth, 0, truth?.shown ?? null);
    check(page, page.expect, first, truth, 0, truth?.shown ?? null);
    if (page.expect === "scores") await assertScores(driver, page);
    if (PAIRS.has(page.name)) await assertGolden(driver, page.name);
    // This page takes away whatever we add, and counts that.
    if (page.name.startsWith("hostile-") && page.name !== "hostile-remover") {
      assert.equal(await driver.evaluate(BROKEN), null, "the page is not broken by us");
      assert.deepEqual(driver.errors, []);
    }
    if (page.expect === "unknown") {
      assert.deepEqual(await driver.badges(), []);
      assert.equal(await highlighted(driver), 0);
    }
    if (LOOKED_AT.includes(page.name)) {
      await assertMarks(driver, first, truth);
      await assertCards(driver, page, first, truth);
      assert.deepEqual(driver.errors, []);
    }
    for (const step of page.steps) {
      await driver.click(step.click);
      const report = await read(page, step.expect, truth, step.from, step.to);
      check(page, step.expect, report, truth, step.from, step.to);
    }
  });
}

/** The report when the page has been read; waits for the first expected record, so that a report from before a change does not count. */
async function read(page: KitPage, expect: string, truth: Truth | null, from: number, to: number | null): Promise<Report> {
  const { driver } = browser;
  const first = to === null || to > from ? truth?.records[from] : undefined;
  const id = first?.refund ?? first?.order;
  if (expect !== "unknown" && id) await reported(driver, `${page.name} with ${id}`, (it) => it.records.some((record) => record.ids.includes(id)));
  else await reported(driver, `${page.name} as ${expect}`, (it) => [expect, ...page.also].includes(it.page) && it.records.length === 0);
  return settled(driver);
}

function check(page: KitPage, expect: string, report: Report, truth: Truth | null, from: number, to: number | null): void {
  assert.ok([expect, ...page.also].includes(report.page), `page: ${report.page}, expected ${expect}`);
  if (expect === "unknown") return assert.equal(report.read, 0);
  assert.equal(report.platform, page.platform);
  assert.equal(report.read, report.records.length);
  if (!truth) return;
  const shown = to === null ? truth.records.filter((it) => report.records.some((record) => record.ids.includes(it.refund ?? it.order ?? ""))) : truth.records.slice(from, to);
  const { precision, recall, lost, wrong } = compare(report.records, shown);
  const told = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; lost ${lost.slice(0, 3).join(", ")}; wrong ${wrong.slice(0, 3).join(", ")}`;
  assert.ok(precision >= WANTED, told);
  // A page beyond the caps of docs/protocol.md is read in part and has to say so; no other page may say it.
  const partly = report.notices.some((it) => it.kind === "truncated" && it.text !== "");
  assert.equal(partly, BEYOND.includes(page.name), `truncated; ${told}`);
  assert.ok(recall >= WANTED || page.name === "hostile-many", told);
  assert.deepEqual(report.unknown_columns, truth.unknown_columns ?? [], "unknown columns");
}
