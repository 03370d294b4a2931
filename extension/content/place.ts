// Where a badge goes: beside the words it is about, never on them or on any others.

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What is around a badge, all in one frame of reference. */
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
/** A column that holds a word is at least so high. */
export const LEAST = HEIGHT + 2;
const SMALL = 16;
const GAP = 6;
const NEAR = 4;

/** A place for the word inside the column: after the text, else below or above it. */
export function inColumn(room: Room, width: number): Place | undefined {
  const cell = columnOf(room);
  return cell && inside(room, cell, cell, width, HEIGHT);
}

/** Inside the column or the row, else across the row's edge; the sign alone only where the word has no room at all. */
export function placed(room: Room, width: number): Place | null {
  const { bounds, row } = room;
  const cell = columnOf(room);
  if (!cell) return null;
  const { left, top, last } = textOf(room, cell);
  for (const [wide, high] of [[width, HEIGHT], [SMALL, SMALL]] as const) {
    for (const box of bounds) {
      const place = inside(room, cell, box, wide, high);
      if (place) return place;
    }
    const edges = [row.top, row.bottom].flatMap((y) =>
      [left, cell.right - wide - GAP, row.right - wide - GAP, row.left + GAP].map((x) => [x, y - high / 2] as const),
    );
    const place = free(room, edges, row, wide, high, high);
    if (place) return place;
  }
  return { x: Math.min(last.right, cell.right) - SMALL / 2, y: top - SMALL, small: true };
}

function columnOf({ bounds: [cell] }: Room): Box | undefined {
  return cell && cell.right - cell.left >= 1 && cell.bottom - cell.top >= 1 ? cell : undefined;
}

/** Where the text begins, and its last line. */
function textOf({ lines }: Room, cell: Box): { left: number; top: number; last: Box } {
  const last = lowest(lines) ?? { left: cell.left + GAP, top: cell.top, right: cell.left, bottom: cell.top + HEIGHT };
  const left = Math.max(cell.left, Math.min(last.left, ...lines.map((it) => it.left)));
  return { left, top: Math.min(last.top, ...lines.map((it) => it.top)), last };
}

function inside(room: Room, cell: Box, box: Box, wide: number, high: number): Place | undefined {
  const { left, top, last } = textOf(room, cell);
  const beside = (line: Box): number => (line.top + line.bottom - high) / 2;
  const foot = lowest(room.words.filter((it) => it.left < box.right && it.right > box.left && it.bottom <= box.bottom)) ?? last;
  const spots = [
    [last.right + GAP, beside(last)],
    [last.left - GAP - wide, beside(last)],
    [left, last.bottom + NEAR],
    [foot.right + GAP, beside(foot)],
    [left, foot.bottom + NEAR],
    [left, top - NEAR - high],
  ] as const;
  return free(room, spots, box, wide, high, 0);
}

/** The first of the spots that lies in the box, give or take `slack` above and below, and on no word. */
function free({ words }: Room, spots: readonly (readonly [number, number])[], box: Box, wide: number, high: number, slack: number): Place | undefined {
  const within = (x: number, y: number): boolean =>
    x >= box.left + 1 && x + wide <= box.right - 1 && y >= box.top + 1 - slack && y + high <= box.bottom - 1 + slack;
  const clear = (x: number, y: number): boolean => !words.some((it) => it.left < x + wide && it.right > x && it.top < y + high && it.bottom > y);
  const spot = spots.find(([x, y]) => within(x, y) && clear(x, y));
  return spot && { x: spot[0], y: spot[1], small: wide === SMALL };
}

function lowest(boxes: readonly Box[]): Box | undefined {
  return boxes.reduce<Box | undefined>((low, it) => (!low || it.bottom > low.bottom || (it.bottom === low.bottom && it.right > low.right) ? it : low), undefined);
}
