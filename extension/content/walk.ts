// Walking from record to record: which one is in focus, and which comes next.

import type { Day } from "./day";
import { boxOf, connected } from "./dom";
import { inView } from "./desk-message";
import type { Painter } from "./paint";
import type { Entry, Records } from "./records";

export interface WalkSource {
  records: Records;
  painter: () => Painter;
  say: (key: string, ...args: string[]) => string;
}

export class Walk {
  focus: string | null = null;

  constructor(
    private readonly source: WalkSource,
    private readonly day: Day,
    /** The focus is on this record now; `other` where it was on another one. */
    private readonly moved: (other: boolean) => void,
  ) {}

  get current(): Entry | undefined {
    return this.source.records.find(this.focus);
  }

  /** The marked records that are still to be worked on. */
  get open(): Entry[] {
    return this.source.records.marked().filter((entry) => !this.day.isQuiet(entry.mark.key) || entry.mark.key === this.focus);
  }

  /** The first marked record on screen, else the first of all. */
  get nearest(): Entry | undefined {
    const marked = this.open;
    return marked.find((it) => it.anchor && connected(it.anchor) && boxOf(it.anchor).top >= 0) ?? marked[0];
  }

  step(by: number): void {
    const marked = this.open;
    const at = marked.findIndex((it) => it.mark.key === this.focus);
    if (at < 0) return this.go(by > 0 ? this.nearest : marked.at(-1));
    this.go(marked[Math.min(Math.max(at + by, 0), marked.length - 1)]);
  }

  go(entry: Entry | undefined): void {
    const { say, painter } = this.source;
    if (!entry) return painter().say(say("page_none_marked"));
    this.set(entry);
    const marked = this.open;
    painter().say(say("page_position", String(marked.indexOf(entry) + 1), String(marked.length), entry.mark.label));
  }

  set(entry: Entry): void {
    const other = this.focus !== entry.mark.key;
    this.focus = entry.mark.key;
    const piece = entry.pieces.find(connected);
    if (piece && !inView(entry.pieces)) piece.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    this.source.painter().ring(entry);
    this.moved(other);
  }
}
