// A page that takes the focus out of the panel by script, again and again: what the agent types then goes into the page. We do not fight for
// it, which would only make both lose; we say so.

/** So many times in this time is no accident. */
const TIMES = 2;
const WITHIN_MS = 15_000;
/** A focus that has left the page and is back so soon was on its way to the panel: a window that is turned to again takes longer. */
const WAY_MS = 700;
/** What follows a press of the agent's own is their own doing. */
const HAND_MS = 800;

export class Theft {
  #losses: number[] = [];
  #hand = -Infinity;
  #ours = false;
  #left = -Infinity;
  /** Has the page done it often enough to be told of? */
  found = false;

  constructor(private readonly told: () => void) {}

  /** The agent has pressed something in the page. */
  hand(now: number): void {
    this.#hand = now;
  }

  /** The panel has the focus. */
  gained(): void {
    this.#ours = true;
  }

  /** The page has lost it, while the panel is open. */
  left(now: number): void {
    this.#left = now;
  }

  /** Something in the page has it. */
  lost(now: number): void {
    if (!this.#ours && now - this.#left > WAY_MS) return;
    [this.#ours, this.#left] = [false, -Infinity];
    if (now - this.#hand <= HAND_MS) return;
    this.#losses = [...this.#losses.filter((at) => now - at <= WITHIN_MS), now];
    if (this.found || this.#losses.length < TIMES) return;
    this.found = true;
    this.told();
  }

  /** The panel is closed: whoever opens it again begins anew. */
  forget(): void {
    [this.#losses, this.#ours, this.#left, this.found] = [[], false, -Infinity, false];
  }

  /** Listens in one window. */
  listen(view: Window, panel: { isOpen: boolean; hasFocus: boolean }, signal: AbortSignal): void {
    const options = { capture: true, passive: true, signal };
    for (const press of ["pointerdown", "keydown"] as const) view.addEventListener(press, (event) => event.isTrusted && this.hand(event.timeStamp), options);
    view.addEventListener("blur", ({ target, timeStamp }) => {
      const whole = target !== null && !("localName" in target);
      if (whole && panel.isOpen) this.left(timeStamp);
      // The element that has the focus is known only after the event.
      setTimeout(() => panel.hasFocus && this.gained());
    }, options);
    view.addEventListener("focusin", (event) => (panel.hasFocus ? this.gained() : this.lost(event.timeStamp)), options);
  }
}
