// How far around what was picked the record goes. Each level keeps what was named at it: who goes wider and back has lost nothing.

import type { Seeing } from "./teach-face";

export class Levels {
  #at = 0;
  #of = 0;
  readonly #drafts = new Map<number, object>();

  /** The level now, of how many. */
  get place(): readonly [number, number] {
    return [this.#at, this.#of];
  }

  /** A record was picked, or picked anew. */
  picked({ level, levels }: Seeing): void {
    [this.#at, this.#of] = [level, levels];
  }

  /** The next level, with the draft that was left there; null where there is none. */
  next(by: 1 | -1, draft: object | null | undefined): { level: number; draft: object | undefined } | null {
    const level = this.#at + by;
    if (level < 0 || level >= this.#of) return null;
    if (draft) this.#drafts.set(this.#at, draft);
    return { level, draft: this.#drafts.get(level) };
  }

  back(level: number): void {
    this.#at = level;
  }

  forget(): void {
    [this.#at, this.#of] = [0, 0];
    this.#drafts.clear();
  }
}
