// Our layers as WebDriver BiDi serialises them.

import type { Session } from "./bidi.ts";
import type { LayerNode } from "./layers.ts";

interface RemoteNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly nodeValue?: string;
    readonly localName?: string;
    readonly attributes?: Record<string, string>;
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
  };
}

/** Everything in our layers, in the page's order; handles are shared ids. */
export async function layersOf(session: Session, page: string): Promise<LayerNode<string>[]> {
  const { result } = await session.send<{ result: { value: readonly RemoteNode[] } }>("script.evaluate", {
    expression: "[...document.documentElement.children].filter((it) => it.localName.startsWith('x-'))",
    target: { context: page },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 8, maxObjectDepth: 1, includeShadowTree: "all" },
  });
  const found: LayerNode<string>[] = [];
  const walk = ({ sharedId = "", value }: RemoteNode): void => {
    found.push({ tag: value?.localName ?? "", attributes: value?.attributes ?? {}, text: value?.nodeValue ?? "", handle: sharedId });
    if (value?.shadowRoot) walk(value.shadowRoot);
    for (const inner of value?.children ?? []) walk(inner);
  };
  for (const host of result.value) walk(host);
  return found;
}

/** What a function answers of one of these nodes. */
export async function calledOn(session: Session, page: string, sharedId: string, declaration: string): Promise<unknown> {
  const { result } = await session.send<{ result: { value?: string } }>("script.callFunction", {
    functionDeclaration: `(it) => JSON.stringify((${declaration})(it))`, target: { context: page }, awaitPromise: false, arguments: [{ sharedId }],
  });
  return result.value === undefined ? undefined : JSON.parse(result.value);
}
