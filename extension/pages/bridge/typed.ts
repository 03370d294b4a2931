/** Keys that were pressed while the focus was on its way into a field of the panel: put there once it has arrived. */

import { Order } from "./order";

type Message = { kind?: unknown; key?: unknown; field?: unknown };
type Field = HTMLInputElement | HTMLTextAreaElement;

/** A field that has not come in this time does not come: there are no drafts, or the list is empty. A busy machine takes seconds; the page
 *  hands nothing over any more after five. */
const LONGEST_MS = 4500;

const isField = (it: unknown): it is Field => it instanceof HTMLTextAreaElement || (it instanceof HTMLInputElement && /^(search|text)$/.test(it.type));
const writes = (key: string): boolean => key === "Backspace" || [...key].length === 1;

export class Typed {
  readonly #order = new Order(typeKey);
  #late: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly post: (message: unknown) => void) {
    document.addEventListener("focusin", ({ target }) => {
      if (isField(target) && this.#order.awaitsField) this.#arrive(true);
    });
    // Before the panel's own listener, which would take them for commands.
    window.addEventListener("keydown", (event) => this.#hold(event), { capture: true });
  }

  /** Takes what is meant for this; all else is the panel's. */
  takes(message: unknown): boolean {
    const { kind, key, field } = (message ?? {}) as Message;
    if (kind === "command" && field === true) this.#await();
    if (kind === "left") this.#order.end();
    if (kind === "typed" && typeof key === "string" && writes(key)) this.#order.send(key);
    return kind === "typed" || kind === "left";
  }

  #hold(event: KeyboardEvent): void {
    // 229: an input method is at work; its letters cannot be put off.
    if (!event.isTrusted || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") return this.#order.giveUp();
    if (!writes(event.key) || !this.#order.bring(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #await(): void {
    clearTimeout(this.#late);
    this.#order.begin();
    // A field that is the document's active one already would not be gone to.
    if (isField(document.activeElement)) document.activeElement.blur();
    this.#late = setTimeout(() => (this.#order.awaitsField ? this.#arrive(false) : this.#order.giveUp()), LONGEST_MS);
  }

  #arrive(focused: boolean): void {
    if (focused) this.#order.arrive();
    else this.#order.giveUp();
    this.post({ kind: "ready", focused });
  }
}

function typeKey(key: string): void {
  const field = document.activeElement;
  if (!isField(field) || field.readOnly) return;
  const [start, end] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  const back = key === "Backspace";
  field.setRangeText(back ? "" : key, back && start === end ? Math.max(0, start - 1) : start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
