// How often a page is read as a whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Pace } from "../../extension/content/pace";

test("the first reading comes after a breath", () => {
  assert.ok(new Pace().wait(0, false) <= 100);
});

test("reading takes a tenth of the time at most", () => {
  const pace = new Pace();
  pace.done(1000, 50, true);
  assert.ok(pace.wait(1000, false) >= 500);
  assert.ok(pace.wait(1600, false) <= 100);
});

test("fruitless readings become rare, and something new brings them back", () => {
  const pace = new Pace();
  const waits = Array.from({ length: 12 }, () => {
    pace.done(0, 20, false);
    return pace.wait(0, false);
  });
  assert.ok(waits.every((it, at) => at === 0 || it >= (waits[at - 1] ?? 0)));
  assert.ok((waits.at(-1) ?? 0) > 5000);
  assert.ok(pace.restless);
  assert.ok(pace.nudge());
  assert.ok(pace.wait(0, false) < 500);
  pace.done(0, 20, true);
  assert.ok(!pace.restless);
});

test("a page that never shows anything new is left alone until the agent acts", () => {
  const pace = new Pace();
  for (let i = 0; i < 256; i++) pace.done(0, 1, false);
  assert.equal(pace.wait(0, false), Infinity);
  pace.nudge();
  assert.ok(pace.wait(0, false) < 1000);
});
