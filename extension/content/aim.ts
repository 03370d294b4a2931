// Which elements the highlight rules speak of. A rule for all elements makes the browser style each of them anew, 200 ms on a page of 25,000;
// what is named by its column or its class costs a tenth of that. That others fit the name, too, does no harm: only highlighted text is painted.

import { attributeOf, beforeOf, firstElementOf, parentOf, rootOf, tagOf, typeOf } from "./dom";

const DEPTH = 3;

/** More names than a list has kinds of cells: then each row has names of its own, and one name for all is the better one. */
const MOST = 24;

/** Adds what names the elements and what lies in them; false when there was nothing to add. */
export function aimAt(elements: readonly Element[], aims: Set<string>): boolean {
  const { size } = aims;
  if (aims.has("*")) return false;
  for (const element of elements) for (const aim of selectorsOf(element)) aims.add(aim);
  if (aims.size > MOST) {
    aims.clear();
    aims.add("*");
  }
  return aims.size !== size;
}

function selectorsOf(element: Element): string[] {
  let outside = element;
  // A document's rules end at a shadow root, but what is inside inherits from the host.
  for (let root = rootOf(element); typeOf(root) === Node.DOCUMENT_FRAGMENT_NODE; root = rootOf(outside)) outside = (root as ShadowRoot).host;
  const name = nameOf(outside, DEPTH);
  return outside === element && !firstElementOf(element) ? [name] : [name, `${name} *`];
}

function nameOf(element: Element, depth: number): string {
  const tag = CSS.escape(tagOf(element));
  if (tag === "td" || tag === "th") return `${tag}:nth-child(${placeOf(element)})`;
  // The first class without a number: later ones come and go with the pointer, numbers differ from row to row.
  const name = /(?<!\S)[^\s\d]+(?!\S)/.exec(attributeOf(element, "class") ?? "")?.[0];
  if (name) return `${tag}.${CSS.escape(name)}`;
  const parent = parentOf(element);
  return parent && depth > 0 && typeOf(parent) === Node.ELEMENT_NODE ? `${nameOf(parent as Element, depth - 1)} > ${tag}` : tag;
}

function placeOf(element: Element): number {
  let place = 1;
  for (let before = beforeOf(element); before; before = beforeOf(before)) place++;
  return place;
}
