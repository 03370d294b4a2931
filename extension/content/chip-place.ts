// Where a chip goes: into free room beside the score, never on words. The whole text where it fits, else its number, else a sign.

import type { Box } from "./place";

export interface Spot {
  x: number;
  y: number;
  /** 0 the whole text, 1 the number, 2 the sign. */
  size: 0 | 1 | 2;
}

const HEIGHT = 22;
const SMALL = 18;
const GAP = 8;
const NEAR = 4;
/** How far the ring around the chip the keys are at reaches out of it. */
const RING = 2;

/** `lines` are the score's own, `words` whatever may not be covered; all in one frame of reference. */
export function chipSpot(lines: readonly Box[], words: readonly Box[], bounds: Box, widths: readonly [number, number, number]): Spot | null {
  const last = lines.at(-1);
  if (!last) return null;
  const line = sameLine(last, words);
  const left = Math.min(...lines.map((it) => it.left));
  const top = Math.min(...lines.map((it) => it.top));
  for (const size of [0, 1, 2] as const) {
    const [wide, high] = [widths[size], size === 2 ? SMALL : HEIGHT];
    if (wide <= 0) continue;
    const middle = (last.top + last.bottom - high) / 2;
    const spots = [
      [last.right + GAP, middle],
      [line + GAP, middle],
      [pastNeighbours(line + GAP, wide, high, last, words), middle],
      [left, last.bottom + NEAR],
      [last.right - wide, last.bottom + NEAR],
      [(left + last.right - wide) / 2, last.bottom + NEAR],
      [left, below(left, wide, last, words) + NEAR],
      [left, top - NEAR - high],
      [left - GAP - wide, middle],
    ] as const;
    const free = spots.find(([x, y]) => x >= bounds.left && x + wide <= bounds.right && y >= bounds.top && y + high <= bounds.bottom && clear(x, y, wide, high, words));
    if (free) return { x: free[0], y: free[1], size };
  }
  // The corner of the score: a sign covers less than a word would.
  return { x: last.right, y: top - SMALL + NEAR, size: 2 };
}

/** Where the words that go on behind the score on its line end: a unit, an arrow. */
function sameLine(last: Box, words: readonly Box[]): number {
  let end = last.right;
  const here = words.filter((it) => it.top < last.bottom && it.bottom > last.top).sort((one, two) => one.left - two.left);
  for (const it of here) if (it.left >= last.left && it.left - end < 2 * GAP && it.right > end) end = it.right;
  return end;
}

/** No farther than this from its score, or it seems to be another's. */
const FARTHEST = 200;

/** Beyond what the lines above and below reach into the chip's height, but not beyond anything on the score's own line. */
function pastNeighbours(from: number, wide: number, high: number, last: Box, words: readonly Box[]): number {
  const centre = (last.top + last.bottom) / 2;
  const [top, bottom] = [centre - high / 2 - RING, centre + high / 2 + RING];
  const reaching = words.filter((it) => it.top < bottom && it.bottom > top && !(it.top < centre && it.bottom > centre)).sort((one, two) => one.left - two.left);
  let x = from;
  for (const it of reaching) if (it.left < x + wide && it.right + GAP > x) x = it.right + GAP;
  const next = words.some((it) => it.top < centre && it.bottom > centre && it.left >= from - GAP && it.left < x + wide);
  return next || x > from + FARTHEST ? from : x;
}

/** The lower end of a line or two right below the score. */
function below(left: number, wide: number, last: Box, words: readonly Box[]): number {
  const under = words.filter((it) => it.left < left + wide && it.right > left && it.top >= last.bottom - 1 && it.bottom < last.bottom + 2 * HEIGHT);
  return Math.max(last.bottom, ...under.map((it) => it.bottom));
}

/** Its ring has room, too. */
const clear = (x: number, y: number, wide: number, high: number, words: readonly Box[]): boolean =>
  !words.some((it) => it.left < x + wide && it.right > x && it.top < y + high + RING && it.bottom > y - RING);
