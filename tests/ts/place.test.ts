// Where badges go, and which of them are covered.
import assert from "node:assert/strict";
import { test } from "node:test";
import { coveredOf } from "../../extension/content/cover";
import { placed } from "../../extension/content/place";

const box = (left: number, top: number, width: number, height: number) => ({ left, top, right: left + width, bottom: top + height });

test("beside the text where there is room", () => {
  const place = placed(box(0, 0, 300, 40), box(10, 10, 60, 20), 60);
  assert.deepEqual([place?.x, place?.y, place?.small], [76, 10, false]);
});

test("below it, else above it, in a narrow cell", () => {
  assert.equal(placed(box(0, 0, 80, 80), box(10, 10, 60, 20), 60)?.y, 32);
  assert.equal(placed(box(0, 0, 80, 80), box(10, 55, 60, 20), 60)?.y, 33);
});

test("a small one where nothing has room, and none for a cell without size", () => {
  const place = placed(box(0, 0, 80, 24), box(10, 2, 60, 20), 60);
  assert.equal(place?.small, true);
  assert.equal(placed(box(0, 0, 0, 0), null, 60), null);
});

test("what lies under a sticky header and footer is found with few questions", () => {
  let asked = 0;
  const spots = Array.from({ length: 40 }, (_, at) => ({ item: at, y: at * 50 }));
  const hidden = coveredOf(spots, (it) => (asked++, it < 2 || it === 39));
  assert.deepEqual([...hidden].sort((a, b) => a - b), [0, 1, 39]);
  assert.ok(asked <= 7, String(asked));
});

test("a dialogue in the middle hides what it covers and nothing else", () => {
  const spots = Array.from({ length: 11 }, (_, at) => ({ item: at, y: at }));
  const hidden = coveredOf(spots, (it) => it >= 3 && it <= 7);
  assert.deepEqual([...hidden].sort((a, b) => a - b), [3, 4, 5, 6, 7]);
  assert.equal(coveredOf(spots, () => true).size, 11);
  assert.equal(coveredOf(spots, () => false).size, 0);
});
