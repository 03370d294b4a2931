// What stands in our layers, which no script of the page can see into: read by each driver, told here.

/** A node of a layer; `handle` is what the driver knows it by. */
export interface LayerNode<Handle> {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text of a text node. */
  readonly text: string;
  readonly handle: Handle;
}

/** All of one kind; `of` answers null for everything else. */
export function partsOf<T>(nodes: readonly LayerNode<unknown>[], of: (tag: string, attributes: Readonly<Record<string, string>>) => T | null): T[] {
  return nodes.map((it) => of(it.tag, it.attributes)).filter((it) => it !== null);
}

/** The texts of the bar that teaches: what can be chosen by its label, all else as it stands. */
export function taughtIn(nodes: readonly LayerNode<unknown>[]): string {
  const at = nodes.findIndex((it) => it.attributes["role"] === "dialog");
  const line = ({ attributes, text }: LayerNode<unknown>): string => (attributes["role"] === "option" ? `- ${attributes["aria-label"] ?? ""}` : text);
  return (at < 0 ? [] : nodes.slice(at + 1)).map(line).filter((it) => it !== "").join("\n");
}

/** What is shown as gone wrong; empty where nothing is. */
export function warnedIn(nodes: readonly LayerNode<unknown>[], as: "wrong" | "reminder" = "wrong"): string {
  const at = nodes.findIndex((it) => it.attributes["class"] === as);
  return at < 0 ? "" : (nodes[at + 1]?.text ?? "");
}
