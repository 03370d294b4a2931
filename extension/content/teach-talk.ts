// What teaching asks the engine, and what the engine sees of the page: elements go by the numbers of the reading that was asked with.

import { standsFor } from "./demo-page";
import { connected } from "./dom";
import { EngineStopped, type Host, HostGone } from "./host";
import { type Reading, readNow, readSliced } from "./read";
import type { Seeing } from "./teach-face";
import { numberOf } from "./teach-point";

export interface TalkSource {
  host: Host;
  own: WeakSet<Node>;
  settings: () => Record<string, unknown>;
}

/** A record, or `anew`, begins without a draft. Elements are numbered in the reading that goes with the question. */
export interface Asked {
  anew?: boolean;
  record?: Element;
  level?: number;
  field?: Element;
  /** A draft that was left before. */
  draft?: object;
  /** What the agent says that the records are. */
  page?: string;
  name?: object;
}

export class Talk {
  seeing: Seeing | null = null;
  #reading: Reading | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly source: TalkSource,
    /** Whom an answer is for: none where that is another by then. */
    private readonly asker: () => object | null,
    private readonly gone: () => void,
  ) {}

  forget(): void {
    this.seeing = null;
    this.#reading = null;
  }

  /** One question after the other, each with the page and the draft as they are then: an earlier one may have changed both. */
  ask(done: Asked, heard: (seeing: Seeing) => void): void {
    const asker = this.asker();
    const { own, host, settings } = this.source;
    const target = done.record ?? done.field;
    // A page that draws itself anew may have thrown away what was pointed at before its turn comes: it is read at once, or stands in what was read last.
    const now = target && document.body ? (connected(target) ? readNow(document.body, own) : this.#reading) : null;
    const asked = async (): Promise<void> => {
      if (!asker || asker !== this.asker() || !document.body) return;
      const reading = now ?? (await readSliced(document.body, own, () => false));
      if (!reading) return;
      const number = (element?: Element): number | undefined => (element ? (numberOf(element, reading.elements) ?? undefined) : undefined);
      // What was pointed at is gone from the page, and nothing is asked of it: what is known so far stays.
      if (target && number(target) === undefined) return;
      const { hostname, pathname, search, hash } = standsFor() ?? location;
      const head = {
        kind: "teach", v: 1, now: Date.now(), offset: -new Date().getTimezoneOffset(), settings: { locale: settings()["locale"] }, title: document.title,
        url: { host: hostname, path: pathname, query: search.slice(1), hash },
        draft: done.draft ?? (done.anew || done.record ? null : (this.seeing?.draft ?? null)), record: number(done.record), level: done.level, field: number(done.field), page: done.page, name: done.name,
      };
      const seeing = JSON.parse(await host.evaluate(`${JSON.stringify(head).slice(0, -1)},"root":${reading.json}}`)) as Seeing;
      if (asker !== this.asker() || seeing.error) return;
      // Another record was tried and is none: what was taught before it stays.
      const kept = done.record && !seeing.draft && this.seeing?.draft ? this.seeing : null;
      if (kept) kept.hint = seeing.hint;
      else [this.seeing, this.#reading] = [seeing, reading];
      heard(kept ?? seeing);
    };
    this.#last = this.#last.then(asked).catch((error: unknown) => {
      if (error instanceof HostGone || error instanceof EngineStopped) return this.gone();
      // Told, and the next question is asked all the same.
      reportError(error);
    });
  }

  element(number: number | undefined): Element | null {
    const node = number === undefined ? undefined : this.#reading?.elements[number];
    return node instanceof Element || (node && node.nodeType === Node.ELEMENT_NODE) ? (node as Element) : null;
  }

  all(numbers: readonly number[]): Element[] {
    return numbers.flatMap((number) => this.element(number) ?? []);
  }

  /** What a press would mean: before a record was chosen the record of a proposed list, then the element itself. */
  meant(element: Element | null): Element | null {
    const elements = this.#reading?.elements;
    if (!element || !this.seeing || !elements) return null;
    if (this.seeing.draft || numberOf(element, elements) === null) return element;
    const records = new Set(this.seeing.lists.flat());
    for (let at: Node | null = element; at; at = at.parentNode) if (records.has(elements.indexOf(at))) return at as Element;
    return element;
  }
}
