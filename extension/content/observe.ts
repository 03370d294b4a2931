// What changed in the page. The observer only collects: which known refunds changed inside, and whether anything else did.

import { aroundOf, attributeOf, typeOf } from "./dom";
import { unticked } from "./print";
import type { Entry, Records } from "./records";

/** How much a change outside of known refunds matters. A weak one (a class somewhere) rarely shows or hides a list. */
export const enum Change {
  None,
  Weak,
  Strong,
}

export interface Changes {
  outside: Change;
  entries: Set<Entry>;
}

const ATTRIBUTES =
  "class style hidden aria-hidden aria-expanded open title aria-label aria-checked aria-valuenow colspan rowspan data-row-key data-checked prop".split(" ");
const OPTIONS: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  characterDataOldValue: true,
  attributes: true,
  attributeOldValue: true,
  attributeFilter: ATTRIBUTES,
};
// Beyond this many changes in one go the page is rebuilding itself; looking at each would cost more than reading anew.
const MANY = 500;

export class Watcher {
  readonly #observer: MutationObserver;
  #roots = new Set<Node>();
  #loads = new AbortController();
  #changes: Changes = { outside: Change.None, entries: new Set() };

  constructor(
    private readonly records: Records,
    private readonly own: WeakSet<Node>,
    /** Something changed; called once per batch: did the page take our own nodes out, are there other words or elements? */
    private readonly changed: (ours: boolean, words: boolean) => void,
  ) {
    this.#observer = new MutationObserver((list) => this.#collect(list));
  }

  /** Watches the document and every shadow root and frame document of a reading. */
  watch(document: Document, elements: readonly Node[]): void {
    const roots = new Set<Node>([document]);
    for (const node of elements) if (typeOf(node) !== Node.ELEMENT_NODE) roots.add(node);
    const same = roots.size === this.#roots.size && [...roots].every((it) => this.#roots.has(it));
    if (same) return;
    this.#collect(this.#observer.takeRecords());
    this.#observer.disconnect();
    this.#loads.abort();
    this.#loads = new AbortController();
    for (const root of roots) {
      this.#observer.observe(root, OPTIONS);
      root.addEventListener("load", (event) => this.#loaded(event), { capture: true, passive: true, signal: this.#loads.signal });
    }
    this.#roots = roots;
  }

  /** A frame that has loaded holds another document than the one that was read. */
  #loaded(event: Event): void {
    const tag = (event.target as Element | null)?.localName;
    if (!event.isTrusted || (tag !== "iframe" && tag !== "frame") || this.own.has(event.target as Node)) return;
    this.#changes.outside = Change.Strong;
    this.changed(false, true);
  }

  /** What was collected since the last call. */
  take(): Changes {
    this.#collect(this.#observer.takeRecords());
    const changes = this.#changes;
    this.#changes = { outside: Change.None, entries: new Set() };
    return changes;
  }

  /** Has anything come in that a running reading would miss? */
  get pending(): boolean {
    return this.#changes.outside === Change.Strong || this.#changes.entries.size > 0;
  }

  stop(): void {
    this.#observer.disconnect();
    this.#loads.abort();
    this.#roots.clear();
  }

  #collect(list: MutationRecord[]): void {
    if (list.length === 0) return;
    let ours = false;
    let theirs = false;
    let words = false;
    if (list.length > MANY) {
      this.#changes.outside = Change.Strong;
      theirs = words = true;
    } else {
      for (const mutation of list) {
        const texts = textsOf(mutation);
        if (this.#isOurs(mutation)) ours ||= mutation.removedNodes.length > 0;
        // A digit less may move what stands beside it, and says nothing.
        else if (texts && unticked(texts.before) === unticked(texts.after)) theirs ||= texts.before.length !== texts.after.length;
        else if (this.#note(mutation, texts)) {
          theirs = true;
          words ||= mutation.type !== "attributes";
        }
      }
    }
    if (ours || theirs) this.changed(ours, words);
  }

  #isOurs(mutation: MutationRecord): boolean {
    if (mutation.type !== "childList") return this.own.has(mutation.target);
    const nodes = [...mutation.addedNodes, ...mutation.removedNodes];
    return nodes.length > 0 && nodes.every((it) => this.own.has(it));
  }

  /** Remembers a change; false for one that cannot matter. */
  #note(mutation: MutationRecord, texts: Texts | null): boolean {
    if (this.#changes.outside === Change.Strong) return true;
    const entry = this.#entryAround(mutation.target);
    if (entry) {
      this.#changes.entries.add(entry);
      return true;
    }
    const weight = texts ? (shape(texts.before) === shape(texts.after) ? Change.None : Change.Strong) : weigh(mutation);
    if (weight === Change.None) return false;
    if (weight > this.#changes.outside) this.#changes.outside = weight;
    return true;
  }

  #entryAround(target: Node): Entry | undefined {
    for (let node: Node | null = target; node; node = aroundOf(node)) {
      const entry = this.records.of(node);
      if (entry) return entry;
    }
    return undefined;
  }
}

interface Texts {
  before: string;
  after: string;
}

/** The words before and after; null where elements came or went, or none are concerned. */
function textsOf({ type, target, oldValue, removedNodes, addedNodes }: MutationRecord): Texts | null {
  if (type === "characterData") return { before: oldValue ?? "", after: target.nodeValue ?? "" };
  const [before, after] = type === "childList" ? [wordsOf(removedNodes), wordsOf(addedNodes)] : [null, null];
  return before === null || after === null ? null : { before, after };
}

function wordsOf(nodes: NodeList): string | null {
  let all = "";
  for (const node of nodes) {
    if (typeOf(node) === Node.ELEMENT_NODE) return null;
    if (node.nodeType === Node.TEXT_NODE) all += node.nodeValue ?? "";
  }
  return all;
}

/** A clock or counter outside of every list: the digits differ, the words do not. */
function shape(text: string): string {
  return text.replace(/\d+/g, "0").trim();
}

function weigh(mutation: MutationRecord): Change {
  return mutation.type === "childList" ? Change.Strong : attribute(mutation);
}

function attribute(mutation: MutationRecord): Change {
  const name = mutation.attributeName ?? "";
  const now = attributeOf(mutation.target as Element, name);
  if (now === mutation.oldValue) return Change.None;
  switch (name) {
    case "style":
      return hiding(now) === hiding(mutation.oldValue) ? Change.None : Change.Strong;
    case "hidden":
    case "aria-hidden":
    case "open":
      return Change.Strong;
    case "class":
      return Change.Weak;
    default:
      return Change.None;
  }
}

/** The part of an inline style that shows or hides; sizes and transforms of an animation are none of ours. */
function hiding(style: string | null): string {
  return (style?.match(/(?:^|[;\s])(?:display|visibility|content-visibility)\s*:[^;]*/gi) ?? []).join();
}
