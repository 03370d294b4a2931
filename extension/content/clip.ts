// What of a row can be seen: a wide table scrolls inside its own box, and the ring around a row ends where that box does.

import { aroundOf, boxOf, typeOf } from "./dom";
import type { Box } from "./place";

/** The part of `box` that no scrolling box around `piece` cuts off sideways. */
export function unclipped<B extends Box>(piece: Element, box: B): B & { width: number } {
  let { left, right } = box;
  for (let node = aroundOf(piece); node && node !== document.body; node = aroundOf(node)) {
    if (typeOf(node) !== Node.ELEMENT_NODE) continue;
    const around = boxOf(node as Element);
    // What does not stick out is not cut off: no style has to be asked for.
    if ((left >= around.left && right <= around.right) || around.width === 0) continue;
    if (getComputedStyle(node as Element).overflowX === "visible") continue;
    [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
  }
  return { ...box, left, right, width: Math.max(0, right - left) };
}
