// Steps of a target, one after the other: each starts from what the one before has led to, however fast the keys are pressed.

export type Way = "up" | "down";

export interface StepEvents {
  /** The target a step away, as the engine last said; null at the end of the scale. */
  target(way: Way): string | null;
  /** Keeps a target; settles when the page shows what it means. */
  keep(target: string): Promise<void>;
  /** There is nothing further that way. */
  end(): void;
}

export class Steps {
  #key: string | null = null;
  /** The step that is being worked out. Readings that were under way before it say nothing of it; only its own ends it. */
  #now: Promise<void> | null = null;
  #later: Way[] = [];

  /** One press for the score `key`; what was pressed for another one and is not yet done is dropped. */
  press(key: string, way: Way, events: StepEvents): void {
    if (this.#now && this.#key === key) return void this.#later.push(way);
    this.drop();
    this.#key = key;
    this.#step(way, events);
  }

  #step(way: Way, events: StepEvents): void {
    const target = events.target(way);
    if (target === null) {
      this.drop();
      return events.end();
    }
    const mine = events.keep(target);
    this.#now = mine;
    void mine.then(() => {
      if (this.#now !== mine) return;
      this.#now = null;
      const next = this.#later.shift();
      if (next) this.#step(next, events);
    });
  }

  drop(): void {
    [this.#key, this.#now, this.#later] = [null, null, []];
  }
}
