// What may be asked of the background, and by whom: a content script little, our own pages the rest.

import type { Day } from "./day";
import { askedByPage, askedByPanel, goTo, type Tabs } from "./day-ask";
import { dockEdits } from "./dock";
import type { Engine } from "./engine";
import type { Tier } from "./gate";
import { namesOf } from "./names";
import type { Known, Outcome, Settings } from "./settings";
import { type Areas, type Items, readPaused, writePaused } from "./store";
import type { TeachWish } from "./teach";

const REQUEST_CAP = 8_000_000;

export type Message = { kind?: unknown; load?: unknown; request?: unknown; paused?: unknown; report?: unknown } & Items;
type Answer = Promise<unknown> | null;

export interface Own {
  engine: Engine;
  settings: Settings;
  day: Day;
  areas: Areas;
  tabs: Tabs;
  teach: TeachWish;
  /** All hosts that a person can let us read. */
  known(): Promise<Known[]>;
  /** Lets the content script run where a person has allowed it. */
  further(): Promise<void>;
  /** Tells the pages that are open. */
  tellTabs(message: object): Promise<void>;
}

/** Answers a message; null for what its sender may not ask. */
export function answersOf(own: Own): (tier: Tier, message: Message, sender: chrome.runtime.MessageSender) => Answer {
  const { engine, settings, day, areas, tabs, teach, further, tellTabs } = own;
  return answerOf;

  function answerOf(tier: Tier, message: Message, sender: chrome.runtime.MessageSender): Promise<unknown> | null {
    return tier.kind === "page" ? pageTier(message, sender, tier.host) : uiTier(message, sender);
  }

  /** What a content script on a known host may ask. Its host is the sender's, never one it names. */
  function pageTier(message: Message, sender: chrome.runtime.MessageSender, host: string): Promise<unknown> | null {
    switch (message.kind) {
      case "start":
        // Frames may have been ready before the top frame was there to listen.
        if (sender.frameId === 0 && sender.tab?.id !== undefined) chrome.tabs.sendMessage(sender.tab.id, { kind: "frame-ask" }).catch(() => undefined);
        return start(host, sender.frameId ?? 0, message.load);
      case "wake":
        return Promise.resolve(null);
      case "evaluate":
        return evaluated(engine, message, sender);
      case "pause":
        return pause(host, message.paused === true);
      case "score.keep":
        return keepOfScore(message);
      case "teach.keep":
        return keepTaught(message, host);
      case "options.open":
        return chrome.runtime.openOptionsPage();
      case "frame-report":
        return forward(sender, message.report);
      case "dock":
        return settings.change("settings.edit", { edits: dockEdits(message) });
      default:
        return askedByPage(day, message, { tab: sender.tab?.id, frame: sender.frameId });
    }
  }

  /** One thing that the agent says of a score. The engine refuses what is no such setting or does not fit. */
  function keepOfScore({ name, field, value }: Message): Promise<unknown> | null {
    if (typeof name !== "string" || !/^[a-z_]+\.[a-z0-9_]+$/.test(name)) return null;
    if (typeof field !== "string" || !["target", "count", "base", "bad", "per_day"].includes(field)) return null;
    const decimal = field === "target" || field === "per_day";
    const kept = typeof value !== "string" ? null : decimal ? value : Number(value);
    return settings.change("settings.edit", { edits: [{ path: `/targets/scores/${name}/${field}`, value: kept }] });
  }

  /** A page that was taught, on its own host and no other. */
  function keepTaught({ page }: Message, host: string): Promise<unknown> | null {
    const own = (page as { host?: unknown } | null)?.host === host.replace(/:\d+$/, "");
    return own ? settings.change("settings.teach", { taught: page }) : null;
  }

  /** What our own pages may ask. */
  function uiTier(message: Message, sender: chrome.runtime.MessageSender): Promise<unknown> | null {
    const { kind, edits, text, part, host } = message;
    switch (kind) {
      // The demo shop of the welcome page is one of our own.
      case "evaluate":
        return evaluated(engine, message, sender);
      case "settings.look":
        return settings.page("");
      case "settings.read":
        return own.known().then((known) => settings.read(known));
      case "settings.export":
        return settings.export(message["page"]);
      case "teach.wish":
        return typeof message["tab"] === "number" && typeof message["origin"] === "string" ? teach.wish(message["tab"], message["origin"]) : null;
      case "teach.begin":
        return typeof message["tab"] === "number" ? further().then(() => teach.begin(message["tab"] as number)) : null;
      case "settings.about":
        return settings.known(kind, { locale: message["locale"] });
      case "settings.reason":
        return settings.known(kind, { platform: message["platform"], label: message["label"] });
      case "settings.texts":
        return settings.texts({ used_for: message["used_for"], search: message["search"], values: message["values"] });
      case "settings.preview":
        return settings.known(kind, { text, used_for: message["used_for"], locale: message["locale"] });
      case "settings.edit":
        return settings.change(kind, { edits });
      case "settings.import":
        return settings.change(kind, { text }, message["dry"] === true);
      case "settings.reset":
        return settings.change(kind, { part });
      case "site.wake":
        return typeof host === "string" ? wake(host) : null;
      case "site.forget":
        return typeof host === "string" ? forget(host) : null;
      case "day.go":
        return goTo(day, message["key"], tabs);
      default:
        return askedByPanel(day, message);
    }
  }

  /** The switch of one site. On again, it is on whatever the settings said of it. */
  async function pause(host: string, paused: boolean): Promise<Outcome> {
    await writePaused(areas.local, host, paused);
    return paused ? {} : settings.change("settings.wake", { host });
  }

  async function wake(host: string): Promise<Outcome> {
    const outcome = await pause(host, false);
    await tellTabs({ kind: "refresh" });
    return outcome;
  }

  /** What was said of one host by its own name: its switch and its pause. */
  async function forget(host: string): Promise<Outcome> {
    await writePaused(areas.local, host, false);
    const outcome = await settings.change("settings.edit", { edits: [{ path: `/sites/hosts/${host}`, value: null }] });
    await tellTabs({ kind: "refresh" });
    return outcome;
  }

  async function start(host: string, frame: number, load: unknown): Promise<unknown> {
    const [told, paused, names] = await Promise.all([settings.page(host), readPaused(areas.local, host), namesOf(host, load)]);
    const request = { kind: "start", v: 1, locale: told.locale, settings: told };
    const answer = JSON.parse(await engine.evaluate(JSON.stringify(request), "start")) as object;
    return { ...answer, settings: told, paused: paused || !told.on, frame, names };
  }
}

function evaluated(by: Engine, { request }: Message, sender: chrome.runtime.MessageSender): Promise<unknown> {
  if (typeof request !== "string" || request.length > REQUEST_CAP) return Promise.resolve({ error: "no request, or one beyond 8 MB" });
  return by.evaluate(request, documentOf(sender));
}

/** One document, as the browser names it. */
function documentOf(sender: chrome.runtime.MessageSender): string {
  return `${sender.tab?.id}:${sender.frameId}:${sender.documentId ?? sender.url}`;
}

async function forward(sender: chrome.runtime.MessageSender, report: unknown): Promise<void> {
  if (sender.tab?.id === undefined || !sender.frameId) return;
  await chrome.tabs.sendMessage(sender.tab.id, { kind: "frame-report", frame: sender.frameId, report }, { frameId: 0 }).catch(() => undefined);
}
