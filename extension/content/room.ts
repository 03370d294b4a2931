// What lies around the text a badge is about: measured once, and again when the row has changed.

import { aroundOf, boxOf, connected, documentOf, holds, rootOf, textOf, typeOf } from "./dom";
import type { Box, Room } from "./place";
import type { Entry } from "./records";

// A form's fields may hide its own method; a shadow root takes the document's.
const querySelectorAll = (self: Node, selector: string): Iterable<Element> =>
  typeOf(self) === Node.ELEMENT_NODE ? selectAll.call(self as Element, selector) : (self as ShadowRoot).querySelectorAll(selector);
const selectAll = Element.prototype.querySelectorAll;

/** An element takes up a column when it is no wider than this share of its row, and a whole one when it is at least as high. */
const SHARE = 0.6;
/** More words than any row has: then it is no row. */
const MOST = 400;
const SOLID = "img,svg,canvas,video,input,button,select,textarea,i,[role=button]";

/** The piece of the refund that the element lies in, shadow roots or not. */
export function pieceOf(entry: Entry, anchor: Element): Element {
  return above(anchor, (it) => entry.pieces.includes(it)) ?? anchor;
}

/** Changes when words or sizes in the row do. */
export function stateOf(piece: Element, row: DOMRect, anchor: DOMRect): string {
  const { width, height, x, y } = anchor;
  return [row.width, row.height, width, height, x - row.x, y - row.y, textOf(piece)?.length ?? 0].map(Math.round).join();
}

export function roomOf(piece: Element, anchor: Element): Room {
  const row = boxOf(piece);
  let column: Element = anchor;
  const narrow = (it: Element): boolean => boxOf(it).width <= SHARE * row.width;
  above(anchor, (it) => {
    if (it === piece || !narrow(it)) return true;
    column = it;
    return false;
  });
  const cell = boxOf(column);
  const around = [piece, piece.previousElementSibling, piece.nextElementSibling, holds(piece, anchor) ? null : rootOf(anchor)];
  const words: Box[] = [];
  for (const node of around) if (node) wordsIn(node, words);
  const lines: Box[] = [];
  wordsIn(anchor, lines);
  return { row, words, lines, bounds: column === piece || cell.height >= SHARE * row.height ? [cell] : [cell, row] };
}

/** The nearest of the element and what is around it that fits. */
function above(from: Element, fits: (it: Element) => boolean): Element | null {
  for (let node: Node | null = from; node; node = aroundOf(node)) {
    if (typeOf(node) === Node.ELEMENT_NODE && fits(node as Element)) return node as Element;
  }
  return null;
}

function wordsIn(root: Node, out: Box[]): void {
  const document = documentOf(root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node && out.length < MOST; node = walker.nextNode()) {
    if (!/\S/.test(node.nodeValue ?? "")) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 0) out.push(box);
  }
  for (const element of querySelectorAll(root, SOLID)) {
    const box = boxOf(element);
    if (box.width > 0) out.push(box);
  }
}

/** The box around the highlighted words of a refund. */
export function textBox(entry: Entry): Box | null {
  const boxes = entry.highlights.filter(connected).map((element) => {
    const range = documentOf(element).createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  });
  return boxes.length > 0 ? union(boxes) : null;
}

export function union(boxes: readonly Box[]): Box & { width: number; height: number } {
  const left = Math.min(...boxes.map((it) => it.left));
  const top = Math.min(...boxes.map((it) => it.top));
  const right = Math.max(...boxes.map((it) => it.right));
  const bottom = Math.max(...boxes.map((it) => it.bottom));
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}
