// Style sheets that hold under any Content-Security-Policy: constructed ones are no markup. Where a browser refuses them to a content
// script, a <style> element takes their place.

/** Puts `css` into a document or shadow root; the returned function takes it out again. `kept` says whether it is still there. */
export interface Sheet {
  kept(): boolean;
  remove(): void;
}

export function adopt(root: Document | ShadowRoot, css: string, own: WeakSet<Node>): Sheet {
  const owner = root instanceof Document || root.nodeType === Node.DOCUMENT_NODE ? (root as Document) : root.ownerDocument;
  try {
    const view = owner.defaultView as (Window & typeof globalThis) | null;
    const sheet = new (view ?? window).CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    if (!root.adoptedStyleSheets.includes(sheet)) throw new Error("not adopted");
    return {
      kept: () => root.adoptedStyleSheets.includes(sheet),
      remove: () => void (root.adoptedStyleSheets = root.adoptedStyleSheets.filter((it) => it !== sheet)),
    };
  } catch {
    const element = owner.createElement("style");
    element.textContent = css;
    own.add(element);
    (root.nodeType === Node.DOCUMENT_NODE ? owner.documentElement : root).appendChild(element);
    return { kept: () => element.isConnected, remove: () => element.remove() };
  }
}
