// What the page figures measure: the content script's own reader and painter, reachable from the page's world.

import { Painter } from "../../extension/content/paint";
import type { Level } from "../../extension/content/protocol";
import { Reader } from "../../extension/content/read";
import type { Entry } from "../../extension/content/records";

const NO_CHIPS = { open: () => undefined, step: () => undefined, label: () => "" };

/** Reads a tree in one go and answers its JSON. */
export function read(root: Element): string {
  const reader = new Reader(new WeakSet());
  reader.begin(root);
  while (!reader.run(Number.POSITIVE_INFINITY)) continue;
  return reader.result().json;
}

/** The longest piece of work, in milliseconds, when the tree is read in slices as the content script does. */
export function longestSlice(root: Element, slice: number): number {
  const reader = new Reader(new WeakSet());
  let longest = 0;
  const timed = <T>(work: () => T): T => {
    const start = performance.now();
    const answer = work();
    longest = Math.max(longest, performance.now() - start);
    return answer;
  };
  timed(() => reader.begin(root));
  while (!timed(() => reader.run(performance.now() + slice))) continue;
  timed(() => reader.result());
  return longest;
}

/** The main-thread time, in milliseconds, from a plan with a mark for each row to all of them on screen. */
export async function paint(rows: readonly Element[]): Promise<number> {
  let spent = 0;
  const timed = <T extends unknown[]>(work: (...given: T) => void) => (...given: T): void => {
    const start = performance.now();
    work(...given);
    spent += performance.now() - start;
  };
  // Badges are made when the browser says what is on screen, and placed in the next frame.
  const { IntersectionObserver: Seen, requestAnimationFrame: frame } = window;
  window.IntersectionObserver = class extends Seen {
    constructor(heard: IntersectionObserverCallback, options?: IntersectionObserverInit) {
      super(timed(heard), options);
    }
  };
  window.requestAnimationFrame = (next) => frame.call(window, timed(next));
  const stop = new AbortController();
  const painter = new Painter(new WeakSet(), { locale: "zh-CN", label: (entry) => entry.mark.label, chips: NO_CHIPS }, () => undefined, stop.signal);
  const levels: readonly Level[] = ["counted", "at_risk", "watch"];
  const entries = rows.map((row, place): Entry => {
    const [level, anchor] = [levels[place % 3] ?? "watch", row.children[6] ?? row];
    const mark = { key: String(place), level, score: 50, nodes: [], anchor: null, highlight: [], badge: "已计入", label: "已计入品质退款：质量问题" };
    return { mark, card: undefined, report: undefined, pieces: [row], anchor, highlights: [anchor], print: null };
  });
  timed(() => painter.draw(entries, undefined))();
  for (let frames = 0; frames < 3; frames++) await new Promise((done) => frame.call(window, () => setTimeout(done, 0)));
  window.IntersectionObserver = Seen;
  window.requestAnimationFrame = frame;
  painter.hide();
  stop.abort();
  return spent;
}
