// Calls into the page's DOM that a page cannot bend. An element may be shadowed by its own children: `<input name="parentNode">` inside a form
// replaces `form.parentNode`, in Chromium even for a content script. Getters and methods are therefore taken from the prototypes once, at start.

type Get<T, V> = (self: T) => V;

function getter<T, V>(prototype: object, name: string): Get<T, V> {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`no getter ${name}`);
  return (self) => get.call(self) as V;
}

const element = Element.prototype;
const node = Node.prototype;

export const firstChildOf = getter<Node, ChildNode | null>(node, "firstChild");
export const nextSiblingOf = getter<Node, ChildNode | null>(node, "nextSibling");
export const parentOf = getter<Node, ParentNode | null>(node, "parentNode");
/** The parent, and for a shadow root its host. */
export const aroundOf = (self: Node): Node | null => parentOf(self) ?? (typeOf(self) === Node.DOCUMENT_FRAGMENT_NODE ? ((self as ShadowRoot).host ?? null) : null);
export const connected = getter<Node, boolean>(node, "isConnected");
export const textOf = getter<Node, string | null>(node, "textContent");
export const valueOf = getter<Node, string | null>(node, "nodeValue");
/** `Node.ELEMENT_NODE` and so on; a field called `nodeType` hides the property of its form. */
export const typeOf = getter<Node, number>(node, "nodeType");
export const documentOf = getter<Node, Document>(node, "ownerDocument");
export const tagOf = getter<Element, string>(element, "localName");
export const classOf = getter<Element, string>(element, "className");
export const firstElementOf = getter<Element, Element | null>(element, "firstElementChild");
export const lastElementOf = getter<Element, Element | null>(element, "lastElementChild");
export const beforeOf = getter<Element, Element | null>(element, "previousElementSibling");
export const afterOf = getter<Element, Element | null>(element, "nextElementSibling");
export const shadowOf = getter<Element, ShadowRoot | null>(element, "shadowRoot");
export const editable = getter<HTMLElement, boolean>(HTMLElement.prototype, "isContentEditable");
export const rootOf = (self: Node): Node => node.getRootNode.call(self);
export const holds = (self: Node, other: Node): boolean => node.contains.call(self, other);
export const attributeOf = (self: Element, name: string): string | null => getAttribute.call(self, name);
export const attributeNames = (self: Element): string[] => getAttributeNames.call(self);
export const boxOf = (self: Element): DOMRect => element.getBoundingClientRect.call(self);
export const closestOf = (self: Element, selector: string): Element | null => element.closest.call(self, selector);
export const append = (self: Node, child: Node): void => void appendChild.call(self, child);
export const detach = (self: Element): void => remove.call(self);

const { getAttribute, getAttributeNames, remove, checkVisibility } = element;
const { appendChild } = node;

const frameContent = getter<HTMLIFrameElement, Document | null>(HTMLIFrameElement.prototype, "contentDocument");

/** The document of a frame, or null where its origin is another one. */
export function frameDocument(frame: Element): Document | null {
  try {
    return frameContent(frame as HTMLIFrameElement);
  } catch {
    return null;
  }
}

const withVisibility: CheckVisibilityOptions = { visibilityProperty: true };

/** Does the element take part in what is drawn? `display: contents` has no box of its own and counts as drawn. */
export function drawn(self: Element, strict: boolean): boolean {
  if (checkVisibility.call(self, strict ? withVisibility : undefined)) return true;
  // An element outside the flat tree (a child its shadow host does not show) has no computed display at all.
  const style = getComputedStyle(self);
  return style.display === "contents" && style.visibility === "visible";
}
