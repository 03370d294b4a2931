// Marks: a badge for each refund that needs a look, one that says level and reason, text highlighted.

import assert from "node:assert/strict";
import { type Driver, until } from "../harness/driver.ts";
import type { Truth } from "../harness/kits.ts";
import { badgesShown, highlighted, MARKED } from "../harness/marks.ts";
import type { Report } from "../harness/report.ts";

/** The marks of an open page. */
export async function assertMarks(driver: Driver, report: Report, truth: Truth | null): Promise<void> {
  const marked = report.records.filter((it) => MARKED.includes(it.level ?? ""));
  assert.ok(marked.length > 0, "the page has refunds to mark");
  const badges = await badgesShown(driver, 1);
  const reasons = (truth?.records ?? []).map((it) => it.reason).filter((it) => it !== null);
  for (const badge of badges) {
    assert.ok(MARKED.includes(badge.level), `a badge for ${badge.level}`);
    assert.ok(reasons.some((reason) => badge.label.includes(reason)), `no reason of the page in: ${badge.label}`);
  }
  await until("highlighted text", () => highlighted(driver));
}
