// Where a badge goes: beside the words it is about, never on them or on any others.

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What is around a badge, in one frame of reference. */
export interface Room {
  /** The lines of the text the badge is about. */
  lines: readonly Box[];
  /** Everything that may not be covered: words, pictures, buttons. */
  words: readonly Box[];
  /** Where the badge may lie, the better one first: the column, and the row where the text is no column of a table. */
  bounds: readonly Box[];
  row: Box;
}

export interface Place {
  x: number;
  y: number;
  /** Only the sign: there is no room for the word. */
  small: boolean;
}

const HEIGHT = 20;
const SMALL = 16;
const GAP = 6;
const NEAR = 4;

/** After the text, else below or above it, else across the row's edge; the sign alone only where the word has no room at all. */
export function placed({ lines, words, bounds, row }: Room, width: number): Place | null {
  const cell = bounds[0];
  if (!cell || cell.right - cell.left < 1 || cell.bottom - cell.top < 1) return null;
  const start = { left: cell.left + GAP, top: cell.top, right: cell.left, bottom: cell.top + HEIGHT };
  const last = lowest(lines) ?? start;
  const left = Math.max(cell.left, Math.min(last.left, ...lines.map((it) => it.left)));
  const top = Math.min(last.top, ...lines.map((it) => it.top));
  for (const [wide, high] of [[width, HEIGHT], [SMALL, SMALL]] as const) {
    const within = (x: number, y: number, box: Box, slack: number): boolean =>
      x >= box.left + 1 && x + wide <= box.right - 1 && y >= box.top + 1 - slack && y + high <= box.bottom - 1 + slack;
    const free = (x: number, y: number): boolean => !words.some((it) => it.left < x + wide && it.right > x && it.top < y + high && it.bottom > y);
    const beside = (line: Box): number => (line.top + line.bottom - high) / 2;
    const find = (spots: (readonly [number, number])[], box: Box, slack: number): Place | undefined => {
      const spot = spots.find(([x, y]) => within(x, y, box, slack) && free(x, y));
      return spot && { x: spot[0], y: spot[1], small: wide === SMALL };
    };
    for (const box of bounds) {
      const foot = lowest(words.filter((it) => it.left < box.right && it.right > box.left && it.bottom <= box.bottom)) ?? last;
      const place = find(
        [
          [last.right + GAP, beside(last)],
          [last.left - GAP - wide, beside(last)],
          [left, last.bottom + NEAR],
          [foot.right + GAP, beside(foot)],
          [left, foot.bottom + NEAR],
          [left, top - NEAR - high],
        ],
        box,
        0,
      );
      if (place) return place;
    }
    const edges = [row.top, row.bottom].flatMap((y) =>
      [left, cell.right - wide - GAP, row.right - wide - GAP, row.left + GAP].map((x) => [x, y - high / 2] as const),
    );
    const place = find(edges, row, high);
    if (place) return place;
  }
  return { x: Math.min(last.right, cell.right) - SMALL / 2, y: top - SMALL, small: true };
}

function lowest(boxes: readonly Box[]): Box | undefined {
  return boxes.reduce<Box | undefined>((low, it) => (!low || it.bottom > low.bottom || (it.bottom === low.bottom && it.right > low.right) ? it : low), undefined);
}
