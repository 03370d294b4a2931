// Key presses by name, and the walk along the trie that Rust compiled.

import type { Trie } from "./protocol";

const CHORD_MS = 1500;
const SILENT = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Dead", "Process", "Unidentified", "Fn", "NumLock"]);

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
  #at: Trie;
  #last = -Infinity;

  constructor(private readonly root: Trie) {
    this.#at = root;
  }

  /** The command the stroke completes, `more` inside a sequence, null otherwise. */
  step(stroke: string, time: number): { command: string } | "more" | null {
    if (time - this.#last > CHORD_MS) this.#at = this.root;
    this.#last = time;
    let next = own(this.#at, stroke);
    if (next === undefined && this.#at !== this.root) next = own(this.root, stroke);
    this.#at = typeof next === "object" ? next : this.root;
    if (next === undefined) return null;
    return typeof next === "string" ? { command: next } : "more";
  }

  reset(): void {
    this.#at = this.root;
  }
}

function own(node: Trie, key: string): string | Trie | undefined {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}
