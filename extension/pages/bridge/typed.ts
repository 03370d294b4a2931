/** Keys that were pressed while the focus was on its way into a field of the panel: put there once it has arrived. */

type Message = { kind?: unknown; key?: unknown; field?: unknown };
type Field = HTMLInputElement | HTMLTextAreaElement;

/** A field that has not come in this time does not come: there are no drafts, or the list is empty. A busy machine takes seconds; the page
 *  hands nothing over any more after five. */
const LONGEST_MS = 4500;

const isField = (it: unknown): it is Field => it instanceof HTMLTextAreaElement || (it instanceof HTMLInputElement && /^(search|text)$/.test(it.type));

export class Typed {
  /** What was typed since the agent asked for a field; null where nobody is on the way. */
  #keys: string[] | null = null;
  #late: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly post: (message: unknown) => void) {
    document.addEventListener("focusin", ({ target }) => {
      if (isField(target) && this.#keys !== null) this.#arrive(true);
    });
  }

  /** Takes what is meant for this; all else is the panel's. */
  takes(message: unknown): boolean {
    const { kind, key, field } = (message ?? {}) as Message;
    if (kind === "command" && field === true) this.#await();
    if (kind !== "typed") return false;
    if (typeof key !== "string" || (key !== "Backspace" && [...key].length !== 1)) return true;
    if (this.#keys) this.#keys.push(key);
    else typeKey(key);
    return true;
  }

  #await(): void {
    clearTimeout(this.#late);
    this.#keys ??= [];
    // A field that is the document's active one already would not be gone to.
    if (isField(document.activeElement)) document.activeElement.blur();
    this.#late = setTimeout(() => this.#arrive(false), LONGEST_MS);
  }

  #arrive(focused: boolean): void {
    clearTimeout(this.#late);
    const keys = this.#keys ?? [];
    this.#keys = null;
    for (const key of keys) typeKey(key);
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
