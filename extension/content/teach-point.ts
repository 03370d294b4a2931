// Which element lies under the pointer, past our own layer, into open shadow roots and frames that we may read; and where an element lies in the window.

import { aroundOf, boxOf, connected, documentOf, frameDocument, shadowOf, tagOf, typeOf } from "./dom";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The page's element at a place in the window. */
export function elementAt(x: number, y: number, own: WeakSet<Node>): Element | null {
  let [root, left, top]: [Document | ShadowRoot, number, number] = [document, x, y];
  let found: Element | null = null;
  for (let depth = 0; depth < 20; depth++) {
    const next: Element | undefined = root.elementsFromPoint(left, top).find((it) => !own.has(it) && it !== found);
    if (!next) return found;
    found = next;
    const shadow = shadowOf(next);
    const inner: Document | null = tagOf(next) === "iframe" || tagOf(next) === "frame" ? frameDocument(next) : null;
    if (inner) {
      const box = boxOf(next);
      [root, left, top] = [inner, left - box.left - next.clientLeft, top - box.top - next.clientTop];
    } else if (shadow && shadow !== root) {
      root = shadow;
    } else {
      return found;
    }
  }
  return found;
}

/** Where an element lies in our window, through the frames around it; null where it is not there. */
export function boxIn(element: Element): Box | null {
  if (!connected(element)) return null;
  const box = boxOf(element);
  let [x, y] = [box.left, box.top];
  for (let view = documentOf(element)?.defaultView; view && view !== window; view = view.parent as Window & typeof globalThis) {
    const frame = view.frameElement;
    if (!frame) return null;
    const around = boxOf(frame);
    x += around.left + frame.clientLeft;
    y += around.top + frame.clientTop;
  }
  return { x, y, width: box.width, height: box.height };
}

/** The part of a box that shows: scrolled lists and frames cut off what lies beyond them. `known` keeps what was measured, for one drawing. */
export function shownPart(element: Element, box: Box, known: Map<Node, Box | null>): Box | null {
  const inside = shownOf(box, clipOf(around(element), known));
  return inside && shownOf(inside, { x: 0, y: 0, width: innerWidth, height: innerHeight });
}

/** What the elements around leave to see, or null where that is the whole window. */
function clipOf(node: Node | null, known: Map<Node, Box | null>): Box | null {
  if (!node) return null;
  const before = known.get(node);
  if (before !== undefined) return before;
  let clip = clipOf(around(node), known);
  if (typeOf(node) === Node.ELEMENT_NODE && cuts(node as Element)) {
    const box = boxIn(node as Element);
    clip = (box && shownOf(box, clip)) ?? { x: 0, y: 0, width: 0, height: 0 };
  }
  known.set(node, clip);
  return clip;
}

function cuts(element: Element): boolean {
  const tag = tagOf(element);
  if (tag === "body" || tag === "html") return false;
  return tag === "iframe" || tag === "frame" || getComputedStyle(element).overflow !== "visible";
}

function shownOf(box: Box, clip: Box | null): Box | null {
  if (!clip) return box;
  const [x, y] = [Math.max(box.x, clip.x), Math.max(box.y, clip.y)];
  const [width, height] = [Math.min(box.x + box.width, clip.x + clip.width) - x, Math.min(box.y + box.height, clip.y + clip.height) - y];
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** The number of an element in a reading, or of the nearest around it that was read. */
export function numberOf(element: Node | null, elements: readonly Node[]): number | null {
  for (let at = element; at; at = around(at)) {
    const number = elements.indexOf(at);
    if (number >= 0) return number;
  }
  return null;
}

function around(node: Node): Node | null {
  if (typeOf(node) !== Node.DOCUMENT_NODE) return aroundOf(node);
  return (node as Document).defaultView?.frameElement ?? null;
}

/** Turns the wheel for what lies below our layer. */
export function scrollBelow(event: WheelEvent, own: WeakSet<Node>): void {
  const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? window.innerHeight : 1;
  const [left, top] = [event.deltaX * scale, event.deltaY * scale];
  for (let at: Node | null = elementAt(event.clientX, event.clientY, own); at; at = around(at)) {
    if (typeOf(at) !== Node.ELEMENT_NODE) continue;
    const element = at as Element;
    const style = getComputedStyle(element);
    const room = (flow: string, before: number, size: number, all: number, by: number): boolean => by !== 0 && /auto|scroll/.test(flow) && (by < 0 ? before > 0 : before + size + 1 < all);
    if (room(style.overflowY, element.scrollTop, element.clientHeight, element.scrollHeight, top) || room(style.overflowX, element.scrollLeft, element.clientWidth, element.scrollWidth, left)) {
      return element.scrollBy({ left, top, behavior: "instant" });
    }
  }
  window.scrollBy({ left, top, behavior: "instant" });
}
