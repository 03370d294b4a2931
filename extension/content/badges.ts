// Badges for the refunds on screen, and the ring around the current one. An IntersectionObserver says what is on screen; a scroll,
// a resize or a change of the page says when to place again. Nothing polls.

import { boxOf, connected, holds } from "./dom";
import type { Layer } from "./layer";
import type { Entry } from "./records";
import { SIGN } from "./style";
import { coveredOf } from "./cover";
import { type Box, type Place, placed } from "./place";
import { pieceOf, roomOf, stateOf, textBox, union } from "./room";

/** A badge must have been seen for a moment before a click on it counts: nothing may be slipped under a finger. */
const SETTLED_MS = 500;
/** Asking what lies above the badges may take this much of a frame while scrolling. */
const COSTLY_MS = 2;

interface Badge {
  element: HTMLElement;
  entry: Entry;
  since: number;
  width: number;
  /** The row when `at` was found, and the place as seen from the anchor. */
  state: string;
  at: Place | null;
}

export class Badges {
  readonly #badges = new Map<Element, Badge>();
  readonly #wanted = new Map<Element, Entry>();
  readonly #seen: IntersectionObserver;
  readonly #sized: ResizeObserver;
  #current: Entry | null = null;
  #planned = false;
  #covered = new Set<Badge>();
  #costly = false;

