// DOM → Snapshot (docs/protocol.md). No judgement here: structure, visible text and the attributes that carry meaning.
// The JSON is written directly, because building objects first and turning them into text costs twice as much.

import { attributeNames, classOf, firstChildOf, firstElementOf, frameDocument, nextSiblingOf, shadowOf, tagOf, textOf, typeOf } from "./dom";
import { breathe } from "./breathe";
import { TEXT_CAP, isPlain, quote } from "./quote";
import { Kind, NONE, PLACES, type Shape, attributes, newShape, shapeAt, shown } from "./shape";

const SIBLING_CAP = 5000;
const SIZE_CAP = 2_000_000;
// The engine's JSON parser stops at 128 levels; the deepest real page seen has about 60.
const DEPTH_CAP = 110;
const SLICE_MS = 4;

/** A finished reading: the JSON of a Node and, under each number, the element it stands for. */
export interface Reading {
  json: string;
  elements: Node[];
  truncated: boolean;
}

interface Level {
  shape: Shape;
  next: Node | null;
  place: number;
  /** A child is in the page only where its host's shadow root shows it. */
  slotted: boolean;
}

/** Walks one tree; can stop and go on after any node. */
export class Reader {
  readonly elements: Node[] = [];
  truncated = false;
  #json = "";
  #done: string[] = [];
  #size = 0;
  /** One per depth, used again and again; `#depth` of them are in use. */
  readonly #levels: Level[] = [];
  #depth = 0;

  /** `own` are our own nodes, which are no part of the page. */
  constructor(private readonly own: WeakSet<Node>) {}

  begin(root: Element): void {
    this.#enter(newShape("", "", ""), null, false);
    this.#element(root, tagOf(root));
  }

  /** Reads on until the tree is finished (true) or the time has come (false). */
  run(until: number): boolean {
    const levels = this.#levels;
    let count = 0;
    while (this.#depth > 1) {
      const level = levels[this.#depth - 1] as Level;
      const node = level.next;
      if (node === null) {
        this.#depth--;
        this.#json += "]";
        continue;
      }
      const tag = (node as Element).localName as unknown;
      if (tag === undefined) {
        level.next = node.nextSibling;
        if (node.nodeType === 3 && (!level.slotted || (node as Text).assignedSlot)) this.#text(node.nodeValue);
        continue;
      }
      // Only a form can hide its own properties behind its fields; there the prototype's getters are used.
      if (typeof tag === "string" && tag !== "form") {
        level.next = node.nextSibling;
        this.#element(node as Element, tag);
      } else {
        level.next = nextSiblingOf(node);
        this.#element(node as Element, tagOf(node as Element));
      }
      if ((++count & 31) === 0 && performance.now() >= until) {
        this.#flush();
        return false;
      }
    }
    this.#flush();
    return true;
  }

  result(): Reading {
    // Every node begins with a comma, the root too.
    return { json: this.#done.join("").slice(1), elements: this.elements, truncated: this.truncated };
  }

  #element(node: Element, tag: string): void {
    const level = this.#levels[this.#depth - 1] as Level;
    const place = level.place++;
    if (place > SIBLING_CAP || this.#size > SIZE_CAP || this.#depth > DEPTH_CAP) {
      this.truncated = true;
      return;
    }
    const form = tag === "form";
    const raw: unknown = form ? classOf(node) : node.className;
    const cls = typeof raw === "string" ? raw : "";
    // Most elements have a class or nothing; counting the attributes of the others makes the browser build a map for each.
    const plain = form ? false : cls === "" ? !node.hasAttributes() : node.attributes.length === 1;
    const about = plain ? NONE : attributes(node, attributeNames(node));
    if (about.hidden) return;
    const shape = shapeAt(level.shape, place, tag, cls, about.state);
    const leaf = (form ? firstElementOf(node) : node.firstElementChild) === null;
    if (!shown(node, shape, place >= PLACES && !leaf) || (this.#depth < 3 && this.own.has(node))) return;

    this.elements.push(node);
    const shadow = shape.kind === Kind.Host ? shadowOf(node) : null;
    const inner = shape.kind === Kind.Frame ? frameDocument(node) : null;
    const unread = shape.kind === Kind.Field || about.typed;
    if (unread || (leaf && !shadow && !inner)) {
      this.#leaf(shape, about.json, unread ? "" : (form ? textOf(node) : node.textContent) ?? "");
      return;
    }
    this.#json += shape.prefix + about.json;
    this.#size += shape.prefix.length + about.json.length;
    this.#enter(shape, form ? firstChildOf(node) : node.firstChild, shadow !== null);
    if (shadow) this.#pseudo("#shadow", shadow, shadow.firstChild, shape);
    if (inner?.body) this.#pseudo("#frame", inner, inner.body, shape);
  }

  #pseudo(tag: string, node: Node, first: Node | null, parent: Shape): void {
    const shape = shapeAt(parent, PLACES, tag, "", "");
    this.elements.push(node);
    this.#json += `${shape.prefix}0`;
    this.#enter(shape, first, false);
  }

  #enter(shape: Shape, next: Node | null, slotted: boolean): void {
    const level = this.#levels[this.#depth++];
    if (level === undefined) {
      this.#levels.push({ shape, next, place: 0, slotted });
      return;
    }
    level.shape = shape;
    level.next = next;
    level.place = 0;
    level.slotted = slotted;
  }

  #leaf(shape: Shape, json: string, text: string): void {
    if (json === "0" && isPlain(text)) {
      this.#json += shape.plainText + text + '"]';
      this.#size += shape.prefix.length + 3 * text.length;
      return;
    }
    this.#json += shape.prefix + json;
    this.#size += shape.prefix.length + json.length;
    this.#text(text);
    this.#json += "]";
  }

  #flush(): void {
    this.#done.push(this.#json);
    this.#json = "";
  }

  /** Only what is sent counts towards the size; Chinese takes three bytes a character on its way to the engine. */
  #text(text: string | null): void {
    if (!text) return;
    if (text.length > TEXT_CAP) this.truncated = true;
    const json = quote(text);
    if (json === "") return;
    this.#json += `,${json}`;
    this.#size += 3 * json.length;
  }
}

/** Reads a page in one go. */
export function readNow(root: Element, own: WeakSet<Node>): Reading {
  const reader = new Reader(own);
  reader.begin(root);
  reader.run(Infinity);
  return reader.result();
}

/** Reads a page in slices of 4 ms; null when `stop` says that the page changed under it. */
export async function readSliced(root: Element, own: WeakSet<Node>, stop: () => boolean): Promise<Reading | null> {
  const reader = new Reader(own);
  reader.begin(root);
  while (!reader.run(performance.now() + SLICE_MS)) {
    await breathe();
    if (stop()) return null;
  }
  return reader.result();
}

/** Reads single elements (the pieces of one record); the numbers run on over all of them. */
export function readPieces(pieces: readonly Node[], own: WeakSet<Node>): { nodes: string[]; elements: Node[] } {
  const nodes: string[] = [];
  const elements: Node[] = [];
  for (const piece of pieces) {
    if (typeOf(piece) !== Node.ELEMENT_NODE) continue;
    const reading = readNow(piece as Element, own);
    if (reading.json === "") continue;
    nodes.push(reading.json);
    for (const element of reading.elements) elements.push(element);
  }
  return { nodes, elements };
}
