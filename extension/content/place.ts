// Where a badge goes: beside the text it is about, never on it where there is room for both.

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Only the sign: there is no room for the word. */
  small: boolean;
}

const HEIGHT = 20;
const SMALL = 14;
const GAP = 6;

/** The badge's place in the viewport: right of the text, else below it, else above it; else a small one at the text's end. */
export function placed(cell: Box, text: Box | null, width: number): Place | null {
  if (cell.right - cell.left < 1 || cell.bottom - cell.top < 1) return null;
  const at = (x: number, y: number): Place => ({ x, y, width, height: HEIGHT, small: false });
  const seen = text && text.right > text.left ? text : null;
  if (!seen) return at(Math.max(cell.left, Math.min(cell.left + GAP, cell.right - width)), cell.top + GAP / 2);
  const [top, bottom] = [Math.max(seen.top, cell.top), Math.min(seen.bottom, cell.bottom)];
  if (cell.right - seen.right >= width + GAP) return at(seen.right + GAP, (top + bottom - HEIGHT) / 2);
  const fits = cell.right - cell.left >= width;
  const left = Math.max(cell.left, Math.min(seen.left, cell.right - width));
  if (fits && cell.bottom - seen.bottom >= HEIGHT) return at(left, seen.bottom + Math.min(2, cell.bottom - seen.bottom - HEIGHT));
  if (fits && seen.top - cell.top >= HEIGHT) return at(left, seen.top - HEIGHT - Math.min(2, seen.top - cell.top - HEIGHT));
  return { x: Math.min(seen.right - 2, cell.right - SMALL), y: top - SMALL / 2, width: SMALL, height: SMALL, small: true };
}
