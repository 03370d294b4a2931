// Our layers as Chromium's DevTools protocol tells them.

import type { CDPSession } from "playwright-core";
import type { LayerNode } from "./layers.ts";

interface CdpNode {
  readonly localName: string;
  readonly nodeValue?: string;
  readonly backendNodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly CdpNode[];
  readonly shadowRoots?: readonly CdpNode[];
}

/** Everything in our layers, in the page's order; handles are backend node ids. */
export async function layersOf(session: CDPSession): Promise<LayerNode<number>[]> {
  // Only our own hosts are looked into: a page may be nested deeper than the protocol can carry.
  const { root } = await session.send("DOM.getDocument", { depth: 2 });
  const html = root.children?.find((it) => it.localName === "html");
  const found: LayerNode<number>[] = [];
  const walk = (at: CdpNode): void => {
    const text = at.localName === "" ? (at.nodeValue ?? "") : "";
    found.push({ tag: at.localName, attributes: paired(at.attributes ?? []), text, handle: at.backendNodeId });
    for (const inner of [...(at.shadowRoots ?? []), ...(at.children ?? [])]) walk(inner);
  };
  for (const host of (html?.children ?? []).filter((it) => it.localName.startsWith("x-"))) {
    walk((await session.send("DOM.describeNode", { nodeId: host.nodeId, depth: -1, pierce: true })).node);
  }
  return found;
}

/** What a function answers of one of these nodes. */
export async function calledOn(session: CDPSession, backendNodeId: number, declaration: string): Promise<unknown> {
  const { object } = await session.send("DOM.resolveNode", { backendNodeId });
  const { result } = await session.send("Runtime.callFunctionOn", { objectId: object.objectId ?? "", functionDeclaration: `function () { return (${declaration})(this); }`, returnByValue: true });
  return result.value;
}

/** CDP gives attributes as one list: name, value, name, value. */
function paired(attributes: readonly string[]): Record<string, string> {
  return Object.fromEntries(attributes.flatMap((name, index) => (index % 2 === 0 ? [[name, attributes[index + 1] ?? ""]] : [])));
}
