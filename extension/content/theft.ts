// A page that takes the focus out of the panel by script, again and again: what the agent types then goes into the page. We do not fight for
// it, which would only make both lose; we say so.

/** So many times in this time is no accident. */
const TIMES = 2;
const WITHIN_MS = 15_000;
/** What follows a press of the agent's own is their own doing. */
const HAND_MS = 800;

export class Theft {
  #losses: number[] = [];
  #hand = -Infinity;
  #ours = false;
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

  /** Something in the page has it. */
  lost(now: number): void {
    if (!this.#ours) return;
    this.#ours = false;
    if (now - this.#hand <= HAND_MS) return;
    this.#losses = [...this.#losses.filter((at) => now - at <= WITHIN_MS), now];
    if (this.found || this.#losses.length < TIMES) return;
    this.found = true;
    this.told();
  }

  /** The panel is closed: whoever opens it again begins anew. */
  forget(): void {
    [this.#losses, this.#ours, this.found] = [[], false, false];
  }

  /** Listens in one window; `onPanel` says whether its focus lies on the panel. */
  listen(view: Window, onPanel: () => boolean, signal: AbortSignal): void {
    const options = { capture: true, passive: true, signal };
    for (const press of ["pointerdown", "keydown"] as const) view.addEventListener(press, (event) => event.isTrusted && this.hand(event.timeStamp), options);
    // The element that has the focus is known only after the event.
    view.addEventListener("blur", () => setTimeout(() => onPanel() && this.gained()), options);
    view.addEventListener("focusin", (event) => (onPanel() ? this.gained() : this.lost(event.timeStamp)), options);
  }
}
