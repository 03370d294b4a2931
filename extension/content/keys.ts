// keydown → command, along the trie that Rust compiled. Synchronous, so that a key we use never reaches the page, and any other always does.

import { attributeOf, editable, tagOf } from "./dom";
import type { Trie } from "./protocol";

const CHORD_MS = 1500;
const SILENT = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Dead", "Process", "Unidentified", "Fn", "NumLock"]);
const TEXT_ROLES = new Set(["textbox", "searchbox", "combobox", "spinbutton", "application", "listbox", "menu", "menubar", "menuitem", "option", "slider", "tree", "grid"]);

export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey" | "getModifierState">;

/** The stroke's name as the key map writes it, or null for a lone modifier. The same rules as `src/keys/sequence.rs`. */
export function strokeName(press: KeyPress): string | null {
  const { key, code } = press;
  if (!key || SILENT.has(key)) return null;
  const chord = press.ctrlKey || press.altKey || press.metaKey;
  let name = key === " " ? "Space" : key;
  if (name.length === 1) {
    const width = name.charCodeAt(0);
    if (width >= 0xff01 && width <= 0xff5e) name = String.fromCharCode(width - 0xfee0);
    // Alt types other signs on a Mac, and a Cyrillic or Greek layout has no Latin letters: there the place on the keyboard counts.
    const letter = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
    if (letter && (chord || name.charCodeAt(0) > 0x7e)) name = letter;
    // Caps Lock is no Shift.
    if (/^[a-z]$/i.test(name)) name = press.shiftKey && !chord ? name.toUpperCase() : name.toLowerCase();
  }
  const named = name.length > 1;
  const held = [press.ctrlKey && "Ctrl", press.altKey && "Alt", press.metaKey && "Meta", press.shiftKey && (named || chord) && "Shift"];
  return [...held.filter(Boolean), name].join("+");
}

/** Steps through the trie; two strokes of a sequence belong together for a second and a half. */
export class Walker {
  private at: Trie;
  private last = -Infinity;

  constructor(private readonly root: Trie) {
    this.at = root;
  }

  /** The command the stroke completes, `more` inside a sequence, null otherwise. */
  step(stroke: string, time: number): { command: string } | "more" | null {
    if (time - this.last > CHORD_MS) this.at = this.root;
    this.last = time;
    let next = own(this.at, stroke);
    if (next === undefined && this.at !== this.root) next = own(this.root, stroke);
    this.at = typeof next === "object" ? next : this.root;
    if (next === undefined) return null;
    return typeof next === "string" ? { command: next } : "more";
  }

  reset(): void {
    this.at = this.root;
  }
}

function own(node: Trie, key: string): string | Trie | undefined {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

export interface KeyTarget {
  /** Would the command do something now? Keys of others are left to the page. */
  can(id: string): boolean;
  run(id: string): void;
}

/** Listens in one window until the signal. */
export function listenToKeys(view: Window, trie: () => Trie, target: KeyTarget, signal: AbortSignal): void {
  let walker = new Walker(trie());
  let from = trie();
  const pressed = (event: KeyboardEvent): void => {
    // 229: an input method is at work, whatever the key says.
    if (!event.isTrusted || event.isComposing || event.keyCode === 229) return;
    const stroke = strokeName(event);
    if (stroke === null) return;
    if (typing(event, view)) return walker.reset();
    // Settings may have brought another key map.
    if (from !== trie()) walker = new Walker((from = trie()));
    const step = walker.step(stroke, event.timeStamp);
    // The first stroke of two stays the page's as well.
    if (step === null || step === "more" || !target.can(step.command)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat || step.command.startsWith("refund.")) target.run(step.command);
  };
  view.addEventListener("keydown", pressed, { capture: true, signal });
}

/** Is the agent writing, or in a widget that has keys of its own? */
function typing(event: KeyboardEvent, view: Window): boolean {
  if (view.document.designMode === "on") return true;
  const first = event.composedPath()[0];
  if (!(first instanceof Node) && !(first && "nodeType" in first)) return false;
  for (let element: Element | null = elementOf(first as Node); element; element = element.shadowRoot?.activeElement ?? null) {
    const tag = tagOf(element);
    if (tag === "input" || tag === "textarea" || tag === "select" || tag === "iframe" || tag === "object" || tag === "embed") return !isButton(element);
    if (TEXT_ROLES.has(attributeOf(element, "role") ?? "")) return true;
    if ("isContentEditable" in element && editable(element as HTMLElement)) return true;
    // A component with a closed shadow root does not tell what has the focus inside it.
    if (tag.includes("-") && !element.shadowRoot) return true;
  }
  return false;
}

function elementOf(node: Node): Element | null {
  return node.nodeType === Node.ELEMENT_NODE ? (node as Element) : null;
}

function isButton(element: Element): boolean {
  return tagOf(element) === "input" && /^(button|submit|reset|checkbox|radio|image)$/.test(attributeOf(element, "type") ?? "");
}
