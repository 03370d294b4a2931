// Where a badge goes: beside the text it is about, never on it where there is room for both.

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const BADGE_HEIGHT = 20;
const GAP = 6;

/** The badge's place in the viewport: right of the text, else below it, else above it, else on the upper edge of the cell. */
export function placed(cell: Box, text: Box | null, width: number): { x: number; y: number; width: number; height: number } | null {
  if (cell.right - cell.left < 1 || cell.bottom - cell.top < 1) return null;
  const at = (x: number, y: number) => ({ x, y, width, height: BADGE_HEIGHT });
  const seen = text && text.right > text.left ? text : null;
  if (!seen) return at(Math.min(cell.left + GAP, cell.right - width), cell.top + GAP / 2);
  const middle = (Math.max(seen.top, cell.top) + Math.min(seen.bottom, cell.bottom)) / 2 - BADGE_HEIGHT / 2;
  if (cell.right - seen.right >= width + GAP) return at(seen.right + GAP, middle);
  const left = Math.max(cell.left, Math.min(seen.left, cell.right - width));
  if (cell.bottom - seen.bottom >= BADGE_HEIGHT) return at(left, seen.bottom + Math.min(2, cell.bottom - seen.bottom - BADGE_HEIGHT));
  if (seen.top - cell.top >= BADGE_HEIGHT) return at(left, seen.top - BADGE_HEIGHT - Math.min(2, seen.top - cell.top - BADGE_HEIGHT));
  return at(Math.max(cell.left, cell.right - width), cell.top - BADGE_HEIGHT / 2);
}
