// Plan → page: text highlights for every marked refund, badges for those on screen. Per document, because a frame has its own.

import { Badges } from "./badges";
import { connected } from "./dom";
import { Layer } from "./layer";
import { highlightName, sweep } from "./names";
import type { Entry } from "./records";
import { type Sheet, adopt } from "./sheet";
import { MARKED, highlightRules } from "./style";

type View = Window & typeof globalThis;

class Canvas {
  readonly layer: Layer;
  readonly badges: Badges;
  readonly #names: Record<string, string> = {};
  #sheet: Sheet;
  #gone = false;
  readonly #stop = new AbortController();

  constructor(readonly document: Document, private readonly own: WeakSet<Node>, texts: Texts, open: (entry: Entry) => void, signal: AbortSignal) {
    sweep(document, own);
    for (const level of MARKED) this.#names[level] = highlightName(level);
    this.#sheet = adopt(document, highlightRules(this.#names), own);
    this.layer = new Layer(document, own, texts.locale);
    this.badges = new Badges(this.layer, own, texts.label, open, AbortSignal.any([signal, this.#stop.signal]));
  }

  draw(entries: readonly Entry[]): void {
    this.#highlight(entries);
    this.badges.set(this.#gone ? [] : entries);
  }

  #highlight(entries: readonly Entry[]): void {
    const view = this.document.defaultView as View | null;
    if (!view?.CSS?.highlights) return;
    if (!this.#sheet.kept()) this.#sheet = adopt(this.document, highlightRules(this.#names), this.own);
    for (const level of MARKED) {
      const ranges = entries.filter((it) => it.mark.level === level).flatMap((it) => it.highlights.filter(connected)).map((it) => rangeOf(it));
      const name = this.#names[level] as string;
      if (ranges.length === 0) view.CSS.highlights.delete(name);
      else view.CSS.highlights.set(name, new view.Highlight(...ranges));
    }
  }

  /** Back after the page threw our layer out; false once we have given up. */
  comeBack(): boolean {
    this.#gone ||= !this.layer.comeBack();
    return !this.#gone;
  }

  remove(): void {
    this.#stop.abort();
    this.badges.clear();
    this.layer.remove();
    this.#sheet.remove();
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

  ring(focus: Entry | undefined): void {
    const document = focus?.anchor?.ownerDocument;
    for (const [its, canvas] of this.#canvases) canvas.badges.ring(focus && its === document ? focus : null);
  }

  /** Something on the page moved. */
  place(): void {
    for (const canvas of this.#canvases.values()) canvas.badges.place();
  }

  say(text: string): void {
    this.#canvas(document).layer.say(text);
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
