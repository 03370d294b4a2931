// One badge: a button with its sign and word. It writes to its element only what differs from last time.

import { boxOf, connected } from "./dom";
import type { Place } from "./place";
import type { Entry } from "./records";

export class Badge {
  readonly element: HTMLElement;
  readonly since = performance.now();
  /** The row when `at` was found, and the place as seen from the anchor. */
  state = "";
  at: Place | null = null;
  #drawn = "";

  constructor(document: Document, public entry: Entry, private readonly label: (entry: Entry) => string) {
    const element = document.createElement("button");
    element.type = "button";
    // Reached by our own keys; the page's order of tab stops stays as it is.
    element.tabIndex = -1;
    this.element = element;
    this.write(entry);
  }

  /** Badges of one key are equally wide. */
  get key(): string {
    return `${this.entry.mark.level} ${this.entry.mark.badge}`;
  }

  write(entry: Entry): void {
    this.entry = entry;
    this.state = "";
    this.#shrink(false);
    const label = this.label(entry);
    this.element.setAttribute("aria-label", label);
    this.element.title = label;
    this.element.textContent = entry.mark.badge;
  }

  /** Puts it at a place of the layer, or hides it where there is none. */
  draw(place: { x: number; y: number } | null): void {
    const transform = place ? `translate(${Math.round(place.x)}px, ${Math.round(place.y)}px)` : "none";
    const drawn = `visibility: ${place ? "visible" : "hidden"}; transform: ${transform}`;
    if (drawn + this.at?.small === this.#drawn) return;
    this.#shrink(this.at?.small === true);
    this.element.style.cssText = drawn;
    this.#drawn = drawn + this.at?.small;
  }

  #shrink(small: boolean): void {
    this.#drawn = "";
    this.element.className = `badge ${this.entry.mark.level}${small ? " small" : ""}`;
  }

  /** Measures one badge of each key that is not in `widths`: first all are made ready, then all are measured. */
  static measure(badges: Iterable<Badge>, widths: Map<string, number>, root: ShadowRoot): void {
    const probes = new Map<string, Badge>();
    for (const badge of badges) if (!widths.has(badge.key)) probes.set(badge.key, badge);
    for (const badge of probes.values()) {
      badge.#shrink(false);
      if (!connected(badge.element)) root.append(badge.element);
    }
    for (const [key, { element }] of probes) {
      const { width } = boxOf(element);
      // On paper it has none.
      if (width > 0) widths.set(key, width);
    }
  }
}
