// Teaching a page: picks elements, paints what the engine sees, keeps what it would keep. What is a record and what a field means is decided there.

import { standsFor } from "./demo-page";
import { connected } from "./dom";
import { EngineStopped, type Host, HostGone } from "./host";
import { typing } from "./keys";
import { type Reading, readNow, readSliced } from "./read";
import type { Act } from "./teach-bar";
import { type Seeing, faceOf } from "./teach-face";
import { type Outline, TeachLayer } from "./teach-layer";
import { elementAt, numberOf } from "./teach-point";

export interface TeachSource {
  host: Host;
  own: WeakSet<Node>;
  settings: () => Record<string, unknown>;
  say: (key: string, ...args: string[]) => string;
  aloud: (text: string) => void;
}

/** A page that draws itself anew is looked at anew, at most this often. */
const AGAIN_MS = 600;

export class Teaching {
  #layer: TeachLayer | null = null;
  #seeing: Seeing | null = null;
  #elements: Node[] = [];
  #reading: Reading | null = null;
  /** The place in the list: of proposals, columns or names. */
  #at = 0;
  /** The column that is being named. */
  #naming: number | null = null;
  #picked: Element | null = null;
  /** How far around it the record goes, of how many. */
  #level: [number, number] = [0, 0];
  #stop = new AbortController();
  #last: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly source: TeachSource, signal: AbortSignal) {
    signal.addEventListener("abort", () => this.leave(), { once: true });
  }

  get active(): boolean {
    return this.#layer !== null;
  }

  /** `before` is done before it starts. */
  toggle(before: () => void): void {
    if (this.#layer) return this.leave();
    before();
    this.start();
  }

  start(): void {
    if (this.#layer) return;
    const { own, say, settings } = this.source;
    const events = {
      pointed: (x: number, y: number): void => this.#layer?.over(this.#target(elementAt(x, y, own))),
      pressed: (x: number, y: number): void => this.#pressed(elementAt(x, y, own)),
      chosen: (place: number): void => this.#choose(place),
      did: (act: Act): void => this.#did(act),
    };
    this.#stop = new AbortController();
    this.#layer = new TeachLayer(own, say("page_teach_title"), String(settings()["locale"] ?? "zh-CN"), settings()["theme"], events);
    window.addEventListener("keydown", (event) => this.#key(event), { capture: true, signal: this.#stop.signal });
    const watcher = new MutationObserver(() => this.#changed());
    watcher.observe(document, { childList: true, subtree: true });
    this.#stop.signal.addEventListener("abort", () => watcher.disconnect(), { once: true });
    this.#back();
  }

  leave(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.#layer?.remove();
    this.#layer = null;
    this.#seeing = null;
    this.#elements = [];
    this.#reading = null;
    this.#picked = null;
    this.#naming = null;
  }

  #changed(): void {
    if (!this.#layer?.present) return this.leave();
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#ask({});
    }, AGAIN_MS);
  }

  /**
   * One question after the other, each with the page and the draft as they are then: an earlier one may have changed both. `done` may name
   * elements, which are numbered in that reading; a record, or `anew`, begins without a draft.
   */
  #ask(done: { anew?: boolean; record?: Element; level?: number; field?: Element; name?: object }, then?: () => void): void {
    const layer = this.#layer;
    const target = done.record ?? done.field;
    // A page that draws itself anew may have thrown away what was pointed at before its turn comes: it is read at once, or stands in what was read last.
    const now = target && document.body ? (connected(target) ? readNow(document.body, this.source.own) : this.#reading) : null;
    const asked = async (): Promise<void> => {
      if (layer !== this.#layer || !layer || !document.body) return;
      const reading = now ?? (await readSliced(document.body, this.source.own, () => false));
      if (!reading) return;
      const number = (element?: Element): number | undefined => (element ? (numberOf(element, reading.elements) ?? undefined) : undefined);
      const { hostname, pathname, search, hash } = standsFor() ?? location;
      const head = {
        kind: "teach", v: 1, now: Date.now(), offset: -new Date().getTimezoneOffset(), settings: { locale: this.source.settings()["locale"] }, title: document.title,
        url: { host: hostname, path: pathname, query: search.slice(1), hash },
        draft: done.anew || done.record ? null : (this.#seeing?.draft ?? null), record: number(done.record), level: done.level, field: number(done.field), name: done.name,
      };
      const seeing = JSON.parse(await this.source.host.evaluate(`${JSON.stringify(head).slice(0, -1)},"root":${reading.json}}`)) as Seeing;
      if (layer !== this.#layer || seeing.error) return;
      this.#seeing = seeing;
      this.#elements = reading.elements;
      this.#reading = reading;
      if (done.record) this.#level = [seeing.level, seeing.levels];
      then?.();
      this.#draw();
    };
    this.#last = this.#last.then(asked).catch((error: unknown) => {
      if (error instanceof HostGone || error instanceof EngineStopped) return this.leave();
      // Told, and the next question is asked all the same.
      reportError(error);
    });
  }

  /** Begins with the choice of a record. */
  #back(): void {
    this.#picked = null;
    this.#naming = null;
    this.#at = 0;
    this.#ask({ anew: true });
  }

  #pressed(element: Element | null): void {
    if (!element) return;
    this.#layer?.bar.focus();
    if (!this.#seeing?.draft) return this.#pick(element);
    this.#ask({ field: element }, () => {
      const place = this.#seeing?.column ?? null;
      if (place !== null) this.#name(place);
    });
  }

  #pick(record: Element, level?: number): void {
    this.#layer?.keepClearOf(record);
    this.#picked = record;
    this.#naming = null;
    this.#at = 0;
    this.#ask({ record, ...(level === undefined ? {} : { level }) });
  }

  /** Shows the names for a column. */
  #name(place: number): void {
    const meaning = this.#seeing?.columns[place]?.meaning;
    this.#naming = place;
    this.#at = 1 + (this.#seeing?.fields.findIndex((it) => it.meaning === meaning) ?? -1);
    this.#draw();
  }

  #choose(place: number): void {
    const seeing = this.#seeing;
    if (!seeing) return;
    if (!seeing.draft) {
      const record = this.#element(seeing.lists[place]?.[0]);
      return record ? this.#pick(record, 0) : undefined;
    }
    if (this.#naming === null) return this.#name(place);
    const column = this.#naming;
    this.#naming = null;
    this.#at = column;
    this.#ask({ name: { column, meaning: seeing.fields[place - 1]?.meaning ?? null } });
  }

  #did(act: Act): void {
    if (act === "leave") return this.leave();
    if (act === "back") return this.#back();
    if (act === "save") return void this.#save();
    const level = this.#level[0] + (act === "wider" ? 1 : -1);
    if (this.#picked && level >= 0 && level < this.#level[1]) this.#pick(this.#picked, level);
  }

  async #save(): Promise<void> {
    const { host, say, aloud } = this.source;
    const page = this.#seeing?.page;
    if (!page) return;
    try {
      await host.teach(page);
      this.leave();
      aloud(say("page_teach_saved"));
    } catch (error) {
      if (error instanceof HostGone) return this.leave();
      if (this.#seeing) this.#seeing.hint = say("page_teach_failed", error instanceof Error ? error.message : String(error));
      this.#draw();
    }
  }

  #key(event: KeyboardEvent): void {
    const layer = this.#layer;
    if (!layer || !event.isTrusted || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return;
    const ours = event.composedPath()[0] === layer.host;
    if (!ours && typing(event, window)) return;
    if (ours && layer.bar.onButton && (event.key === "Enter" || event.key === " ")) return;
    const act = this.#keys()[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  #keys(): Record<string, () => void> {
    const step = (by: number) => (): void => {
      this.#at = Math.min(Math.max(this.#at + by, 0), Math.max(0, this.#count() - 1));
      this.#draw();
      this.#reveal();
    };
    const [down, up] = [step(1), step(-1)];
    const escape = (): void => {
      if (this.#naming === null) return this.leave();
      this.#at = this.#naming;
      this.#naming = null;
      this.#draw();
    };
    const narrower = (): void => this.#did("narrower");
    const wider = (): void => this.#did("wider");
    return { j: down, ArrowDown: down, k: up, ArrowUp: up, h: narrower, ArrowLeft: narrower, l: wider, ArrowRight: wider, s: () => void this.#save(), Enter: () => this.#choose(this.#at), Escape: escape };
  }

  #count(): number {
    const seeing = this.#seeing;
    if (!seeing) return 0;
    if (!seeing.draft) return seeing.lists.length;
    return this.#naming === null ? seeing.columns.length : seeing.fields.length + 1;
  }

  #element(number: number | undefined): Element | null {
    const node = number === undefined ? undefined : this.#elements[number];
    return node instanceof Element || (node && node.nodeType === Node.ELEMENT_NODE) ? (node as Element) : null;
  }

  #all(numbers: readonly number[]): Element[] {
    return numbers.flatMap((number) => this.#element(number) ?? []);
  }

  /** What a press would mean: before a record was chosen the record of a proposed list, then the element itself. */
  #target(element: Element | null): Element | null {
    const seeing = this.#seeing;
    if (!element || !seeing) return null;
    const number = seeing.draft ? null : numberOf(element, this.#elements);
    if (number === null) return element;
    const records = new Set(seeing.lists.flat());
    for (let at: Node | null = element; at; at = at.parentNode) if (records.has(this.#elements.indexOf(at))) return at as Element;
    return element;
  }

  #reveal(): void {
    const seeing = this.#seeing;
    const numbers = !seeing?.draft ? seeing?.lists[this.#at] : seeing.columns[this.#naming ?? this.#at]?.nodes;
    this.#element(numbers?.[0])?.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  }

  #draw(): void {
    const seeing = this.#seeing;
    if (!seeing || !this.#layer) return;
    this.#at = Math.min(this.#at, Math.max(0, this.#count() - 1));
    const frames = (elements: Element[], kind: Outline["kind"]): Outline[] => elements.map((element) => ({ element, kind }));
    if (!seeing.draft) {
      this.#layer.draw(frames(this.#all(seeing.lists[this.#at] ?? []), "record"));
    } else {
      const named = seeing.columns.filter((it, place) => it.meaning !== null && place !== (this.#naming ?? this.#at)).flatMap((it) => it.nodes);
      const chosen = seeing.columns[this.#naming ?? this.#at]?.nodes ?? [];
      this.#layer.draw([...frames(this.#all(seeing.records), "record"), ...frames(this.#all(named), "named"), ...frames(this.#all(chosen), "chosen")]);
    }
    const first = (numbers: number[]): string => this.#element(numbers[0])?.textContent ?? "";
    this.#layer.bar.show(faceOf(seeing, { at: this.#at, naming: this.#naming, level: this.#picked ? this.#level : [0, 0], first, say: this.source.say }));
  }
}
