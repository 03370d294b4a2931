// What the agent has to know of how the page is read.

import type { Notice } from "./protocol";
import type { Trouble } from "./reader-loop";

export interface Standing {
  /** The engine did not start. */
  failed: boolean;
  trouble: Trouble | undefined;
  /** The page throws our nodes out, time and again. */
  unwelcome: boolean;
  stolen: boolean;
  /** No plan yet, and none is to be expected while paused. */
  reading: boolean;
}

export function noticesOf({ failed, trouble, unwelcome, stolen, reading }: Standing, say: (key: string) => string): Notice[] {
  const kinds: string[] = [];
  if (failed || trouble === "engine_stopped") kinds.push("engine_stopped");
  if (trouble === "restless") kinds.push("restless");
  if (unwelcome) kinds.push("removed");
  if (stolen) kinds.push("focus_stolen");
  if (reading && kinds.length === 0) kinds.push("reading");
  return kinds.map((kind) => ({ kind, text: say(`page_notice_${kind}`) }));
}
