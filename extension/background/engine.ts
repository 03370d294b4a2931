// One engine at a time. A trap poisons a wasm instance, and the glue gives no second one; so spare copies of the glue stand by. A page that
// brought two of them down is not served again, so that one hostile page cannot switch the engine off for all others.

export interface Instance {
  init(): Promise<unknown>;
  evaluate(request: string): string;
}

export const STOPPED = JSON.stringify({ error: "engine stopped" });
const TRIES = 2;
const MOST_REFUSED = 200;

export class Engine {
  #ready: Promise<unknown> | null = null;
  readonly #refused = new Set<string>();

  constructor(private readonly instances: Instance[]) {}

  /** Loads the engine ahead of the first question. */
  start(): void {
    this.#load().catch(() => undefined);
  }

  /** Concurrent callers share one start. */
  #load(): Promise<unknown> {
    return (this.#ready ??= this.instances[0]?.init() ?? Promise.resolve());
  }

  /** The answer to one request of the document `who`; `{"error":"engine stopped"}` when the engine trapped and its spare, too. */
  async evaluate(request: string, who: string): Promise<string> {
    for (let tries = 0; tries < TRIES && !this.#refused.has(who); ) {
      const instance = this.instances[0];
      if (!instance) return STOPPED;
      try {
        await this.#load();
        return instance.evaluate(request);
      } catch {
        // Another caller may already have thrown this instance away while we waited; then its trap is not ours.
        if (this.instances[0] !== instance) continue;
        tries++;
        this.instances.shift();
        this.#ready = null;
      }
    }
    if (this.#refused.size < MOST_REFUSED) this.#refused.add(who);
    return STOPPED;
  }
}
