// Reply boxes: which one the agent writes in, and whose it is. A box in a dialogue belongs to the review in which the agent pressed something last.

import { aroundOf, attributeOf, boxOf, connected, drawn, editable, holds, shadowOf, tagOf } from "./dom";
import type { Entry, Records } from "./records";

export type Box = HTMLTextAreaElement | HTMLElement;
export type Found = { box: Box } | { none: "no_box" | "other_box" | "unsure" };

const DIALOGUE = /(?:^|[-_ ])(?:modal|dialog|drawer|popup|overlay)/i;
const LEAST = 20;

export class Boxes {
  /** The review in which the agent pressed something last. */
  #pressed: string | null = null;
  /** The box that has or last had the focus, and the review in which something had been pressed before. */
  #focused: { box: WeakRef<Box>; key: string | null } | null = null;

  constructor(private readonly records: Records) {}

  /** Listens in one window until the signal; only to what a person does. */
  watch(view: Window, signal: AbortSignal): void {
    const options = { capture: true, passive: true, signal };
    const press = (event: Event): void => {
      if (!event.isTrusted) return;
      const entry = this.#around(event.composedPath()[0] as Node | undefined);
      if (entry) this.#pressed = entry.mark.key;
    };
    view.addEventListener("pointerdown", press, options);
    view.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && press(event), options);
    view.addEventListener("focusin", (event) => this.#focus(event), options);
  }

  #focus(event: Event): void {
    const target = event.composedPath()[0];
    if (!event.isTrusted || !isBox(target)) return;
    this.#focused = { box: new WeakRef(target), key: this.#around(target)?.mark.key ?? this.#pressed };
  }

  /** The box in which an answer to this review is to be written. */
  find(entry: Entry): Found {
    const { key } = entry.mark;
    const last = this.#focused?.box.deref();
    if (last && usable(last) && this.#focused?.key === key && (this.#around(last)?.mark.key ?? key) === key) return { box: last };
    const own = entry.pieces.flatMap((piece) => boxesIn(piece)).filter(usable);
    if (own[0]) return { box: own[0] };
    const root = entry.pieces[0]?.ownerDocument.body;
    const open = root ? boxesIn(root).filter((box) => usable(box) && !this.#around(box) && inDialogue(box)) : [];
    if (open.length === 0) return { none: this.#otherOpen(root, key) ? "other_box" : "no_box" };
    if (open.length > 1) return { none: "unsure" };
    if (this.#pressed !== null && this.#pressed !== key) return { none: "other_box" };
    // Who pressed nothing in any review has to click into the box.
    return this.#pressed === key ? { box: open[0] as Box } : { none: "unsure" };
  }

  #otherOpen(root: Element | undefined, key: string): boolean {
    return root !== undefined && boxesIn(root).some((box) => usable(box) && (this.#around(box)?.mark.key ?? key) !== key);
  }

  #around(node: Node | undefined): Entry | undefined {
    for (let at: Node | null = node ?? null; at; at = aroundOf(at)) {
      const entry = this.records.of(at);
      if (entry) return entry;
    }
    return undefined;
  }
}

function isBox(target: unknown): target is Box {
  // Not by `instanceof Object`: in Firefox the page's objects are none of ours.
  if (typeof target !== "object" || target === null || !("localName" in target)) return false;
  const element = target as HTMLElement;
  if (tagOf(element) === "textarea") return true;
  const typed = attributeOf(element, "contenteditable");
  return typed !== null && typed !== "false";
}

/** Can the agent see it and write in it? */
function usable(box: Box): boolean {
  if (!connected(box) || !drawn(box, true)) return false;
  if (tagOf(box) === "textarea") {
    const area = box as HTMLTextAreaElement;
    if (area.disabled || area.readOnly) return false;
  } else if (!editable(box)) return false;
  const { width, height } = boxOf(box);
  return width >= LEAST && height >= LEAST;
}

/** All boxes in an element, those in open shadow roots too. */
function boxesIn(root: Element): Box[] {
  const found: Box[] = isBox(root) ? [root] : [];
  const look = (parent: ParentNode): void => {
    for (const element of parent.querySelectorAll<HTMLElement>("*")) {
      if (isBox(element)) found.push(element);
      const shadow = element.localName.includes("-") ? shadowOf(element) : null;
      if (shadow) look(shadow);
    }
  };
  const shadow = shadowOf(root);
  if (shadow) look(shadow);
  look(root);
  return found.filter((box) => !found.some((other) => other !== box && holds(other, box)));
}

function inDialogue(box: Element): boolean {
  for (let at: Node | null = box; at; at = aroundOf(at)) {
    if (at.nodeType !== Node.ELEMENT_NODE) continue;
    const element = at as Element;
    if (attributeOf(element, "role") === "dialog" || attributeOf(element, "aria-modal") === "true" || tagOf(element) === "dialog" || DIALOGUE.test(attributeOf(element, "class") ?? "")) return true;
  }
  return false;
}
