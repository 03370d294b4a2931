// What teaching puts over the page: a shield that takes the pointer, so that nothing of the page is pressed, frames around what is seen, and the bar.

import { append, connected, detach } from "./dom";
import { typing } from "./keys";
import { elementName } from "./names";
import { type Sheet, adopt } from "./sheet";
import { Bar } from "./teach-bar";
import { type TeachKey, teachKey } from "./teach-keys";
import { type Box, boxIn, scrollBelow, shownPart } from "./teach-point";
import { Stay } from "./teach-stay";
import { teachCss } from "./teach-style";

export type Outline = { element: Element; kind: "record" | "named" | "chosen" | "over" };

export interface LayerEvents {
  pointed(x: number, y: number): void;
  pressed(x: number, y: number): void;
  chosen(place: number): void;
  did: ConstructorParameters<typeof Bar>[4];
  /** The page does not let us be. */
  unwelcome(): void;
}

/** What a press is on: the name of something in the bar, "" for the page below, null for nothing. */
function pressedOn(event: Event, shield: Element): string | null {
  const target = event.composedPath()[0] as Element;
  return target === shield ? "" : (target.closest("[data-act]")?.getAttribute("data-act") ?? null);
}

const TAKEN = ["pointerdown", "pointerup", "mousedown", "mouseup", "click", "dblclick", "auxclick", "contextmenu", "touchstart", "touchend", "keydown", "keyup", "keypress"] as const;

export class TeachLayer {
  readonly host: HTMLElement;
  readonly bar: Bar;
  readonly #sheet: Sheet;
  readonly #boxes: HTMLElement;
  readonly #stop = new AbortController();
  readonly #before = document.activeElement;
  readonly #stay: Stay;
  /** Where the button of the mouse went down. */
  #down: string | null = null;
  #outlines: readonly Outline[] = [];
  #over: Element | null = null;
  #planned = 0;

  constructor(private readonly own: WeakSet<Node>, title: string, locale: string, theme: unknown, events: LayerEvents) {
    this.host = document.createElement(elementName("teach"));
    own.add(this.host);
    const root = this.host.attachShadow({ mode: "closed" });
    this.#sheet = adopt(root, teachCss(theme), own);
    const shield = root.appendChild(document.createElement("div"));
    shield.className = "shield";
    this.#boxes = root.appendChild(document.createElement("div"));
    this.#boxes.className = "boxes";
    this.bar = new Bar(document, title, locale, events.chosen, events.did);
    root.appendChild(this.bar.element);
    const { signal } = this.#stop;
    // The page hears nothing of what is done here, however it listens on its way up.
    for (const name of TAKEN) root.addEventListener(name, (event) => event.stopPropagation(), { signal });
    for (const name of ["pointerdown", "mousedown", "contextmenu"]) shield.addEventListener(name, (event) => event.preventDefault(), { signal });
    shield.addEventListener("pointermove", (event) => event.isTrusted && events.pointed(event.clientX, event.clientY), { signal });
    const press = (on: string, { clientX, clientY }: MouseEvent): void => (on === "" ? events.pressed(clientX, clientY) : this.bar.press(on));
    const byHand = (event: Event): boolean => event.isTrusted && (event as MouseEvent).button === 0;
    root.addEventListener("pointerdown", (event) => void (this.#down = byHand(event) ? pressedOn(event, shield) : null), { signal });
    // A page that takes us out between down and up leaves no click: the two ends of the press are enough.
    root.addEventListener("pointerup", (event) => {
      const on = pressedOn(event, shield);
      if (byHand(event) && on !== null && on === this.#down) press(on, event as MouseEvent);
    }, { signal });
    // By keys and by what speaks for a person a button is clicked without a pointer.
    root.addEventListener("click", (event) => {
      const on = pressedOn(event, shield);
      if (byHand(event) && (event as MouseEvent).detail === 0 && on) press(on, event as MouseEvent);
    }, { signal });
    shield.addEventListener("wheel", (event) => {
      event.preventDefault();
      if (event.isTrusted) scrollBelow(event, own);
    }, { signal, passive: false });
    for (const name of ["scroll", "resize"]) window.addEventListener(name, () => this.place(), { signal, capture: true, passive: true });
    append(document.documentElement, this.host);
    this.#stay = new Stay(this.host, root, events.unwelcome, signal);
    this.bar.focus();
  }

  /** After the page has taken us out. */
  comeBack(): void {
    this.#stay.comeBack();
  }

  /** Takes a key of teaching's own from the page; null for any other. `bare`: may signs alone be keys outside the bar? */
  takes(event: KeyboardEvent, bare: boolean): TeachKey | null {
    const inBar = event.composedPath()[0] === this.host;
    // Who has not left the bar is not writing in the page, wherever the page has put the focus.
    const key = teachKey(event, { inBar, onButton: this.bar.onButton, typing: this.#stay.away && !inBar && typing(event, window), bare });
    if (key) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    return key;
  }

  draw(outlines: readonly Outline[]): void {
    this.#outlines = outlines;
    this.place();
  }

  over(element: Element | null): void {
    if (element === this.#over) return;
    this.#over = element;
    this.place();
  }

  /** Once a frame. */
  place(): void {
    this.#planned ||= requestAnimationFrame(() => {
      this.#planned = 0;
      this.#placeNow();
    });
  }

  #placeNow(): void {
    const all: Outline[] = this.#over ? [...this.#outlines, { element: this.#over, kind: "over" }] : [...this.#outlines];
    const known = new Map<Node, Box | null>();
    const drawn = all.flatMap(({ element, kind }) => {
      const whole = boxIn(element);
      const box = whole && shownPart(element, whole, known);
      if (!box) return [];
      const frame = document.createElement("div");
      frame.className = `box ${kind}`;
      frame.style.cssText = `width:${box.width}px;height:${box.height}px;transform:translate(${box.x}px,${box.y}px)`;
      return [frame];
    });
    this.#boxes.replaceChildren(...drawn);
  }

  /** The bar stands where it does not hide what was pointed at. */
  keepClearOf(element: Element): void {
    const box = boxIn(element);
    if (box) this.bar.element.classList.toggle("left", box.x > innerWidth / 2);
  }

  remove(): void {
    this.#stop.abort();
    cancelAnimationFrame(this.#planned);
    this.#sheet.remove();
    const had = document.activeElement === this.host;
    detach(this.host);
    if (had && this.#before instanceof HTMLElement && connected(this.#before) && this.#before !== document.body) this.#before.focus({ preventScroll: true });
    this.own.delete(this.host);
  }
}
