// keydown → command. Synchronous, so that a key we use never reaches the page, and any other always does.

import { attributeOf, editable, tagOf } from "./dom";
import type { Trie } from "./protocol";
import { Walker, strokeName } from "./strokes";

const TEXT_ROLES = new Set(["textbox", "searchbox", "combobox", "spinbutton", "application", "listbox", "menu", "menubar", "menuitem", "option", "slider", "tree", "grid"]);

export interface KeyTarget {
  /** Would the command do something now? Keys of others are left to the page. */
  can(id: string): boolean;
  run(id: string): void;
  /** Is the agent on the way into the panel, or there already, so that the key is its? */
  takes(event: KeyboardEvent): boolean;
}

/** Listens in one window until the signal. */
export function listenToKeys(view: Window, trie: () => Trie, target: KeyTarget, signal: AbortSignal): void {
  let walker = new Walker(trie());
  let from = trie();
  const pressed = (event: KeyboardEvent): void => {
    // 229: an input method is at work, whatever the key says.
    if (!event.isTrusted || event.isComposing || event.keyCode === 229) return;
    const stroke = strokeName(event);
    if (stroke === null) return;
    if (target.takes(event)) {
      walker.reset();
      return keepFromPage(event);
    }
    if (typing(event, view)) return walker.reset();
    // Settings may have brought another key map.
    if (from !== trie()) walker = new Walker((from = trie()));
    const step = walker.step(stroke, event.timeStamp);
    // The first stroke of two stays the page's as well.
    if (step === null || step === "more" || !target.can(step.command)) return;
    keepFromPage(event);
    if (!event.repeat || step.command.startsWith("refund.")) target.run(step.command);
  };
  view.addEventListener("keydown", pressed, { capture: true, signal });
}

function keepFromPage(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Is the agent writing, or in a widget that has keys of its own? */
export function typing(event: KeyboardEvent, view: Window): boolean {
  if (view.document.designMode === "on") return true;
  const first = event.composedPath()[0];
  if (!(first instanceof Node) && !(first && "nodeType" in first)) return false;
  for (let element: Element | null = elementOf(first as Node); element; element = element.shadowRoot?.activeElement ?? null) {
    const tag = tagOf(element);
    if (tag === "input" || tag === "textarea" || tag === "select" || tag === "iframe" || tag === "object" || tag === "embed") return !isButton(element);
    if (TEXT_ROLES.has(attributeOf(element, "role") ?? "")) return true;
    if ("isContentEditable" in element && editable(element as HTMLElement)) return true;
    // A component with a closed shadow root does not tell what has the focus inside it.
    if (tag.includes("-") && !element.shadowRoot) return true;
  }
  return false;
}

function elementOf(node: Node): Element | null {
  return node.nodeType === Node.ELEMENT_NODE ? (node as Element) : null;
}

function isButton(element: Element): boolean {
  return tagOf(element) === "input" && /^(button|submit|reset|checkbox|radio|image)$/.test(attributeOf(element, "type") ?? "");
}
