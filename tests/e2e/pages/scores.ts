// A page of scores is reported as its truth says: which figures stand on it, what they are worth, what is said of them.

import assert from "node:assert/strict";
import type { Driver } from "../harness/driver.ts";
import { type KitPage, truthOf } from "../harness/kits.ts";
import { reported } from "../harness/report.ts";

export async function assertScores(driver: Driver, page: KitPage): Promise<void> {
  const wanted = truthOf(page)?.scores ?? [];
  assert.ok(wanted.length > 0);
  const report = await reported(driver, `${page.name} with ${wanted.length} scores`, (it) => it.page === "scores" && it.scores.length >= wanted.length);
  const found = report.scores.map(({ label, metric, value, unit, count, window, state }) => ({ label, metric, value, unit, count, window, state }));
  assert.deepEqual(found, wanted);
}
