// Where badges go, and which of them are covered.
import assert from "node:assert/strict";
import { test } from "node:test";
import { coveredOf } from "../../extension/content/cover";
import { type Box, placed } from "../../extension/content/place";

const box = (left: number, top: number, width: number, height: number): Box => ({ left, top, right: left + width, bottom: top + height });
const ROW = box(0, 0, 800, 80);

/** A column with its text, and what else stands in the row. */
const room = (cell: Box, lines: Box[], others: Box[] = [], row = ROW) => ({ row, lines, words: [...lines, ...others], bounds: [cell] });

test("after the last line where there is room", () => {
  const lines = [box(10, 10, 90, 20), box(10, 30, 30, 20)];
  assert.deepEqual(placed(room(box(0, 0, 120, 80), lines), 60), { x: 46, y: 30, small: false });
});

test("below the text in a narrow column, and below the words that follow it", () => {
  const reason = [box(10, 4, 60, 20)];
  assert.deepEqual(placed(room(box(0, 0, 80, 80), reason), 60), { x: 10, y: 28, small: false });
  assert.deepEqual(placed(room(box(0, 0, 80, 80), reason, [box(10, 24, 60, 20)]), 60), { x: 10, y: 48, small: false });
});

test("above it where the text stands at the foot", () => {
  assert.deepEqual(placed(room(box(0, 0, 80, 80), [box(10, 55, 60, 20)]), 60), { x: 10, y: 31, small: false });
});

test("across the row's edge where the column is full, and never on the words of the next row", () => {
  const row = box(0, 100, 800, 24);
  const cell = box(0, 100, 80, 24);
  const text = [box(10, 102, 60, 20)];
  assert.equal(placed(room(cell, text, [], row), 60)?.small, false, "over an empty place of the row's edge");
  const rows = [box(0, 80, 800, 20), box(0, 102, 800, 20), box(0, 126, 800, 20)];
  for (const width of [60, 90]) assert.equal(placed(room(cell, text, rows, row), width)?.small, true, "no place for the word");
});

test("no word of the row is ever covered where there is a free place", () => {
  const texts = [box(90, 30, 100, 20), box(10, 30, 60, 20)];
  for (let width = 30; width < 200; width += 10) {
    const at = placed({ row: ROW, lines: [box(10, 30, 60, 20)], words: texts, bounds: [box(0, 0, 80, 80), ROW] }, width);
    assert.ok(at && !at.small);
    assert.ok(texts.every((it) => it.right <= at.x || it.left >= at.x + width || it.bottom <= at.y || it.top >= at.y + 20), String(width));
  }
});

test("none for a column without size", () => {
  assert.equal(placed(room(box(0, 0, 0, 0), []), 60), null);
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
