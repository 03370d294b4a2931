// One engine at a time. A trap poisons a wasm instance, and the glue gives no second one; so a spare copy of the glue stands by.

export interface Instance {
  init(): Promise<unknown>;
  evaluate(request: string): string;
}

export const STOPPED = JSON.stringify({ error: "engine stopped" });

export class Engine {
  private ready: Promise<unknown> | null = null;

  constructor(private readonly instances: Instance[]) {}

  /** The answer to one request; `{"error":"engine stopped"}` when the engine trapped and its spare, too. */
  async evaluate(request: string): Promise<string> {
    for (;;) {
      const instance = this.instances[0];
      if (!instance) return STOPPED;
      try {
        // Concurrent callers share one start.
        this.ready ??= instance.init();
        await this.ready;
        return instance.evaluate(request);
      } catch {
        // Another caller may already have thrown this instance away while we waited.
        if (this.instances[0] === instance) {
          this.instances.shift();
          this.ready = null;
        }
      }
    }
  }
}
