// Keeps what was taught. Where the storage is full or does not answer, that is said in the bar, and the draft stays to be saved again.

import { type Host, HostGone } from "./host";

export interface SaveSource {
  host: Host;
  say: (key: string, ...args: string[]) => string;
}

export class Saving {
  /** Why the last attempt failed, until something else is done. */
  trouble: string | null = null;

  constructor(private readonly source: SaveSource, private readonly saved: () => void, private readonly failed: () => void, private readonly gone: () => void) {}

  async save(page: object | null | undefined): Promise<void> {
    if (!page) return;
    try {
      await this.source.host.teach(page);
    } catch (error) {
      if (error instanceof HostGone) return this.gone();
      this.trouble = this.source.say("page_teach_failed", error instanceof Error ? error.message : String(error));
      return this.failed();
    }
    this.saved();
  }
}
