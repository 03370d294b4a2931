// What the reader reads and asks the engine: a whole page, or the refunds of it that have changed.

import { standsFor } from "./demo-page";
import { connected } from "./dom";
import { EngineStopped, type Host } from "./host";
import type { Watcher } from "./observe";
import { printOf } from "./print";
import type { Plan } from "./protocol";
import { type Reading, readPieces, readSliced } from "./read";
import type { Entry, Records } from "./records";

export interface Asker {
  host: Host;
  records: Records;
  settings: () => Record<string, unknown>;
}

/** What known refunds say now. */
export interface Patch {
  changed: Entry[];
  parts: string[];
  elements: Node[];
  /** Did one leave the page, so that the whole has to be read? */
  left: boolean;
}

/** Begins anew when the page changes while it is read; a page that never stops is read as it flows. */
export async function readWhole(root: Element, own: WeakSet<Node>, watcher: Watcher): Promise<Reading> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const reading = await readSliced(root, own, () => watcher.pending);
    if (reading) return reading;
    watcher.take();
  }
  return (await readSliced(root, own, () => false)) as Reading;
}

export function patchOf(entries: Iterable<Entry>, own: WeakSet<Node>): Patch {
  const patch: Patch = { changed: [], parts: [], elements: [], left: false };
  for (const entry of entries) {
    if (!entry.pieces.every(connected)) {
      patch.left = true;
      continue;
    }
    const pieces = readPieces(entry.pieces, own);
    const print = printOf(pieces.nodes);
    if (print === entry.print) continue;
    entry.print = print;
    patch.changed.push(entry);
    patch.parts.push(`{"key":${JSON.stringify(entry.mark.key)},"pieces":[${pieces.nodes.join()}]}`);
    for (const element of pieces.elements) patch.elements.push(element);
  }
  return patch;
}

export function askPage(asker: Asker, { truncated, json }: Reading): Promise<Plan> {
  const { hostname, pathname, search, hash } = standsFor() ?? location;
  const url = { host: hostname, path: pathname, query: search.slice(1), hash };
  return ask(asker, { kind: "read", v: 1, url, lang: document.documentElement.lang, title: document.title, truncated }, `"root":${json}`);
}

export function askPatch(asker: Asker, context: unknown, { parts }: Patch): Promise<Plan> {
  return ask(asker, { kind: "patch", v: 1, context }, `"records":[${parts.join()}]`);
}

async function ask({ host, records, settings }: Asker, head: object, tail: string): Promise<Plan> {
  const common = { now: Date.now(), offset: -new Date().getTimezoneOffset(), settings: settings(), asked: records.asked };
  const request = `${JSON.stringify({ ...head, ...common }).slice(0, -1)},${tail}}`;
  const plan = JSON.parse(await host.evaluate(request)) as Plan;
  if (plan.error) throw new EngineStopped(plan.error);
  return plan;
}
