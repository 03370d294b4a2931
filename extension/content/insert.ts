// Text into a reply box, so that the page's framework keeps it and the agent can undo it. Never submits, never presses anything.

import { connected, documentOf, tagOf } from "./dom";
import type { Box } from "./boxes";

/** What became of it; the panel has words for each. */
export type Outcome = "done" | "not_empty" | "too_long" | "refused" | "gone";

const SETTLE_MS = 120;
const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
const getValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.get;

/** What stands in the box. */
export function textIn(box: Box): string {
  return tagOf(box) === "textarea" ? String(getValue?.call(box) ?? "") : box.innerText.replace(/\n$/, "");
}

/** Puts the text into the box in place of what is there. `replace` says that the agent knows that something is there. */
export async function insert(box: Box, text: string, replace: boolean): Promise<Outcome> {
  if (textIn(box) === text) return "done";
  if (textIn(box).trim() !== "" && !replace) return "not_empty";
  const area = tagOf(box) === "textarea" ? (box as HTMLTextAreaElement) : null;
  // Browsers count UTF-16 units against maxlength.
  if (area && area.maxLength >= 0 && text.length > area.maxLength) return "too_long";
  box.focus({ preventScroll: false });
  const document = documentOf(box);
  if (area) area.select();
  else selectAll(document, box);
  // As if typed: one step for undo, and an input event that no framework doubts.
  const typed = document.execCommand("insertText", false, text);
  if (area && (!typed || textIn(area) !== text)) byValue(area, text);
  if (!same(textIn(box), text)) return connected(box) ? "refused" : "gone";
  // A framework that holds the value itself writes its own back after a moment.
  await new Promise((done) => setTimeout(done, SETTLE_MS));
  if (!connected(box)) return "gone";
  return same(textIn(box), text) ? "done" : "refused";
}

function selectAll(document: Document, box: Box): void {
  const range = document.createRange();
  range.selectNodeContents(box);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** The native setter and an input event: what frameworks listen to where typing is not possible. */
function byValue(area: HTMLTextAreaElement, text: string): void {
  setValue?.call(area, text);
  area.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertText", data: text }));
}

/** Editable elements show a line's end in ways of their own. */
function same(shown: string, text: string): boolean {
  const plain = (it: string): string => it.replace(/\u00a0/g, " ").replace(/\n+/g, "\n").trim();
  return plain(shown) === plain(text);
}
