// Plan → page: text highlights for every marked refund, badges for those on screen. Per document, because a frame has its own.

import { aimAt } from "./aim";
import { Badges } from "./badges";
import { type ChipEvents, Chips } from "./chips";
import { connected } from "./dom";
import { Layer } from "./layer";
import { highlightName, sweep } from "./names";
import type { ChipEntry, Entry } from "./records";
import { type Sheet, adopt } from "./sheet";
import { MARKED, highlightRules } from "./style";

type View = Window & typeof globalThis;

class Canvas {
  readonly layer: Layer;
  readonly badges: Badges;
  readonly chips: Chips;
  readonly #names: Record<string, string> = {};
  /** What the rules speak of, by level. */
  readonly #aims: Record<string, Set<string>> = {};
  /** What is to be highlighted when the badges are in place. */
  #waiting: readonly Entry[] | null = null;
  #sheet: Sheet | null = null;
  #gone = false;
  readonly #stop = new AbortController();

  constructor(readonly document: Document, private readonly own: WeakSet<Node>, texts: Texts, open: (entry: Entry) => void, signal: AbortSignal) {
    sweep(document, own);
    for (const level of MARKED) {
      this.#names[level] = highlightName(level);
      this.#aims[level] = new Set();
    }
    this.layer = new Layer(document, own, texts.locale);
    const looked = (): void => this.#highlight();
    this.badges = new Badges(this.layer, own, texts.label, open, looked, AbortSignal.any([signal, this.#stop.signal]));
    this.chips = new Chips(this.layer, own, texts.chips, AbortSignal.any([signal, this.#stop.signal]));
  }

  /** Badges first: highlights make the browser style and measure anew, and every question about places would wait for that. */
  draw(entries: readonly Entry[]): void {
    this.#waiting = entries;
    if (!this.badges.set(this.#gone ? [] : entries)) this.#highlight();
  }

  #highlight(): void {
    const view = this.document.defaultView as View | null;
    const entries = this.#waiting;
    this.#waiting = null;
    if (!entries || !view?.CSS?.highlights) return;
    let known = this.#sheet?.kept() ?? false;
    for (const level of MARKED) {
      const [name, aims] = [this.#names[level] as string, this.#aims[level] as Set<string>];
      const elements = entries.filter((it) => it.mark.level === level).flatMap((it) => it.highlights.filter(connected));
      if (elements.length === 0) {
        view.CSS.highlights.delete(name);
        continue;
      }
      if (aimAt(elements, aims)) known = false;
      view.CSS.highlights.set(name, new view.Highlight(...elements.map(rangeOf)));
    }
    if (known || Object.values(this.#aims).every((it) => it.size === 0)) return;
    this.#sheet?.remove();
    this.#sheet = adopt(this.document, highlightRules(this.#names, this.#aims), this.own);
  }

  /** Back after the page threw our layer out; false once we have given up. */
  comeBack(): boolean {
    this.#gone ||= !this.layer.comeBack();
    return !this.#gone;
  }

  remove(): void {
    this.#stop.abort();
    this.badges.clear();
    this.#waiting = null;
    this.chips.clear();
    this.layer.remove();
    this.#sheet?.remove();
    const view = this.document.defaultView as View | null;
    for (const name of Object.values(this.#names)) view?.CSS?.highlights?.delete(name);
  }
}

/** A static range costs the page nothing when it changes its text; a changed refund is painted anew anyway. */
function rangeOf(element: Element): AbstractRange {
  return new StaticRange({ startContainer: element, startOffset: 0, endContainer: element, endOffset: element.childNodes.length });
}

export interface Texts {
  locale: string;
  label: (entry: Entry) => string;
  chips: ChipEvents;
}

export class Painter {
  readonly #canvases = new Map<Document, Canvas>();
  #drawn: readonly Entry[] = [];

  constructor(
    private readonly own: WeakSet<Node>,
    private readonly texts: Texts,
    private readonly open: (entry: Entry) => void,
    private readonly signal: AbortSignal,
  ) {}

  draw(entries: readonly Entry[], focus: Entry | undefined): void {
    this.#drawn = entries;
    const groups = new Map<Document, Entry[]>();
    for (const entry of entries) {
      const document = (entry.anchor ?? entry.pieces[0])?.ownerDocument;
      if (!document?.defaultView) continue;
      const group = groups.get(document);
      if (group) group.push(entry);
      else groups.set(document, [entry]);
    }
    for (const [document, canvas] of this.#canvases) {
      if (document.defaultView) canvas.draw(groups.get(document) ?? []);
      else this.#canvases.delete(document);
    }
    for (const [document, group] of groups) if (!this.#canvases.has(document)) this.#canvas(document).draw(group);
    this.ring(focus);
  }

  drawChips(entries: readonly ChipEntry[], current: string | null): void {
    const documents = new Set([...this.#canvases.keys(), ...entries.flatMap(({ anchor }) => (anchor?.ownerDocument.defaultView ? [anchor.ownerDocument] : []))]);
    for (const document of documents) {
      const here = entries.filter(({ anchor }) => anchor?.ownerDocument === document);
      if (here.length > 0 || this.#canvases.has(document)) this.#canvas(document).chips.set(here, current);
    }
  }

  ring(focus: Entry | undefined): void {
    const document = focus?.anchor?.ownerDocument;
    for (const [its, canvas] of this.#canvases) canvas.badges.ring(focus && its === document ? focus : null);
  }

  /** Something on the page moved. */
  place(): void {
    for (const { badges, chips } of this.#canvases.values()) {
      badges.place();
      chips.place();
    }
  }

  say(text: string): void {
    this.#canvas(document).layer.say(text);
  }

  /** The agent goes on: what went wrong has been seen. A page without a layer gets none for that. */
  calm(): void {
    this.#canvases.get(document)?.layer.calm();
  }

  /** What went wrong, to be seen as well. */
  warn(text: string): void {
    this.#canvas(document).layer.say(text, "wrong");
  }

  /** What the agent has asked not to forget, to be seen as well. */
  remind(text: string): void {
    this.#canvas(document).layer.say(text, "reminder");
  }

  /** Puts our layers back; false when the page will not have them. */
  comeBack(): boolean {
    let welcome = true;
    for (const canvas of this.#canvases.values()) welcome = canvas.comeBack() && welcome;
    if (welcome) this.place();
    return welcome;
  }

  hide(): void {
    for (const canvas of this.#canvases.values()) canvas.remove();
    this.#canvases.clear();
    this.#drawn = [];
  }

  get shown(): number {
    return this.#drawn.length;
  }

  #canvas(document: Document): Canvas {
    let canvas = this.#canvases.get(document);
    if (!canvas) {
      canvas = new Canvas(document, this.own, this.texts, this.open, this.signal);
      this.#canvases.set(document, canvas);
    }
    return canvas;
  }
}
