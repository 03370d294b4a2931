// Settings: read, ask the engine, write. One change after the other, each on what is stored then, so that two windows lose nothing.

import { type Areas, carryOut, type Items, type Plan, readStored, type Stored } from "./store";

export interface Known {
  host: string;
  granted: boolean;
  optional: boolean;
}
/** What a shop's page is told; the engine reads more of it than the page does. */
export type ForPage = { locale: string; on: boolean } & Items;
/** Nothing in it where all went well; else why nothing was changed: the engine's reason, or the browser's. */
export type Outcome = { refused?: string; line?: number; failed?: string };

export class Settings {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    /** The answer to a request; throws where there is none. */
    private readonly ask: (request: Items) => Promise<Items>,
    private readonly areas: Areas,
    /** The browser's language. */
    private readonly browser: () => string,
  ) {}

  async page(host: string): Promise<ForPage> {
    return (await this.#ask("settings.page", { stored: await this.#stored("settings"), host })) as ForPage;
  }

  async read(hosts: Known[]): Promise<Items> {
    return this.#ask("settings.read", { stored: await this.#stored(null), hosts });
  }

  /** All settings, or one taught page alone. */
  async export(page?: unknown): Promise<Items> {
    return this.#ask("settings.export", { stored: await this.#stored("settings"), ...(typeof page === "string" ? { page } : {}) });
  }

  /** The agent's own texts, as docs/protocol.md has it. */
  async texts(request: Items): Promise<Items> {
    return this.#ask("settings.texts", { ...request, stored: await this.#stored("settings") });
  }

  /** What is stored once every change asked for before has been made: a page reloaded right after a change must not show the old. */
  async #stored(local: "settings" | null): Promise<Stored> {
    await this.#last;
    return readStored(this.areas, local);
  }

  /** What the packs know; nothing stored is needed for that. */
  known(kind: string, request: Items): Promise<Items> {
    return this.#ask(kind, request);
  }

  /** A change of one of the kinds of docs/protocol.md. `dry` only says whether it could be made. */
  change(kind: string, request: Items, dry = false): Promise<Outcome> {
    const mine = this.#last.then(() => this.#change(kind, request, dry));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #change(kind: string, request: Items, dry: boolean): Promise<Outcome> {
    const stored = await readStored(this.areas, "settings");
    const { plan, ...refusal } = await this.#ask(kind, { ...request, stored });
    if (!plan) return refusal;
    try {
      if (!dry) await carryOut(this.areas, plan as Plan, stored);
      return {};
    } catch (error) {
      return { failed: error instanceof Error ? error.message : String(error) };
    }
  }

  async #ask(kind: string, request: Items): Promise<Items> {
    const answer = await this.ask({ ...request, kind, browser: this.browser() });
    if (typeof answer["error"] === "string") throw new Error(answer["error"]);
    return answer;
  }
}
