// What lies around the text a badge is about: measured once, and again when the row has changed.

import { afterOf, aroundOf, beforeOf, boxOf, connected, documentOf, firstElementOf, holds, lastElementOf, parentOf, rootOf, textOf, typeOf } from "./dom";
import { type Box, LEAST, type Place, inColumn, placed } from "./place";
import type { Entry } from "./records";

// A form's fields may hide its own method; a shadow root takes the document's.
const querySelectorAll = (self: Node, selector: string): Iterable<Element> =>
  isElement(self) ? selectAll.call(self, selector) : (self as ShadowRoot).querySelectorAll(selector);
const selectAll = Element.prototype.querySelectorAll;
const isElement = (node: Node | null): node is Element => node !== null && typeOf(node) === Node.ELEMENT_NODE;

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
export function stateOf(piece: Element, row: Box, anchor: Box): string {
  return [wide(row), high(row), wide(anchor), high(anchor), anchor.left - row.left, anchor.top - row.top, textOf(piece)?.length ?? 0].map(Math.round).join();
}

/** What is around the badge of one refund; `known` keeps the words of rows, for each is the neighbour of two others. */
export interface Surroundings {
  piece: Element;
  anchor: Element;
  row: Box;
  cell: Box;
  known: Map<Node, Box[]>;
}

/** A free place for a badge of this width. Mostly there is one in the text's own column; only else all of the row is measured. */
export function freePlace(around: Surroundings, width: number): Place | null {
  const { piece, anchor, row, known } = around;
  const { column, cell } = columnOf(around);
  const lines = wordsIn(anchor, []);
  const near = high(cell) >= LEAST && inColumn({ row, lines, words: wordsNear(column, cell, piece), bounds: [cell] }, width);
  if (near) return near;
  const words: Box[] = [];
  for (const node of [piece, beforeOf(piece), afterOf(piece), holds(piece, anchor) ? null : rootOf(anchor)]) {
    if (!node) continue;
    const its = known.get(node) ?? wordsIn(node, []);
    known.set(node, its);
    words.push(...its);
  }
  return placed({ row, lines, words, bounds: column === piece || high(cell) >= SHARE * high(row) ? [cell] : [cell, row] }, width);
}

/** The widest element around the text that is narrow enough for a column. */
function columnOf({ piece, anchor, row, cell }: Surroundings): { column: Element; cell: Box } {
  let found = { column: anchor, cell };
  above(anchor, (it) => {
    const box = it === anchor ? cell : it === piece ? row : boxOf(it);
    if (it === piece || wide(box) > SHARE * wide(row)) return true;
    found = { column: it, cell: box };
    return false;
  });
  return found;
}

/** The words in a column and what may run or lie over it: the columns beside it, and the row's ends, which may be pinned. */
function wordsNear(column: Element, cell: Box, piece: Element): Box[] {
  const words = wordsIn(column, []);
  const line = column === piece ? null : parentOf(column);
  if (!isElement(line)) return words;
  const beside = [beforeOf(column), afterOf(column)];
  for (const it of beside) if (it) wordsIn(it, words);
  for (const it of [firstElementOf(line), lastElementOf(line)]) if (it && it !== column && !beside.includes(it) && meet(boxOf(it), cell)) wordsIn(it, words);
  return words;
}

const wide = (box: Box): number => box.right - box.left;
const high = (box: Box): number => box.bottom - box.top;
const meet = (one: Box, other: Box): boolean => one.left < other.right && one.right > other.left;

/** The nearest of the element and what is around it that fits. */
function above(from: Element, fits: (it: Element) => boolean): Element | null {
  for (let node: Node | null = from; node; node = aroundOf(node)) if (isElement(node) && fits(node)) return node;
  return null;
}

/** Adds the boxes of words, pictures and buttons to `out`. */
export function wordsIn(root: Node, out: Box[]): Box[] {
  const document = documentOf(root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node && out.length < MOST; node = walker.nextNode()) {
    if (!/\S/.test(node.nodeValue ?? "")) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 0) out.push(box);
  }
  for (const element of isElement(root) && !firstElementOf(root) ? [] : querySelectorAll(root, SOLID)) {
    const box = boxOf(element);
    if (box.width > 0) out.push(box);
  }
  return out;
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
