// What the page side does for reviews: keeps what the agent has typed while the panel is closed, and puts a text into the page.

import { Boxes } from "./boxes";
import { type Outcome, insert, textIn } from "./insert";
import type { FromPanel } from "./protocol";
import type { Entry, Records } from "./records";

type Draft = Extract<FromPanel, { kind: "draft" }>;
export type Told = Outcome | "no_box" | "other_box" | "unsure";

/** Beyond this many the oldest draft is forgotten; a shift has fewer. */
const MOST = 200;

export class Reviews {
  readonly boxes: Boxes;
  readonly #drafts = new Map<string, Draft>();
  /** The review whose box was found with text in it: the next attempt replaces it. */
  #warned: string | null = null;

  constructor(private readonly records: Records) {
    this.boxes = new Boxes(records);
  }

  /** In memory only: nothing of a buyer or an agent is written to storage. */
  keep(draft: Draft): void {
    this.#drafts.delete(draft.key);
    this.#drafts.set(draft.key, draft);
    const oldest = this.#drafts.keys().next();
    if (this.#drafts.size > MOST && !oldest.done) this.#drafts.delete(oldest.value);
  }

  draft(key: string): Draft | undefined {
    return this.#drafts.get(key);
  }

  states(): Record<string, string> {
    return Object.fromEntries([...this.#drafts].map(([key, draft]) => [key, draft.state]));
  }

  async insert(key: string, text: string): Promise<Told> {
    const entry: Entry | undefined = this.records.find(key);
    if (!entry) return "no_box";
    const found = this.boxes.find(entry);
    if ("none" in found) return found.none;
    const known = this.#warned === key && textIn(found.box) !== "";
    const outcome = await insert(found.box, text, known);
    this.#warned = outcome === "not_empty" ? key : null;
    return outcome;
  }
}
