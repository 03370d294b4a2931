// Badges for the refunds on screen, and the ring around the current one. An IntersectionObserver says what is on screen; a scroll,
// a resize or a change of the page says when to place again. Nothing polls.

import { unclipped } from "./clip";
import { boxOf, connected } from "./dom";
import { meant, uncovered } from "./hit";
import type { Layer } from "./layer";
import type { Entry } from "./records";
import { Badge } from "./badge";
import { coveredOf } from "./cover";
import type { Box } from "./place";
import { freePlace, pieceOf, stateOf, textBox, union } from "./room";

/** Asking what lies above the badges may take this much of a frame while scrolling. */
const COSTLY_MS = 2;

export class Badges {
  readonly #badges = new Map<Element, Badge>();
  readonly #wanted = new Map<Element, Entry>();
  readonly #seen: IntersectionObserver;
  readonly #sized: ResizeObserver;
  /** By the key of a badge. */
  readonly #widths = new Map<string, number>();
  #current: Entry | null = null;
  #planned = false;
  #covered = new Set<Badge>();
  #costly = false;

  constructor(
    private readonly layer: Layer,
    private readonly own: WeakSet<Node>,
    private readonly label: (entry: Entry) => string,
    private readonly open: (entry: Entry) => void,
    /** What is on screen has been looked through, and has its badges. */
    private readonly looked: () => void,
    signal: AbortSignal,
  ) {
    this.#seen = new IntersectionObserver((changes) => this.#onScreen(changes));
    // The first word about an element only says that it is observed.
    const fresh = new WeakSet<Element>();
    this.#sized = new ResizeObserver((changes) => {
      const known = changes.filter(({ target }) => fresh.has(target) || !fresh.add(target));
      if (known.length > 0) this.place();
    });
    const view = layer.document.defaultView ?? window;
    // Scrolling comes once a frame already, and waiting for the next one would let the badges swim.
    const again = (event: Event): void => {
      if (!event.isTrusted) return;
      // The page's zoom changes what a word measures.
      if (event.type === "resize") this.#widths.clear();
      if (event.type === "scroll") this.#placeNow(true);
      else this.place();
    };
    const options = { capture: true, passive: true, signal };
    view.addEventListener("scroll", again, options);
    view.addEventListener("resize", again, options);
    for (const name of ["scrollend", "transitionend", "animationend"]) layer.document.addEventListener(name, again, options);
  }

  /** The entries that are to carry a badge where they are on screen; true when the browser has yet to say which are. */
  set(entries: Iterable<Entry>): boolean {
    let fresh = false;
    const wanted = new Map<Element, Entry>();
    for (const entry of entries) if (entry.mark.badge && entry.anchor) wanted.set(entry.anchor, entry);
    for (const anchor of this.#wanted.keys()) if (!wanted.has(anchor)) this.#drop(anchor);
    for (const [anchor, entry] of wanted) {
      const badge = this.#badges.get(anchor);
      if (!this.#wanted.has(anchor)) {
        this.#seen.observe(anchor);
        fresh = true;
      }
      this.#wanted.set(anchor, entry);
      if (badge && badge.entry !== entry) badge.write(entry);
    }
    this.place();
    return fresh;
  }

  ring(entry: Entry | null): void {
    this.#current = entry;
    this.place();
  }

  #drop(anchor: Element): void {
    this.#seen.unobserve(anchor);
    this.#wanted.delete(anchor);
    this.#hide(anchor);
  }

  #hide(anchor: Element): void {
    this.#sized.unobserve(anchor);
    this.#badges.get(anchor)?.element.remove();
    this.#badges.delete(anchor);
  }

  /** The browser has just laid the page out: the best moment to measure. */
  #onScreen(changes: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of changes) {
      const entry = this.#wanted.get(target);
      if (entry && isIntersecting && !this.#badges.has(target)) this.#add(target, entry);
      if (!isIntersecting && this.#badges.has(target)) this.#hide(target);
    }
    this.#placeNow();
    this.looked();
  }

  #add(anchor: Element, entry: Entry): void {
    const badge = new Badge(this.layer.document, entry, this.label);
    badge.element.addEventListener("click", (event) => meant(event, badge.since, this.layer) && this.open(badge.entry));
    this.#badges.set(anchor, badge);
    this.#sized.observe(anchor);
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
    const { ring } = this.layer;
    // Asking for a place makes the browser lay the page out at once: not before there is something to place.
    if (!this.layer.present || (this.#badges.size === 0 && !this.#current && ring.hidden)) return;
    const origin = this.layer.origin();
    const shown = [...this.#badges].map(([anchor, badge]) => ({ badge, anchor, cell: connected(anchor) ? boxOf(anchor) : null }));
    // Hit tests come first: any change, even of ours, makes them dear.
    if (!scrolling || !this.#costly) this.#cover(shown);
    const box = this.#ringBox(scrolling);
    Badge.measure(this.#badges.values(), this.#widths, this.layer.root);
    const known = new Map<Node, Box[]>();
    for (const { badge, anchor, cell } of shown) if (cell && (!scrolling || !badge.at)) this.#find(badge, anchor, cell, known);
    for (const { badge, cell } of shown) {
      const at = cell && !this.#covered.has(badge) && badge.at;
      badge.draw(at ? { x: cell.left + at.x - origin.x, y: cell.top + at.y - origin.y } : null);
    }
    this.layer.root.append(...shown.map(({ badge }) => badge.element).filter((it) => !connected(it)));
    ring.hidden = box === null;
    if (box) {
      ring.style.transform = `translate(${box.left - origin.x}px, ${box.top - origin.y}px)`;
      ring.style.width = `${box.width}px`;
      ring.style.height = `${box.height}px`;
    }
  }

  /** The box of the current refund, where it is to be seen. */
  #ringBox(scrolling: boolean): ReturnType<typeof union> | null {
    const entry = this.#current;
    const pieces = entry?.pieces.filter(connected) ?? [];
    if (!entry || pieces.length === 0) return null;
    const around = unclipped(pieces[0] as Element, union(pieces.map(boxOf)));
    if (around.width === 0) return null;
    const text = textBox(entry);
    const seen = text && text.left >= around.left && text.right <= around.right ? text : around;
    return scrolling || this.#uncovered(entry, seen) ? around : null;
  }

  /** Looks for a free place, unless the row is what it was. */
  #find(badge: Badge, anchor: Element, cell: DOMRect, known: Map<Node, Box[]>): void {
    const width = this.#widths.get(badge.key);
    if (width === undefined) return;
    const piece = pieceOf(badge.entry, anchor);
    const row = boxOf(piece);
    const state = stateOf(piece, row, cell);
    if (state === badge.state) return;
    badge.state = state;
    const at = freePlace({ piece, anchor, row, cell, known }, width);
    badge.at = at && { ...at, x: at.x - cell.left, y: at.y - cell.top };
  }

  #cover(shown: { badge: Badge; cell: Box | null }[]): void {
    const start = performance.now();
    const spots = shown.flatMap(({ badge, cell }) => (cell ? [{ item: { badge, cell }, y: cell.top }] : []));
    const covered = coveredOf(spots, ({ badge: { entry }, cell }) => !this.#uncovered(entry, textBox(entry) ?? cell));
    this.#covered = new Set([...covered].map((it) => it.badge));
    this.#costly = performance.now() - start > COSTLY_MS;
  }

  #uncovered(entry: Entry, box: Box): boolean {
    return uncovered(entry, box, this.layer.document, this.own);
  }

  clear(): void {
    this.#seen.disconnect();
    this.#sized.disconnect();
    this.#badges.clear();
    this.#wanted.clear();
    this.#current = null;
  }
}
