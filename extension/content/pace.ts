// How often a page may be read as a whole: at once after something happened, ever more rarely while reading shows nothing new, so that a
// page that never stands still costs a small share of one core at most.

const DEBOUNCE_MS = 60;
const WEAK_MS = 400;
/** Reading may take at most one tenth of the time. */
const SHARE = 10;
const LEAST_MS = 120;
const MOST_MS = 30_000;
const GROWTH = 1.5;
const RESTLESS = 8;
/** After so many readings without anything new we stop until the agent does something. */
const FRUITLESS = 256;

export class Pace {
  #fruitless = 0;
  #last = -Infinity;
  #cost = 0;

  /** Milliseconds from `now` until the next whole reading; Infinity when it is not worth it any more. */
  wait(now: number, weak: boolean): number {
    if (this.#fruitless >= FRUITLESS) return Infinity;
    const pause = Math.min(Math.max(LEAST_MS, this.#cost * SHARE) * GROWTH ** Math.min(this.#fruitless, 20), MOST_MS);
    return Math.max(weak ? WEAK_MS : DEBOUNCE_MS, this.#last + pause - now);
  }

  /** A reading is done: what it cost in milliseconds and whether it showed anything new. */
  done(now: number, cost: number, fruitful: boolean): void {
    this.#last = now;
    this.#cost = cost;
    this.#fruitless = fruitful ? 0 : this.#fruitless + 1;
  }

  /** The agent did something: what comes now may be news. True when that shortens the wait. */
  nudge(): boolean {
    if (this.#fruitless <= 1) return false;
    this.#fruitless = 1;
    return true;
  }

  get restless(): boolean {
    return this.#fruitless >= RESTLESS;
  }
}
