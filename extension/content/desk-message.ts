// What the panel is told, and the small questions that go with it.

import type { Day } from "./day";
import { standsFor } from "./demo-page";
import { boxOf, connected } from "./dom";
import type { Host } from "./host";
import type { Painter } from "./paint";
import type { Panel } from "./panel";
import type { Desk as DeskMessage, Dock, Notice, StartAnswer, View } from "./protocol";
import type { Records } from "./records";
import type { Reviews } from "./reviews";
import type { Scores } from "./scores";
import type { Teaching } from "./teach";
import type { Walk } from "./walk";

export interface DeskSource {
  host: Host;
  records: Records;
  own: WeakSet<Node>;
  painter: () => Painter;
  answer: () => StartAnswer;
  notices: () => Notice[];
  say: (key: string, ...args: string[]) => string;
  pause: (paused: boolean) => void;
  /** Has the page read anew. */
  again: () => Promise<void> | undefined;
  teaching: Teaching;
}

type Parts = { walk: Walk; panel: Panel; day: Day; scores: Scores; reviews: Reviews; hidden: boolean };

/** The whole desk, as docs/protocol.md has it. */
export function deskMessage({ records, answer, notices }: DeskSource, { walk, panel, day, scores, reviews, hidden }: Parts, now: { view: View; advice: number | null; heard: number }): DeskMessage {
  const { keymap, paused, settings } = answer();
  const report = records.report();
  return {
    kind: "desk",
    cards: records.cards(),
    notices: [...notices(), ...(records.plan?.notices ?? [])],
    page: records.plan?.page ?? "unknown",
    platform: records.plan?.platform ?? null,
    read: report?.read ?? 0,
    total: report?.total ?? null,
    focus: walk.focus,
    ...now,
    scores: report?.scores ?? [],
    score: scores.focus,
    keymap,
    paused,
    hidden,
    drafts: reviews.states(),
    address: ((it) => it.origin + it.pathname)(standsFor() ?? location),
    now: Date.now(),
    locale: String(settings["locale"] ?? "zh-CN"),
    day: day.count,
    promises: settings["promises"] === true,
    dock: { side: panel.dock.side, most: panel.most },
    replies: { tone: settings["tone"] ?? null, shop: settings["shop"] ?? null, script: settings["script"] ?? null },
  };
}

/** Where the settings put the panel. */
export function dockOf(settings: Record<string, unknown>): Dock {
  const { side, width } = (settings["dock"] ?? {}) as Partial<Dock>;
  return { side: side === "left" ? "left" : "right", width: typeof width === "number" ? width : 400 };
}

export function firstMessage(list: { message: string | null }[]): number {
  return Math.max(0, list.findIndex((it) => it.message !== null));
}

/** A record that is wholly in the window need not be scrolled to. */
export function inView(pieces: readonly Element[]): boolean {
  const boxes = pieces.filter(connected).map(boxOf);
  return boxes.length > 0 && boxes.every((it) => it.top >= 0 && it.bottom <= window.innerHeight);
}
