// One layer per document, above the page and outside of everything a framework owns: badges, the ring around the current refund, a live
// region. It hangs on <html> in a closed shadow root, so that no list, no text and no form of the page is touched.

import { append, boxOf, connected } from "./dom";
import { elementName } from "./names";
import { type Sheet, adopt } from "./sheet";
import { LAYER_CSS } from "./style";

const MOST_RETURNS = 6;

export class Layer {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly ring: HTMLElement;
  readonly #heard: HTMLElement;
  readonly #sheet: Sheet;
  #returns = 0;

  constructor(
    readonly document: Document,
    private readonly own: WeakSet<Node>,
    locale: string,
  ) {
    this.host = document.createElement(elementName("layer"));
    own.add(this.host);
    // Zero size at the document's origin: it scrolls with the page for free, and takes no click beside its badges.
    this.root = this.host.attachShadow({ mode: "closed" });
    this.#sheet = adopt(this.root, LAYER_CSS, own);
    this.ring = this.#child("ring");
    this.ring.hidden = true;
    this.#heard = this.#child("heard");
    this.#heard.setAttribute("role", "status");
    this.#heard.setAttribute("aria-live", "polite");
    this.host.lang = locale;
    append(document.documentElement, this.host);
  }

  #child(name: string): HTMLElement {
    const element = this.document.createElement("div");
    element.className = name;
    this.root.appendChild(element);
    return element;
  }

  /** Says something to a screen reader; what went wrong and what is not to be forgotten is shown to everybody, until something else is said or done.
   *  The same sentence twice in a row is said twice. */
  say(text: string, shown: "wrong" | "reminder" | "heard" = "heard"): void {
    this.#heard.textContent = this.#heard.textContent === text ? `${text}\u200b` : text;
    this.#heard.className = shown;
  }

  /** What is shown to everybody is taken back. */
  calm(): void {
    if (this.#heard.className !== "heard") this.say("");
  }

  /** Where page coordinates begin for what lies in the layer. */
  origin(): { x: number; y: number } {
    const box = boxOf(this.host);
    return { x: box.left, y: box.top };
  }

  get present(): boolean {
    return connected(this.host);
  }

  /** Back after the page removed us; false when it keeps doing so and we had better leave it alone. */
  comeBack(): boolean {
    if (this.present) return true;
    if (++this.#returns > MOST_RETURNS) return false;
    if (!this.document.documentElement) return false;
    append(this.document.documentElement, this.host);
    return true;
  }

  remove(): void {
    this.#sheet.remove();
    this.host.remove();
    this.own.delete(this.host);
  }
}
