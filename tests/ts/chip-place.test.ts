// A chip lies in free room, on no word, and says as much as has room.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chipSpot } from "../../extension/content/chip-place";

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const PAGE = box(0, -Infinity, 1000, Infinity);
const WIDTHS = [200, 60, 18] as const;
const score = box(100, 100, 140, 124);

test("right of the score where nothing stands", () => {
  assert.deepEqual(chipSpot([score], [score], PAGE, WIDTHS), { x: 148, y: 101, size: 0 });
});

test("behind a unit on the same line", () => {
  const unit = box(144, 104, 158, 122);
  assert.deepEqual(chipSpot([score], [score, unit], PAGE, WIDTHS), { x: 166, y: 101, size: 0 });
});

test("below where the next column begins beside it", () => {
  const next = box(180, 90, 400, 126);
  assert.deepEqual(chipSpot([score], [score, next], PAGE, WIDTHS), { x: 100, y: 128, size: 0 });
});

test("the number alone where the text has no room, the sign where nothing has", () => {
  const around = [score, box(0, 126, 1000, 400), box(0, 0, 1000, 98), box(215, 98, 1000, 126), box(0, 98, 90, 126)];
  assert.equal(chipSpot([score], around, PAGE, WIDTHS)?.size, 1);
  const tight = [score, box(0, 126, 1000, 400), box(0, 0, 1000, 98), box(145, 98, 1000, 126), box(0, 98, 95, 126)];
  assert.equal(chipSpot([score], tight, PAGE, WIDTHS)?.size, 2);
});

test("never beyond the edge of the page, and without a number no empty chip", () => {
  const edge = box(950, 100, 990, 124);
  const at = chipSpot([edge], [edge], PAGE, [200, 0, 18]);
  assert.ok(at && at.size === 0 && at.x >= 0 && at.x + 200 <= 1000);
  assert.equal(chipSpot([], [], PAGE, WIDTHS), null);
});

test("past what the tight lines above and below reach into, but not past another figure", () => {
  const above = box(90, 88, 190, 106);
  const under = box(90, 120, 230, 140);
  assert.deepEqual(chipSpot([score], [score, above, under], PAGE, WIDTHS), { x: 238, y: 101, size: 0 });
  const another = box(260, 100, 300, 124);
  const crowded = [score, above, under, another, box(0, 60, 1000, 80), box(0, 141, 1000, 400), box(0, 80, 80, 141)];
  assert.equal(chipSpot([score], crowded, PAGE, WIDTHS)?.size, 2, "behind another figure it would seem to be its own");
  const wide = box(90, 120, 700, 140);
  assert.notEqual(chipSpot([score], [score, above, wide], PAGE, WIDTHS)?.x, 708, "too far to be its own");
});
