// Teaching a page: picks elements, paints what the engine sees, keeps what it would keep. What is a record and what a field means is decided there.

import type { Act } from "./teach-bar";
import { faceOf } from "./teach-face";
import type { TeachKey } from "./teach-keys";
import { TeachLayer } from "./teach-layer";
import { Levels } from "./teach-levels";
import { linesIn, nodesAt, onlyOurs, outlinesOf, stillThere } from "./teach-list";
import { elementAt } from "./teach-point";
import { Saving } from "./teach-save";
import { type Asked, Talk, type TalkSource } from "./teach-talk";

export interface TeachSource extends TalkSource {
  say: (key: string, ...args: string[]) => string;
  aloud: (text: string) => void;
}

/** A page that draws itself anew is looked at anew, at most this often. */
const AGAIN_MS = 600;

export class Teaching {
  #layer: TeachLayer | null = null;
  readonly #talk: Talk;
  readonly #saving: Saving;
  /** The place in the list: of proposals, columns or names. */
  #at = 0;
  /** The column that is being named. */
  #naming: number | null = null;
  #picked: Element | null = null;
  readonly #levels = new Levels();
  #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly source: TeachSource, signal: AbortSignal) {
    this.#talk = new Talk(source, () => this.#layer, () => this.leave());
    const saved = (): void => {
      this.leave();
      source.aloud(source.say("page_teach_saved"));
    };
    this.#saving = new Saving(source, saved, () => this.#draw(), () => this.leave());
    signal.addEventListener("abort", () => this.leave(), { once: true });
  }

  get active(): boolean {
    return this.#layer !== null;
  }

  /** `before` is done before it starts. */
  toggle(before: () => void): void {
    if (this.#layer) return this.leave();
    before();
    const { own, say, settings } = this.source;
    this.#stop = new AbortController();
    this.#layer = new TeachLayer(own, say("page_teach_title"), String(settings()["locale"] ?? "zh-CN"), settings()["theme"], {
      pointed: (x, y) => this.#layer?.over(this.#talk.meant(elementAt(x, y, own))),
      pressed: (x, y) => this.#pressed(elementAt(x, y, own)),
      chosen: (place) => this.#choose(place),
      did: (act) => this.#did(act),
      unwelcome: () => this.leave(),
    });
    const pressed = (event: KeyboardEvent): void => {
      const key = this.#layer?.takes(event, settings()["bare"] !== false);
      if (key) this.#press(key);
    };
    window.addEventListener("keydown", pressed, { capture: true, signal: this.#stop.signal });
    const watcher = new MutationObserver((records) => {
      this.#layer?.comeBack();
      if (!records.every((it) => onlyOurs(it, own))) this.#changed();
    });
    watcher.observe(document, { childList: true, subtree: true });
    this.#stop.signal.addEventListener("abort", () => watcher.disconnect(), { once: true });
    this.#back();
  }

  leave(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.#layer?.remove();
    this.#layer = null;
    this.#talk.forget();
    this.#timer = undefined;
    this.#picked = null;
    this.#naming = null;
    this.#saving.trouble = null;
  }

  #changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#ask({});
    }, AGAIN_MS);
  }

  #ask(done: Asked, then?: () => void): void {
    if (Object.keys(done).length > 0) this.#saving.trouble = null;
    this.#talk.ask(done, (seeing) => {
      if (done.record) this.#levels.picked(seeing);
      then?.();
      this.#draw();
    });
  }

  /** Begins with the choice of a record. */
  #back(): void {
    this.#picked = null;
    this.#naming = null;
    this.#at = 0;
    this.#levels.forget();
    this.#ask({ anew: true });
  }

  #pressed(element: Element | null): void {
    if (!element) return;
    this.#layer?.bar.focus();
    if (!this.#talk.seeing?.draft) return this.#pick(element);
    this.#ask({ field: element }, () => {
      const place = this.#talk.seeing?.column ?? null;
      if (place !== null) this.#name(place);
    });
  }

  #pick(record: Element, level?: number, draft?: object): void {
    this.#layer?.keepClearOf(record);
    this.#picked = record;
    this.#naming = null;
    this.#at = 0;
    if (draft) return this.#ask({ draft }, () => this.#levels.back(level ?? 0));
    this.#ask({ record, ...(level === undefined ? {} : { level }) });
  }

  /** Shows the names for a column. */
  #name(place: number): void {
    const meaning = this.#talk.seeing?.columns[place]?.meaning;
    this.#naming = place;
    this.#at = 1 + (this.#talk.seeing?.fields.findIndex((it) => it.meaning === meaning) ?? -1);
    this.#draw();
  }

  #choose(place: number): void {
    const seeing = this.#talk.seeing;
    if (!seeing) return;
    if (!seeing.draft) {
      const record = this.#talk.element(seeing.lists[place]?.[0]);
      return record ? this.#pick(record, 0) : undefined;
    }
    if (this.#naming === null) return this.#name(place);
    const column = this.#naming;
    this.#naming = null;
    this.#at = column;
    this.#ask({ name: { column, meaning: seeing.fields[place - 1]?.meaning ?? null } });
  }

  #did(act: Act): void {
    if (act === "leave" || act === "return") return act === "leave" ? this.leave() : this.#press("leave");
    if (act === "back") return this.#back();
    if (act === "save") return void this.#saving.save(this.#talk.seeing?.page);
    if (act === "kind-refunds" || act === "kind-reviews") return this.#turn(act.slice("kind-".length));
    const picked = stillThere(this.#picked, this.#talk.seeing, (numbers) => this.#talk.all(numbers));
    const next = picked && this.#levels.next(act === "wider" ? 1 : -1, this.#talk.seeing?.draft);
    if (next) this.#pick(picked, next.level, next.draft);
  }

  /** The records are refunds, or reviews. */
  #turn(page: string | undefined): void {
    if (!page) return;
    if (this.#naming !== null) this.#at = this.#naming;
    this.#naming = null;
    this.#ask({ page });
  }

  #press(key: TeachKey): void {
    switch (key) {
      case "down":
      case "up":
        this.#at = Math.max(0, Math.min(this.#at + (key === "down" ? 1 : -1), linesIn(this.#talk.seeing, this.#naming) - 1));
        this.#draw();
        return this.#talk.element(nodesAt(this.#talk.seeing, this.#at, this.#naming)[0])?.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
      case "choose":
        return this.#choose(this.#at);
      case "leave":
        if (this.#naming === null) return this.leave();
        this.#at = this.#naming;
        this.#naming = null;
        return this.#draw();
      case "kind":
        return this.#turn(this.#talk.seeing?.kinds.find((it) => !it.chosen)?.page);
      default:
        return this.#did(key);
    }
  }

  #draw(): void {
    const seeing = this.#talk.seeing;
    if (!seeing || !this.#layer) return;
    this.#at = Math.min(this.#at, Math.max(0, linesIn(this.#talk.seeing, this.#naming) - 1));
    this.#layer.draw(outlinesOf(seeing, this.#at, this.#naming, (numbers) => this.#talk.all(numbers)));
    const first = (numbers: number[]): string => this.#talk.element(numbers[0])?.textContent ?? "";
    this.#layer.bar.show(faceOf(seeing, { at: this.#at, naming: this.#naming, level: this.#levels.place, trouble: this.#saving.trouble, first, say: this.source.say }));
  }
}
