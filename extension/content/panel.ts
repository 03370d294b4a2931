// The panel: an extension page in a frame that the shop's page can neither read nor click in. Made when it is asked for, gone when it is closed.

import { append, boxOf, connected } from "./dom";
import type { Host, PanelPort } from "./host";
import { randomName } from "./random";
import { type Sheet, adopt } from "./sheet";
import { PANEL_CSS } from "./style";

const WIDTH = 400;
const WIDTHS = [320, 960] as const;
const MARGIN = 12;
/** A card needs this much height to say something useful. */
const CARD_HEIGHT = 380;
const CARD_MOST = 680;

export class Panel {
  #host: HTMLElement | null = null;
  #sheet: Sheet | null = null;
  #before: Element | null = null;
  #width = WIDTH;
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
    this.#host = document.createElement(randomName("x-"));
    this.own.add(this.#host);
    const root = this.#host.attachShadow({ mode: "closed" });
    this.#sheet = adopt(root, PANEL_CSS, this.own);
    const frame = document.createElement("iframe");
    frame.title = title;
    frame.allow = "clipboard-write";
    frame.src = url;
    root.appendChild(frame);
    append(document.documentElement, this.#host);
    this.source.panelAdded(frame);
    return true;
  }

  close(): void {
    this.port?.close();
    this.port = null;
    const had = this.#host !== null && document.activeElement === this.#host;
    this.#sheet?.remove();
    this.#host?.remove();
    this.#host = null;
    this.#sheet = null;
    if (had && this.#before instanceof HTMLElement && connected(this.#before) && this.#before !== document.body) this.#before.focus({ preventScroll: true });
    else if (had) window.focus();
    this.#before = null;
  }

  setWidth(px: number): void {
    if (!Number.isFinite(px)) return;
    this.#width = Math.min(Math.max(px, WIDTHS[0]), WIDTHS[1]);
    if (this.#host) this.#host.style.setProperty("--width", this.#shownWidth());
  }

  /**
   * A card stands below or above its row where there is room, so that the row stays readable; else, and for the other views, the panel
   * is docked at the right edge.
   */
  placeBeside(pieces: readonly Element[] | null): void {
    if (!this.#host) return;
    const view = { height: window.innerHeight };
    const boxes = (pieces ?? []).filter(connected).map(boxOf);
    let [top, height] = [MARGIN, view.height - 2 * MARGIN];
    if (boxes.length > 0) {
      const rowTop = Math.min(...boxes.map((it) => it.top));
      const rowBottom = Math.max(...boxes.map((it) => it.bottom));
      const [below, above] = [view.height - rowBottom - 2 * MARGIN, rowTop - 2 * MARGIN];
      if (below >= CARD_HEIGHT && below >= above) [top, height] = [rowBottom + MARGIN, Math.min(below, CARD_MOST)];
      else if (above >= CARD_HEIGHT) [top, height] = [Math.max(MARGIN, rowTop - MARGIN - CARD_MOST), Math.min(above, CARD_MOST)];
    }
    const places = { "--top": `${top}px`, "--right": `${MARGIN}px`, "--height": `${height}px`, "--width": this.#shownWidth() };
    for (const [name, value] of Object.entries(places)) this.#host.style.setProperty(name, value);
  }

  #shownWidth(): string {
    return `${Math.min(this.#width, Math.max(WIDTHS[0], window.innerWidth - 2 * MARGIN))}px`;
  }
}
