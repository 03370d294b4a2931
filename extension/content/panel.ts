// The panel: an extension page in a frame that the shop's page can neither read nor click in. Made when it is asked for, gone when it is closed.

import { append, boxOf, connected, holds } from "./dom";
import type { Host, PanelPort } from "./host";
import { elementName } from "./names";
import type { Dock } from "./protocol";
import { union } from "./room";
import { type Sheet, adopt } from "./sheet";
import { PANEL_CSS } from "./style";

const WIDTHS = [320, 960] as const;
/** By how much a key widens it, as the arrow keys on its edge do. */
const STEP = 40;
const MARGIN = 12;
/** Below the least height a card says nothing useful; from the good one on its advice is seen, and the page is left where it is. */
const CARD_LEAST = 320;
const CARD_GOOD = 560;
const CARD_MOST = 680;

export class Panel {
  #host: HTMLElement | null = null;
  #sheet: Sheet | null = null;
  #before: Element | null = null;
  #frame: HTMLIFrameElement | null = null;
  dock: Dock = { side: "right", width: 400 };
  port: PanelPort | null = null;

  constructor(
    private readonly source: Host,
    private readonly own: WeakSet<Node>,
  ) {}

  get isOpen(): boolean {
    return this.#host !== null && connected(this.#host);
  }

  /** Puts the panel into the page; false where there is none to put. */
  open(title: string): boolean {
    if (this.isOpen) return true;
    const url = this.source.panelUrl();
    if (!url) return false;
    this.close();
    this.#before = document.activeElement;
    this.#host = document.createElement(elementName("panel"));
    this.own.add(this.#host);
    const root = this.#host.attachShadow({ mode: "closed" });
    this.#sheet = adopt(root, PANEL_CSS, this.own);
    const frame = document.createElement("iframe");
    frame.title = title;
    frame.allow = "clipboard-write";
    frame.src = url;
    root.appendChild(frame);
    append(document.documentElement, this.#host);
    this.#frame = frame;
    this.source.panelAdded(frame);
    return true;
  }

  close(): void {
    this.port?.close();
    this.port = null;
    const had = this.hasFocus;
    this.#sheet?.remove();
    this.#host?.remove();
    this.#host = null;
    this.#frame = null;
    this.#sheet = null;
    if (had && this.#before instanceof HTMLElement && connected(this.#before) && this.#before !== document.body) this.#before.focus({ preventScroll: true });
    else if (had) window.focus();
    this.#before = null;
  }

  /** The agent wants to write in the panel. */
  focus(): void {
    this.#frame?.focus();
  }

  /** Does the page's own focus lie on the panel? */
  get hasFocus(): boolean {
    return this.isOpen && document.activeElement === this.#host;
  }

  /** Is an event of the page's window meant for the panel? */
  isTarget(event: Event): boolean {
    return this.isOpen && event.composedPath()[0] === this.#host;
  }

  /** The widest it may be here: half the window, but never narrower than it can be read. */
  get most(): number {
    return Math.min(WIDTHS[1], Math.max(WIDTHS[0], Math.floor(window.innerWidth / 2)));
  }

  /** The width a step away from the one that is seen. */
  widthAfter(by: 1 | -1): number {
    return Math.min(Math.max(this.#shown + by * STEP, WIDTHS[0]), this.most);
  }

  get #shown(): number {
    const width = Number.isFinite(this.dock.width) ? this.dock.width : 400;
    return Math.min(Math.max(width, WIDTHS[0]), this.most);
  }

  /** Moves it sideways and widens it, as its dock says. */
  place(): void {
    if (!this.#host) return;
    const shown = Math.min(this.#shown, window.innerWidth - 2 * MARGIN);
    const places = { "--width": `${shown}px`, "--left": this.dock.side === "left" ? `${MARGIN}px` : "auto", "--right": this.dock.side === "left" ? "auto" : `${MARGIN}px` };
    for (const [name, value] of Object.entries(places)) this.#host.style.setProperty(name, value);
  }

  /**
   * A card stands below or above its row, so that the row stays readable; the page is scrolled where neither side has room. Else, and for
   * the other views, the panel is docked at its edge.
   */
  placeBeside(pieces: readonly Element[]): void {
    if (!this.#host) return;
    const view = window.innerHeight;
    const here = pieces.filter(connected);
    let [top, height] = [MARGIN, view - 2 * MARGIN];
    let row = rowOf(here);
    const wanted = row && Math.min(CARD_MOST, view - row.height - 3 * MARGIN);
    if (row && wanted && wanted >= CARD_LEAST) {
      for (const block of ["end", "start"] as const) {
        if (Math.max(row.top, view - row.bottom) - 2 * MARGIN >= Math.min(wanted, CARD_GOOD)) break;
        row = scrolled(here, block);
      }
      // A page that a dialogue holds still may keep the row outside the window; the card stays inside.
      const [rowTop, rowBottom] = [Math.min(row.top, view), Math.max(row.bottom, 0)];
      const [below, above] = [view - rowBottom - 2 * MARGIN, rowTop - 2 * MARGIN];
      if (below >= above) [top, height] = [rowBottom + MARGIN, Math.min(below, CARD_MOST)];
      else [top, height] = [Math.max(MARGIN, rowTop - MARGIN - CARD_MOST), Math.min(above, CARD_MOST)];
    }
    this.#host.style.setProperty("--top", `${top}px`);
    this.#host.style.setProperty("--height", `${height}px`);
    this.place();
  }
}

const rowOf = (pieces: readonly Element[]): ReturnType<typeof union> | null => (pieces.length > 0 ? union(pieces.map(boxOf)) : null);

/** Brings the row to one end of the window, clear of a bar that sticks there. */
function scrolled(pieces: readonly Element[], block: "start" | "end"): ReturnType<typeof union> {
  const piece = block === "end" ? pieces.at(-1) : pieces[0];
  piece?.scrollIntoView({ block, inline: "nearest", behavior: "instant" });
  const { left, right } = piece ? boxOf(piece) : { left: 0, right: 0 };
  const bar = document.elementFromPoint((Math.max(left, 0) + Math.min(right, window.innerWidth)) / 2, block === "end" ? window.innerHeight - 2 : 2);
  const covers = bar && !pieces.some((it) => holds(it, bar) || holds(bar, it)) && boxOf(bar).height;
  if (covers) window.scrollBy({ top: block === "end" ? covers : -covers, behavior: "instant" });
  return union(pieces.map(boxOf));
}
