// The names of our nodes and highlights. They differ on every load of a page, so that it cannot know us by them, and are the same for every
// life of ours in one load: Firefox ends a content script without a word when the extension is updated, and the next one sweeps up after it.

import { detach } from "./dom";
import { MARKED } from "./style";

const fresh = (): string => Array.from(crypto.getRandomValues(new Uint32Array(2)), (it) => it.toString(36)).join("");

let seed = fresh();

/** Takes the names of this load from the background, which alone can tell them again. */
export function nameAfter(given: unknown): void {
  if (typeof given === "string" && /^[a-z0-9]{8,32}$/.test(given)) seed = given;
}

export const elementName = (part: "layer" | "panel" | "teach"): string => `x-${seed}-${part[0]}`;
export const highlightName = (level: string): string => `h${seed}${level}`;

/** Takes out what an earlier life of ours has left in this document. */
export function sweep(document: Document, own: WeakSet<Node>): void {
  const root = document.documentElement;
  if (!root) return;
  const left = [elementName("layer"), elementName("panel"), elementName("teach"), "style"].flatMap((name) => [...root.getElementsByTagName(name)]);
  for (const element of left) {
    if (element.parentNode !== root || own.has(element)) continue;
    if (element.localName !== "style" || element.textContent?.includes(seed)) detach(element);
  }
  const orphan = (sheet: CSSStyleSheet): boolean => {
    try {
      return [...sheet.cssRules].some((rule) => rule.cssText.includes(highlightName("")));
    } catch {
      return false;
    }
  };
  if (document.adoptedStyleSheets.some(orphan)) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => !orphan(it));
  // By name: in Firefox the registry may not be walked once it holds what an earlier life of ours made.
  const highlights = (document.defaultView as (Window & typeof globalThis) | null)?.CSS?.highlights;
  for (const level of MARKED) highlights?.delete(highlightName(level));
}
