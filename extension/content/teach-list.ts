// The list in the bar of teaching: proposed lists, then columns, then names for one column. How long it is, and which of the page's elements it is about.

import { connected } from "./dom";
import type { Seeing } from "./teach-face";
import type { Outline } from "./teach-layer";

/** How many lines there are while the column `naming` is being named, or none is. */
export function linesIn(seeing: Seeing | null, naming: number | null): number {
  if (!seeing) return 0;
  if (!seeing.draft) return seeing.lists.length;
  return naming === null ? seeing.columns.length : seeing.fields.length + 1;
}

/** The numbers of the elements that a line is about. */
export function nodesAt(seeing: Seeing | null, at: number, naming: number | null): readonly number[] {
  return (seeing?.draft ? seeing.columns[naming ?? at]?.nodes : seeing?.lists[at]) ?? [];
}

/** What is framed on the page; `all` are the elements of these numbers that are still there. */
export function outlinesOf(seeing: Seeing, at: number, naming: number | null, all: (numbers: readonly number[]) => Element[]): Outline[] {
  const frames = (numbers: readonly number[], kind: Outline["kind"]): Outline[] => all(numbers).map((element) => ({ element, kind }));
  const here = nodesAt(seeing, at, naming);
  if (!seeing.draft) return frames(here, "record");
  const named = seeing.columns.filter((it, place) => it.meaning !== null && place !== (naming ?? at)).flatMap((it) => it.nodes);
  return [...frames(seeing.records, "record"), ...frames(named, "named"), ...frames(here, "chosen")];
}

/** What was picked; where the page has drawn itself anew, what stands in its place. */
export function stillThere(picked: Element | null, seeing: Seeing | null, all: (numbers: readonly number[]) => Element[]): Element | null {
  if (!picked || !seeing || connected(picked)) return picked;
  return all([...seeing.columns.flatMap((it) => it.nodes.slice(0, 1)), ...seeing.records.slice(0, 1)]).find(connected) ?? null;
}

/** Did a change only move nodes of ours? */
export function onlyOurs({ addedNodes, removedNodes }: MutationRecord, own: WeakSet<Node>): boolean {
  return [...addedNodes, ...removedNodes].every((it) => own.has(it));
}
