// The bar of teaching: what is seen, a list to go through, and what can be done. Says what the engine says; decides nothing.

export interface Line {
  label: string;
  value: string;
  name: string;
  given: boolean;
  count: string;
  bad: boolean;
}
export type Act = "save" | "leave" | "back" | "narrower" | "wider" | "return" | "kind-refunds" | "kind-reviews";
export interface Face {
  step: string;
  hint: string;
  lines: Line[];
  at: number;
  /** What the list is a list of, for who does not see it. */
  list: string;
  keys: string;
  /** What the records may be, of which one is chosen; none while that is not asked. */
  kind: string;
  kinds: { act: Act; label: string; chosen: boolean }[];
  acts: { act: Act; label: string; primary?: boolean; off?: boolean }[];
}

export class Bar {
  readonly element: HTMLElement;
  readonly #step: HTMLElement;
  readonly #hint: HTMLElement;
  readonly #kind: HTMLElement;
  readonly #kinds: HTMLElement;
  readonly #list: HTMLElement;
  readonly #row: HTMLElement;
  readonly #keys: HTMLElement;
  #shown = "";

  constructor(private readonly document: Document, title: string, locale: string, private readonly chosen: (place: number) => void, private readonly did: (act: Act) => void) {
    this.element = this.#make("section", "bar");
    this.element.lang = locale;
    this.element.setAttribute("role", "dialog");
    this.element.setAttribute("aria-label", title);
    this.element.tabIndex = -1;
    const head = this.#make("div", "head", this.element);
    this.#make("h2", "", head).textContent = title;
    this.#step = this.#make("p", "step", head);
    this.#step.setAttribute("role", "status");
    this.#hint = this.#make("p", "hint", head);
    this.#hint.setAttribute("role", "status");
    this.#kind = this.#make("div", "kind", head);
    this.#make("span", "", this.#kind).id = "kind";
    this.#kinds = this.#make("div", "kinds", this.#kind);
    this.#kinds.setAttribute("role", "group");
    this.#kinds.setAttribute("aria-labelledby", "kind");
    this.#list = this.#make("ul", "", this.element);
    this.#list.setAttribute("role", "listbox");
    this.#list.tabIndex = 0;
    const foot = this.#make("div", "foot", this.element);
    this.#row = this.#make("div", "row", foot);
    this.#keys = this.#make("p", "keys", foot);
  }

  show(face: Face): void {
    // A page that draws itself anew changes nothing here: what is being pressed stays where it is.
    const shown = JSON.stringify(face);
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (this.#step.textContent !== face.step) this.#step.textContent = face.step;
    if (this.#hint.textContent !== face.hint) this.#hint.textContent = face.hint;
    this.#keys.textContent = face.keys;
    this.#list.setAttribute("aria-label", face.list);
    this.#list.replaceChildren(...face.lines.map((line, place) => this.#line(line, place, place === face.at)));
    this.#list.setAttribute("aria-activedescendant", face.lines.length > 0 ? `o${face.at}` : "");
    const active = (this.element.getRootNode() as ShadowRoot).activeElement;
    const focused = active?.getAttribute("data-act");
    this.#row.replaceChildren(...face.acts.map((it) => this.#button(it)));
    (this.#kind.firstElementChild as HTMLElement).textContent = face.kind;
    this.#kind.hidden = face.kinds.length === 0;
    this.#kinds.replaceChildren(...face.kinds.map((it) => this.#choice(it)));
    // Drawn anew under the agent's finger: the same button keeps the focus.
    if (focused) (this.element.querySelector<HTMLElement>(`button[data-act="${focused}"]`) ?? this.#list).focus({ preventScroll: true });
    else if (active === this.#list || active === this.element) this.focus();
    this.#list.children[face.at]?.scrollIntoView({ block: "nearest" });
  }

  /** A list without lines is not shown, and takes no focus. */
  focus(): void {
    (this.#list.childElementCount > 0 ? this.#list : this.element).focus({ preventScroll: true });
  }

  /** Is the agent on a button, which Enter and Space belong to? */
  get onButton(): boolean {
    return (this.element.getRootNode() as ShadowRoot).activeElement?.localName === "button";
  }

  #line(line: Line, place: number, selected: boolean): HTMLElement {
    const item = this.#make("li", "");
    item.id = `o${place}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(selected));
    item.setAttribute("aria-label", [line.label, line.value, line.name, line.count].filter((it) => it).join(" · "));
    item.setAttribute("data-act", `line-${place}`);
    this.#make("span", "label", item).textContent = line.label;
    this.#make("span", line.given ? "name given" : "name", item).textContent = line.name;
    if (line.value || line.count) {
      this.#make("span", "value", item).textContent = line.value;
      this.#make("span", line.bad ? "count bad" : "count", item).textContent = line.count;
    }
    return item;
  }

  #choice({ act, label, chosen }: Face["kinds"][number]): HTMLElement {
    const button = this.#button({ act, label });
    button.setAttribute("aria-pressed", String(chosen));
    return button;
  }

  /** What bears this name was pressed. */
  press(act: string): void {
    if (act.startsWith("line-")) return this.chosen(Number(act.slice("line-".length)));
    const off = this.element.querySelector(`[data-act="${act}"]`)?.getAttribute("aria-disabled") === "true";
    if (!off) this.did(act as Act);
  }

  #button({ act, label, primary, off }: Face["acts"][number]): HTMLElement {
    const button = this.#make("button", primary ? "primary" : "") as HTMLButtonElement;
    button.type = "button";
    button.textContent = label;
    button.setAttribute("data-act", act);
    if (off) button.setAttribute("aria-disabled", "true");
    return button;
  }

  #make(tag: string, name: string, into?: HTMLElement): HTMLElement {
    const element = this.document.createElement(tag);
    if (name) element.className = name;
    into?.appendChild(element);
    return element;
  }
}
