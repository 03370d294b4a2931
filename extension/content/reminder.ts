// Promises whose time is near are shown in the page, once each: when the page is read or turned to, never by a timer.

import type { Host } from "./host";
import type { Painter } from "./paint";

/** So often the background is asked at most, in ms. */
const PAUSE = 60_000;

export interface ReminderSource {
  host: Host;
  painter: () => Painter;
  say: (key: string, ...args: string[]) => string;
  /** Does the agent want promises kept? */
  wanted: () => boolean;
}

export class Reminder {
  #asked = -Infinity;

  constructor(private readonly source: ReminderSource, signal: AbortSignal) {
    document.addEventListener("visibilitychange", (event) => event.isTrusted && void this.look(), { signal });
  }

  async look(): Promise<void> {
    const { host, painter, say, wanted } = this.source;
    const now = performance.now();
    if (document.hidden || window.top !== window || !wanted() || now - this.#asked < PAUSE) return;
    this.#asked = now;
    const near = await host.day({ kind: "day.remind" }).catch(() => 0);
    if (typeof near === "number" && near > 0 && wanted()) painter().remind(say("page_promises_near", String(near)));
  }
}