  constructor(
    private readonly layer: Layer,
    private readonly own: WeakSet<Node>,
    private readonly label: (entry: Entry) => string,
    private readonly open: (entry: Entry) => void,
    signal: AbortSignal,
  ) {
    this.#seen = new IntersectionObserver((changes) => this.#onScreen(changes));
    this.#sized = new ResizeObserver(() => this.place());
    const view = layer.document.defaultView ?? window;
    // Scrolling comes once a frame already, and waiting for the next one would let the badges swim.
    const again = (event: Event): void => void (event.isTrusted && (event.type === "scroll" ? this.#placeNow(true) : this.place()));
    const options = { capture: true, passive: true, signal };
    view.addEventListener("scroll", again, options);
    view.addEventListener("resize", again, options);
    for (const name of ["scrollend", "transitionend", "animationend"]) layer.document.addEventListener(name, again, options);
  }

  /** The entries that are to carry a badge where they are on screen. */
  set(entries: Iterable<Entry>): void {
    const wanted = new Map<Element, Entry>();
    for (const entry of entries) if (entry.mark.badge && entry.anchor) wanted.set(entry.anchor, entry);
    for (const anchor of this.#wanted.keys()) if (!wanted.has(anchor)) this.#drop(anchor);
    for (const [anchor, entry] of wanted) {
      const badge = this.#badges.get(anchor);
      if (!this.#wanted.has(anchor)) this.#seen.observe(anchor);
      this.#wanted.set(anchor, entry);
      if (badge && badge.entry !== entry) this.#write(badge, entry);
    }
    this.place();
  }

  ring(entry: Entry | null): void {
    this.#current = entry;
    this.place();
  }

  #drop(anchor: Element): void {
    this.#seen.unobserve(anchor);
    this.#sized.unobserve(anchor);
    this.#wanted.delete(anchor);
    this.#badges.get(anchor)?.element.remove();
    this.#badges.delete(anchor);
  }

  #onScreen(changes: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of changes) {
      const entry = this.#wanted.get(target);
      if (entry && isIntersecting && !this.#badges.has(target)) this.#add(target, entry);
      if (!isIntersecting && this.#badges.has(target)) {
        this.#sized.unobserve(target);
        this.#badges.get(target)?.element.remove();
        this.#badges.delete(target);
      }
    }
    this.place();
  }

  #add(anchor: Element, entry: Entry): void {
    const element = this.layer.document.createElement("button");
    element.type = "button";
    // Reached by our own keys; the page's order of tab stops stays as it is.
    element.tabIndex = -1;
    const badge: Badge = { element, entry, since: performance.now(), width: 0, state: "", at: null };
    this.#write(badge, entry);
    element.addEventListener("click", (event) => this.#clicked(badge, event));
    this.layer.root.appendChild(element);
    this.#badges.set(anchor, badge);
    this.#sized.observe(anchor);
  }

  #write(badge: Badge, entry: Entry): void {
    const { element } = badge;
    badge.entry = entry;
    badge.width = 0;
    badge.state = "";
    element.className = `badge ${entry.mark.level}`;
    element.setAttribute("aria-label", this.label(entry));
    const sign = this.layer.document.createElement("span");
    sign.className = "sign";
    sign.textContent = SIGN[entry.mark.level];
    const word = this.layer.document.createElement("span");
    word.textContent = entry.mark.badge;
    element.title = this.label(entry);
    element.replaceChildren(sign, word);
  }

  #clicked(badge: Badge, event: MouseEvent): void {
    if (!event.isTrusted || performance.now() - badge.since < SETTLED_MS || !this.#onTop(event)) return;
    event.preventDefault();
    event.stopPropagation();
    this.open(badge.entry);
  }

  /** Is our badge really what the agent saw and clicked? */
  #onTop(event: MouseEvent): boolean {
    if (event.detail === 0) return true; // by keyboard or screen reader
    const { document } = this.layer;
    if (document.elementFromPoint(event.clientX, event.clientY) !== this.layer.host) return false;
    const faint = [document.documentElement, this.layer.host].some((it) => Number(getComputedStyle(it).opacity) < 0.5);
    return !faint;
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

  /** First all measuring, then all writing. While scrolling, what is covered is only asked where that is cheap. */
  #placeNow(scrolling = false): void {
    if (!this.layer.present) return;
    const origin = this.layer.origin();
    const shown = [...this.#badges].map(([anchor, badge]) => {
      if (!badge.width) {
        badge.element.classList.remove("small");
        badge.width = boxOf(badge.element).width;
      }
      const cell = connected(anchor) ? boxOf(anchor) : null;
      if (cell && (!scrolling || !badge.at)) this.#find(badge, anchor, cell);
      return { badge, cell, at: badge.at, box: cell && (textBox(badge.entry) ?? cell) };
    });
    if (!scrolling || !this.#costly) this.#cover(shown);
    const ringed = this.#current;
    const pieces = ringed?.pieces.filter(connected) ?? [];
    const around = pieces.length > 0 ? union(pieces.map(boxOf)) : null;
    const aim = ringed && (textBox(ringed) ?? around);
    const box = ringed && aim && (scrolling || this.#uncovered(ringed, aim)) ? around : null;
    for (const { badge, cell, at } of shown) {
      const { style, classList } = badge.element;
      style.visibility = cell && at && !this.#covered.has(badge) ? "visible" : "hidden";
      classList.toggle("small", at?.small === true);
      if (cell && at) style.transform = `translate(${Math.round(cell.left + at.x - origin.x)}px, ${Math.round(cell.top + at.y - origin.y)}px)`;
    }
    const { ring } = this.layer;
    ring.hidden = box === null;
    if (box) {
      ring.style.transform = `translate(${box.left - origin.x}px, ${box.top - origin.y}px)`;
      ring.style.width = `${box.width}px`;
      ring.style.height = `${box.height}px`;
    }
  }

  /** Looks for a free place, unless the row is what it was. */
  #find(badge: Badge, anchor: Element, cell: DOMRect): void {
    const piece = pieceOf(badge.entry, anchor);
    const state = stateOf(piece, boxOf(piece), cell);
    if (state === badge.state) return;
    badge.state = state;
    const at = placed(roomOf(piece, anchor), badge.width);
    badge.at = at && { ...at, x: at.x - cell.left, y: at.y - cell.top };
  }

  #cover(shown: { badge: Badge; box: Box | null }[]): void {
    const start = performance.now();
    const spots = shown.filter((it) => it.box !== null).map((item) => ({ item, y: item.box?.top ?? 0 }));
    const covered = coveredOf(spots, (it) => it.box !== null && !this.#uncovered(it.badge.entry, it.box));
    this.#covered = new Set([...covered].map((it) => it.badge));
    this.#costly = performance.now() - start > COSTLY_MS;
  }

  /** Is the text itself to be seen at its middle, and not a sticky header, a menu or a dialogue above it? */
  #uncovered(entry: Entry, box: Box): boolean {
    const under = this.layer.document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    if (under === null) return false;
    if (this.own.has(under)) return true;
    return entry.pieces.some((piece) => holds(piece, under) || insideShadow(piece, under));
  }

  clear(): void {
    this.#seen.disconnect();
    this.#sized.disconnect();
    for (const badge of this.#badges.values()) badge.element.remove();
    this.#badges.clear();
    this.#wanted.clear();
    this.#current = null;
  }
}

/** elementFromPoint stops at a shadow host; a piece inside that host's root counts as found. */
function insideShadow(piece: Element, under: Element): boolean {
  for (let root = piece.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) if (root.host === under) return true;
  return false;
}
