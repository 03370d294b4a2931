// Teaching's own keys, by the names that all keys have here: Caps Lock, full-width signs and other layouts change nothing.

import { strokeName } from "./strokes";

export type TeachKey = "down" | "up" | "narrower" | "wider" | "kind" | "save" | "choose" | "leave";

const KEYS: Readonly<Record<string, TeachKey>> = {
  ArrowDown: "down", ArrowUp: "up", ArrowLeft: "narrower", ArrowRight: "wider", Enter: "choose", Escape: "leave",
  j: "down", k: "up", h: "narrower", l: "wider", r: "kind", s: "save",
};

export interface Pressed {
  /** Is the focus in the bar, and there on a button? */
  inBar: boolean;
  onButton: boolean;
  /** Is the agent writing in the page? */
  typing: boolean;
  /** May signs alone be keys of ours in the page? In the bar they always may (WCAG 2.1.4). */
  bare: boolean;
}

/** What a press means while a page is taught; null where it is the page's, the button's or the input method's. */
export function teachKey(event: KeyboardEvent, { inBar, onButton, typing, bare }: Pressed): TeachKey | null {
  // 229: an input method is at work, whatever the key says.
  if (!event.isTrusted || event.isComposing || event.keyCode === 229 || (typing && !inBar)) return null;
  const stroke = strokeName(event);
  if (stroke === null || !Object.hasOwn(KEYS, stroke)) return null;
  if (stroke.length === 1 && !bare && !inBar) return null;
  if (stroke === "Enter" && inBar && onButton) return null;
  return KEYS[stroke] ?? null;
}
