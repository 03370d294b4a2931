// What elements of one kind have in common: a list of 1,000 rows has perhaps 30 kinds of elements, and asking the browser about each of 13,000 elements
// whether it is drawn would cost more than all the rest. A shape is (parent's shape, place, tag, class, state); its answer is asked once and kept for one reading.

import { attributeOf, drawn, tagOf } from "./dom";

export const enum Kind {
  Plain,
  /** Not read at all: no text for a reader, or a copy. */
  Skip,
  /** A field: the element counts, what was typed into it is never read. */
  Field,
  /** May hold a shadow root. */
  Host,
  Frame,
}

export interface Shape {
  tag: string;
  cls: string;
  state: string;
  kind: Kind;
  /** `,["td","cell",`: the beginning of the node as JSON. */
  prefix: string;
  /** The same for an element without attributes that matter, up to its text: `,["td","cell",0,"`. */
  plainText: string;
  /** null until asked. */
  shown: boolean | null;
  kids: (Shape | undefined)[];
  /** The next shape at the same place. */
  other: Shape | undefined;
}

/** Children beyond this place are rows of a list: they share one place, and each row is asked itself. */
export const PLACES = 32;
const MOST_AT_ONE_PLACE = 24;

const SKIP = new Set("script style template noscript svg canvas video audio math link meta head object embed".split(" "));
const FIELD = new Set("input textarea select datalist option optgroup".split(" "));
const HOSTS = new Set("article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "));

function kindOf(tag: string): Kind {
  if (SKIP.has(tag)) return Kind.Skip;
  if (FIELD.has(tag)) return Kind.Field;
  if (tag === "iframe" || tag === "frame") return Kind.Frame;
  return tag.includes("-") || HOSTS.has(tag) ? Kind.Host : Kind.Plain;
}

export function newShape(tag: string, cls: string, state: string): Shape {
  const prefix = `,[${JSON.stringify(tag)},${JSON.stringify(cls)},`;
  return { tag, cls, state, kind: kindOf(tag), prefix, plainText: `${prefix}0,"`, shown: null, kids: [], other: undefined };
}

/** The shape of a child at a place, made when it is new. */
export function shapeAt(parent: Shape, place: number, tag: string, cls: string, state: string): Shape {
  const at = place < PLACES ? place : PLACES;
  const first = parent.kids[at];
  let count = 0;
  for (let shape = first; shape; shape = shape.other, count++) {
    if (shape.cls === cls && shape.tag === tag && shape.state === state) return shape;
  }
  const shape = newShape(tag, cls, state);
  if (count < MOST_AT_ONE_PLACE) {
    shape.other = first;
    parent.kids[at] = shape;
  }
  return shape;
}

/** Is the element drawn? Rows are asked one by one, everything else once per shape. */
export function shown(element: Element, shape: Shape, row: boolean): boolean {
  if (shape.kind === Kind.Skip) return false;
  if (shape.shown === null) shape.shown = drawn(element, true);
  else if (row && shape.shown) return drawn(element, false);
  else if (row) return drawn(element, true);
  return shape.shown;
}

// Attributes that go into the snapshot.
const SENT = new Set(
  ("role aria-label aria-valuenow aria-checked aria-selected aria-disabled colspan rowspan title prop datetime " +
    "data-row-key data-next-table-col data-next-table-row data-colkey data-testid data-checked href maxlength").split(" "),
);
// Attributes that a style sheet may use to hide something, but whose values differ from element to element, are no part of a shape.
const NO_STATE = new Set("id src alt target rel width height align valign bgcolor tabindex for name scope draggable type value".split(" "));
const ATTRIBUTE_CAP = 2048;
const STRIP = /star|rat(e|ing)|score|fill/i;

/** What one element's attributes say: their JSON (or `0`), the part that may decide whether it is drawn, and whether it is to be left out. */
export interface Attributes {
  json: string;
  state: string;
  hidden: boolean;
  typed: boolean;
}

export const NONE: Attributes = { json: "0", state: "", hidden: false, typed: false };

export function attributes(element: Element, names: string[]): Attributes {
  const out = { json: "", state: "", hidden: false, typed: false };
  for (const name of names) {
    if (name === "class") continue;
    if (SENT.has(name)) {
      out.json += `${out.json ? "," : "{"}"${name}":${JSON.stringify(value(element, name))}`;
    } else if (name === "value" && tagOf(element).includes("-")) {
      out.json += `${out.json ? "," : "{"}"value":${JSON.stringify(value(element, name))}`;
    } else if (!NO_STATE.has(name)) {
      other(element, name, out);
    }
    if (name.startsWith("aria-")) out.state += ` ${name}=${stateValue(value(element, name))}`;
  }
  out.json = out.json ? `${out.json}}` : "0";
  return out;
}

function other(element: Element, name: string, out: Attributes): void {
  const text = value(element, name);
  if (name === "style") {
    const width = /(?:^|;)\s*width\s*:\s*(\d+(?:\.\d+)?)px/i.exec(text);
    if (width) out.json += `${out.json ? "," : "{"}"w":${Number(width[1])}`;
    // Stars are drawn as a strip that covers a share of another one; elsewhere a share of the width says nothing.
    const share = STRIP.test(attributeOf(element, "class") ?? "") ? /(?:^|;)\s*width\s*:\s*(\d+(?:\.\d+)?)%/i.exec(text) : null;
    if (share) out.json += `${out.json ? "," : "{"}"p":${Number(share[1])}`;
    const hides = /(?:^|;)\s*(display|visibility|content-visibility)\s*:\s*([\w-]+)/gi;
    for (const match of text.matchAll(hides)) out.state += ` ${match[1]}:${match[2]}`;
  } else if (name === "hidden") {
    out.hidden = true;
  } else if (name === "aria-hidden") {
    out.hidden ||= text === "true";
  } else if (name === "contenteditable") {
    out.typed = text !== "false";
  } else {
    out.state += ` ${name}=${stateValue(text)}`;
  }
}

function value(element: Element, name: string): string {
  const text = attributeOf(element, name) ?? "";
  return text.length > ATTRIBUTE_CAP ? text.slice(0, ATTRIBUTE_CAP) : text;
}

/** Words such as `false` or `collapsed` are states; numbers and long texts are not. */
function stateValue(text: string): string {
  return text.length > 16 || /\d/.test(text) ? "" : text;
}
