// The refunds known on this page: marks and cards of the last plans, tied to the page's elements.

import { typeOf } from "./dom";
import type { Card, Chip, Mark, Plan, Report, ReportRecord } from "./protocol";

export interface Entry {
  mark: Mark;
  card: Card | undefined;
  report: ReportRecord | undefined;
  pieces: Element[];
  anchor: Element | null;
  highlights: Element[];
  /** What the pieces said when the engine last judged them, countdowns and classes aside; null until something inside changes. */
  print: string | null;
}

/** A chip and the element that shows its score. */
export interface ChipEntry {
  chip: Chip;
  anchor: Element | null;
}

export class Records {
  /** In the page's order. */
  entries: Entry[] = [];
  /** The scores that say something; a patch leaves them as they are. */
  chips: ChipEntry[] = [];
  plan: Plan | null = null;
  /** The refunds whose buyer has been asked for another reason; the engine asks nobody twice. */
  readonly asked: string[] = [];
  readonly #byPiece = new WeakMap<Node, Entry>();

  /** Takes a whole plan. `elements` are those of the reading it was made from. */
  replace(plan: Plan, elements: readonly Node[]): void {
    const cards = new Map(plan.cards.map((card) => [card.key, card]));
    const reports = new Map(plan.report.records.map((record) => [record.key, record]));
    for (const old of this.entries) this.#forget(old);
    this.plan = plan;
    this.entries = plan.marks.map((mark) => this.#tie(mark, cards.get(mark.key), reports.get(mark.key), elements));
    this.chips = (plan.chips ?? []).map((chip) => ({ chip, anchor: elementAt(elements, chip.anchor) }));
  }

  /** Takes the answer to a patch; false when it does not fit and the page has to be read anew. */
  patch(plan: Plan, changed: readonly Entry[], elements: readonly Node[]): boolean {
    if (plan.marks.length !== changed.length) return false;
    changed.forEach((old, at) => {
      const mark = plan.marks[at] as Mark;
      const card = plan.cards.find((it) => it.key === mark.key);
      const record = plan.report.records.find((it) => it.key === mark.key);
      const place = this.entries.indexOf(old);
      if (place < 0) return;
      this.#forget(old);
      const entry = this.#tie(mark, card, record, elements);
      entry.print = old.print;
      this.entries[place] = entry;
    });
    return true;
  }

  clear(): void {
    for (const old of this.entries) this.#forget(old);
    this.entries = [];
    this.chips = [];
    this.plan = null;
  }

  #tie(mark: Mark, card: Card | undefined, report: ReportRecord | undefined, elements: readonly Node[]): Entry {
    const get = (number: number | null): Element[] => {
      const element = number === null ? null : elementAt(elements, number);
      return element ? [element] : [];
    };
    const pieces = mark.nodes.flatMap(get);
    const anchor = get(mark.anchor)[0] ?? pieces[0] ?? null;
    const entry: Entry = { mark, card, report, pieces, anchor, highlights: mark.highlight.flatMap(get), print: null };
    for (const piece of pieces) this.#byPiece.set(piece, entry);
    return entry;
  }

  #forget(entry: Entry): void {
    for (const piece of entry.pieces) if (this.#byPiece.get(piece) === entry) this.#byPiece.delete(piece);
  }

  /** The refund that has this very element as a piece. */
  of(piece: Node): Entry | undefined {
    return this.#byPiece.get(piece);
  }

  find(key: string | null): Entry | undefined {
    return key === null ? undefined : this.entries.find((entry) => entry.mark.key === key);
  }

  /** The records that are drawn and that j and k visit. */
  marked(): Entry[] {
    return this.entries.filter((entry) => entry.mark.badge !== null);
  }

  cards(): Card[] {
    return this.entries.flatMap((entry) => (entry.card ? [entry.card] : []));
  }

  /** The report of this frame, kept up to date through patches. */
  report(): Report | null {
    if (!this.plan) return null;
    return { ...this.plan.report, records: this.plan.report.records.length > 0 && this.entries.length === 0 ? this.plan.report.records : this.entries.flatMap((entry) => (entry.report ? [entry.report] : [])) };
  }
}

function elementAt(elements: readonly Node[], number: number): Element | null {
  const node = elements[number];
  return node && typeOf(node) === Node.ELEMENT_NODE ? (node as Element) : null;
}
