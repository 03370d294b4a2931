// The working day of a page without an extension: the same book-keeping in the memory of this page, gone with it.

import { askedByPage, askedByPanel } from "../background/day-ask";
import { Day } from "../background/day";
import type { Area, Items } from "../background/store";

class Memory implements Area {
  #items: Items = {};
  async get(): Promise<Items> {
    return structuredClone(this.#items);
  }
  async set(items: Items): Promise<void> {
    Object.assign(this.#items, structuredClone(items));
  }
  async remove(names: string[]): Promise<void> {
    for (const name of names) delete this.#items[name];
  }
}

export class DemoDay {
  readonly #day = new Day(new Memory(), new Memory(), async (key) => key, Date.now);

  page(message: Items): Promise<unknown> {
    return askedByPage(this.#day, message, {}) ?? Promise.resolve(null);
  }

  async panel(message: Items): Promise<unknown> {
    return message["kind"] === "day.go" ? false : askedByPanel(this.#day, message);
  }
}
