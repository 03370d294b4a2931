// What the page figures measure: the content script's own reader, reachable from the page's world.

import { Reader } from "../../extension/content/read";

/** Reads a tree in one go and answers its JSON. */
export function read(root: Element): string {
  const reader = new Reader(new WeakSet());
  reader.begin(root);
  while (!reader.run(Number.POSITIVE_INFINITY)) continue;
  return reader.result().json;
}
