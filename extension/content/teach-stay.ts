// Keeps the layer of teaching on a page that takes it out again and again, and tells a focus that the page has taken from one that the agent has moved.

import { append, connected } from "./dom";

/** So often at once; then the next frame is waited for, so that a page that answers each return at once does not stand still. */
const AT_ONCE = 3;
/** A page that has won so many frames in a row will not let us be. */
const FRAMES = 120;

export class Stay {
  #returns = 0;
  #lost = 0;
  #planned = 0;
  #home: HTMLElement | null = null;
  #tabbing = false;
  /** Has the agent taken the focus out of the layer? */
  away = false;

  constructor(private readonly host: HTMLElement, root: ShadowRoot, private readonly unwelcome: () => void, private readonly signal: AbortSignal) {
    const options = { signal, capture: true };
    root.addEventListener("focusin", (event) => {
      this.away = false;
      this.#home = event.target as HTMLElement;
    }, options);
    window.addEventListener("keydown", (event) => {
      if (event.isTrusted) this.#tabbing = event.key === "Tab";
    }, options);
    window.addEventListener("focusin", (event) => {
      if (event.target !== host) this.away = this.#tabbing;
    }, options);
    signal.addEventListener("abort", () => cancelAnimationFrame(this.#planned), { once: true });
  }

  /** Puts the layer into the page, with the focus where it was. */
  comeBack(): void {
    if (connected(this.host) || this.signal.aborted) return;
    if (++this.#returns <= AT_ONCE && document.documentElement) {
      append(document.documentElement, this.host);
      if (!this.away) this.#home?.focus({ preventScroll: true });
    }
    this.#planned ||= requestAnimationFrame(() => {
      this.#planned = 0;
      this.#returns = 0;
      this.#lost = connected(this.host) ? 0 : this.#lost + 1;
      if (this.#lost > FRAMES) return this.unwelcome();
      this.comeBack();
    });
  }
}
