// Chips: what a score still needs, beside the score. Each is a button that opens the calculator; the wheel steps its target. Nothing polls.

import { aroundOf, boxOf, connected, documentOf, holds, textOf, typeOf } from "./dom";
import { meant } from "./hit";
import type { Layer } from "./layer";
import type { Box } from "./place";
import type { ChipEntry } from "./records";
import { type Spot, chipSpot } from "./chip-place";
import { listenToWheel } from "./chip-wheel";
import { wordsIn } from "./room";

const LEVELS = 8;

export interface ChipEvents {
  open(entry: ChipEntry): void;
  step(entry: ChipEntry, way: "up" | "down"): void;
  label(entry: ChipEntry): string;
}

interface Chip {
  element: HTMLButtonElement;
  entry: ChipEntry;
  since: number;
  /** Widths of the whole text, of the number, of the sign. */
  widths: readonly [number, number, number];
  /** What is around it when `at` was found; `at` as seen from the anchor. */
  state: string;
  at: Spot | null;
}

export class Chips {
  readonly #chips = new Map<string, Chip>();
  #current: string | null = null;
  #planned = false;

  constructor(private readonly layer: Layer, private readonly own: WeakSet<Node>, private readonly events: ChipEvents, signal: AbortSignal) {
    const view = layer.document.defaultView ?? window;
    const options = { capture: true, passive: true, signal };
    for (const name of ["scroll", "resize"]) view.addEventListener(name, (event) => event.isTrusted && this.#chips.size > 0 && this.place(), options);
    for (const name of ["transitionend", "animationend"]) layer.document.addEventListener(name, () => this.#chips.size > 0 && this.place(), options);
  }

  set(entries: readonly ChipEntry[], current: string | null): void {
    this.#current = current;
    const wanted = new Map(entries.filter((it) => it.anchor).map((it) => [it.chip.key, it]));
    for (const [key, chip] of this.#chips) {
      if (wanted.has(key)) continue;
      chip.element.remove();
      this.#chips.delete(key);
    }
    for (const [key, entry] of wanted) {
      const chip = this.#chips.get(key) ?? this.#add(key, entry);
      this.#write(chip, entry);
    }
    if (this.#chips.size > 0) this.place();
  }

  #add(key: string, entry: ChipEntry): Chip {
    const element = this.layer.document.createElement("button");
    element.type = "button";
    element.tabIndex = -1;
    element.style.visibility = "hidden";
    const chip: Chip = { element, entry, since: performance.now(), widths: [0, 0, 0], state: "", at: null };
    element.addEventListener("click", (event) => meant(event, chip.since, this.layer) && this.events.open(chip.entry));
    listenToWheel(element, (way) => this.events.step(chip.entry, way));
    this.layer.root.append(element);
    this.#chips.set(key, chip);
    return chip;
  }

  #write(chip: Chip, entry: ChipEntry): void {
    const was = chip.entry;
    chip.entry = entry;
    if (entry.anchor !== was.anchor) chip.state = "";
    const label = this.events.label(entry);
    if (chip.widths[0] > 0 && was.chip.text === entry.chip.text && was.chip.state === entry.chip.state && chip.element.title === label) return;
    chip.element.setAttribute("aria-label", label);
    chip.element.title = label;
    chip.widths = [0, 0, 0];
    chip.state = "";
  }

  /** Places everything before the next frame, however often it is asked. */
  place(): void {
    if (this.#planned) return;
    this.#planned = true;
    requestAnimationFrame(() => {
      this.#planned = false;
      this.#placeNow();
    });
  }

  /** Hit tests, then measuring, then writing. */
  #placeNow(): void {
    if (!this.layer.present || this.#chips.size === 0) return;
    const shown = [...this.#chips.values()].map((chip) => {
      const anchor = chip.entry.anchor;
      const box = anchor && connected(anchor) ? boxOf(anchor) : null;
      return { chip, box, seen: box !== null && anchor !== null && box.width > 0 && this.#uncovered(anchor, box) };
    });
    for (const { chip } of shown) if (chip.widths[0] === 0) chip.widths = this.#measure(chip);
    const origin = this.layer.origin();
    const taken: Box[] = [];
    for (const { chip, box, seen } of shown) {
      if (!box || !seen) continue;
      this.#find(chip, box, taken);
      const { at, widths } = chip;
      if (at) taken.push({ left: box.left + at.x, top: box.top + at.y, right: box.left + at.x + widths[at.size], bottom: box.top + at.y + 22 });
    }
    for (const { chip, box, seen } of shown) {
      const { at, element } = chip;
      element.style.visibility = box && at && seen ? "visible" : "hidden";
      if (!box || !at) continue;
      this.#dress(chip, at.size);
      element.style.transform = `translate(${Math.round(box.left + at.x - origin.x)}px, ${Math.round(box.top + at.y - origin.y)}px)`;
    }
  }

  #dress({ element, entry: { chip } }: Chip, size: 0 | 1 | 2): void {
    element.className = `chip ${chip.state}${size === 2 ? " small" : ""}${chip.key === this.#current ? " current" : ""}`;
    const text = size === 0 ? chip.text : size === 1 ? (chip.short ?? "") : "";
    if (element.textContent !== text) element.textContent = text;
  }

  #measure(chip: Chip): [number, number, number] {
    const sizes = ([0, 1, 2] as const).map((size) => {
      this.#dress(chip, size);
      return boxOf(chip.element).width;
    });
    const [whole = 0, number = 0, sign = 0] = sizes;
    return [whole, chip.entry.chip.short ? number : sign, sign];
  }

  /** Looks for free room, unless everything around is as it was. */
  #find(chip: Chip, box: Box, taken: readonly Box[]): void {
    const anchor = chip.entry.anchor as Element;
    const around = surroundings(anchor, box, chip.widths[0]);
    const outer = boxOf(around);
    const state = [outer.width, outer.height, box.left - outer.left, box.top - outer.top, textOf(around)?.length ?? 0, window.innerWidth].map(Math.round).join();
    if (state === chip.state) return;
    chip.state = state;
    const lines = wordsIn(anchor, []);
    const view = documentOf(anchor).documentElement;
    const bounds = { left: 0, top: -Infinity, right: view.clientWidth, bottom: Infinity };
    const at = chipSpot(lines.length > 0 ? lines : [box], [...wordsIn(around, []), ...taken], bounds, chip.widths);
    chip.at = at && { ...at, x: at.x - box.left, y: at.y - box.top };
  }

  /** Is the score itself to be seen, and not a menu or a dialogue above it? */
  #uncovered(anchor: Element, box: Box): boolean {
    const under = documentOf(anchor).elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return under !== null && (this.own.has(under) || holds(under, anchor) || holds(anchor, under));
  }

  clear(): void {
    for (const { element } of this.#chips.values()) element.remove();
    this.#chips.clear();
  }
}

/** The element around the anchor that is wide enough to show what a chip beside it could cover. */
function surroundings(anchor: Element, box: Box, wide: number): Element {
  let found = anchor;
  let node: Node | null = anchor;
  for (let level = 0; level < LEVELS && node; level++) {
    node = aroundOf(node);
    if (!node || typeOf(node) !== Node.ELEMENT_NODE) continue;
    found = node as Element;
    const outer = boxOf(found);
    if (outer.right >= box.right + wide + 24 && outer.left <= box.left - 24 && outer.bottom >= box.bottom + 60 && outer.top <= box.top - 30) break;
  }
  return found;
}
