// Hit tests: is a click on something of ours really meant for it, and is a refund's text to be seen at all?

import { holds } from "./dom";
import type { Layer } from "./layer";
import type { Box } from "./place";
import type { Entry } from "./records";

/** What is clicked must have been seen for a moment: nothing may be slipped under a finger. */
const SETTLED_MS = 500;

/** Is a click on something in our layer, there since `since`, what the agent saw and meant? Then the page does not hear of it. */
export function meant(event: MouseEvent, since: number, layer: Layer): boolean {
  if (!event.isTrusted || performance.now() - since < SETTLED_MS || !onTop(event, layer)) return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

function onTop(event: MouseEvent, { document, host }: Layer): boolean {
  if (event.detail === 0) return true; // by keyboard or screen reader
  if (document.elementFromPoint(event.clientX, event.clientY) !== host) return false;
  return [document.documentElement, host].every((it) => Number(getComputedStyle(it).opacity) >= 0.5);
}

/** Is the text itself to be seen at the box's middle, and not a sticky header, a menu or a dialogue above it? */
export function uncovered(entry: Entry, box: Box, document: Document, own: WeakSet<Node>): boolean {
  const under = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  if (under === null) return false;
  if (own.has(under)) return true;
  return entry.pieces.some((piece) => holds(piece, under) || insideShadow(piece, under));
}

/** elementFromPoint stops at a shadow host; a piece inside that host's root counts as found. */
function insideShadow(piece: Element, under: Element): boolean {
  for (let root = piece.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) if (root.host === under) return true;
  return false;
}
