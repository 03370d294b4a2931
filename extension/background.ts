// The background: one engine and one writer for all tabs, the settings, and the gate before them. It may be stopped at any time and
// remembers nothing.

import init1, { evaluate as evaluate1 } from "./engine/aftersales_radar.js";
import init2, { evaluate as evaluate2 } from "./engine/aftersales_radar.js?2";
import init3, { evaluate as evaluate3 } from "./engine/aftersales_radar.js?3";
import init4, { evaluate as evaluate4 } from "./engine/aftersales_radar.js?4";
import initWriter1, { evaluate as write1 } from "./writer/aftersales_radar.js";
import initWriter2, { evaluate as write2 } from "./writer/aftersales_radar.js?2";
import { Day, ITEM } from "./background/day";
import { dockAlone, dockEdits } from "./background/dock";
import { askedByPage, askedByPanel, goTo } from "./background/day-ask";
import { Engine } from "./background/engine";
import { hostsOf, type Tier, tierOf } from "./background/gate";
import { furtherOrigins, hostsKnown, registerFurther, type Permissions, type Scripting } from "./background/hosts";
import { hashOf, namesOf } from "./background/names";
import { Policy } from "./background/policy";
import { type Outcome, Settings } from "./background/settings";
import { type Areas, type Items, readPaused, welcome, writePaused } from "./background/store";
import { TeachWish, type Waiting } from "./background/teach";

const wasm = (name: string): { module_or_path: string } => ({ module_or_path: chrome.runtime.getURL(`${name}/aftersales_radar_bg.wasm`) });
const engine = new Engine([
  { init: () => init1(wasm("engine")), evaluate: evaluate1 },
  { init: () => init2(wasm("engine")), evaluate: evaluate2 },
  { init: () => init3(wasm("engine")), evaluate: evaluate3 },
  { init: () => init4(wasm("engine")), evaluate: evaluate4 },
]);
// Whatever woke the background up, a question will follow.
engine.start();
// Loads with the first question to it.
const writer = new Engine([
  { init: () => initWriter1(wasm("writer")), evaluate: write1 },
  { init: () => initWriter2(wasm("writer")), evaluate: write2 },
]);
const manifest = chrome.runtime.getManifest();
const hosts = hostsOf(manifest);
const permissions = chrome.permissions as unknown as Permissions;
// Hosts that a person has allowed: asked for when somebody unknown speaks, and anew when that changes.
let allowed: Promise<ReadonlySet<string>> | null = null;
const allHosts = (): Promise<ReadonlySet<string>> => (allowed ??= furtherOrigins(manifest, permissions).then((further) => new Set([...hosts, ...further])));
const storage = chrome.storage as unknown as Areas;
const areas: Areas = { sync: storage.sync, local: storage.local, managed: new Policy(storage.managed, storage.local, () => void tellTabs({ kind: "refresh" })) };
const settings = new Settings(async (request, page) => JSON.parse(await (page ? engine : writer).evaluate(JSON.stringify(request), "settings")) as Items, areas, () => chrome.i18n.getUILanguage());
const day = new Day(areas.local, chrome.storage.session as unknown as Areas["local"], hashOf, Date.now);
const tabs = { sendMessage: chrome.tabs.sendMessage.bind(chrome.tabs), update: chrome.tabs.update.bind(chrome.tabs), focusWindow: (id: number) => chrome.windows.update(id, { focused: true }) };
const REQUEST_CAP = 8_000_000;

// Content scripts see nothing of the storage; they are told what concerns them.
for (const area of [chrome.storage.local, chrome.storage.sync]) {
  void area.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" }).catch(() => undefined);
}

// Firefox gives an extension page inside a web page no `tabs`: there the panel's port comes here and is joined to the tab it sits in.
chrome.runtime.onConnect.addListener((panel) => {
  const tab = panel.sender?.tab?.id;
  const tier = panel.sender && tierOf(panel.sender, chrome.runtime.id, self.location.origin, hosts);
  // The panel names the frame it stands in; it can only be joined to our own script there.
  const frame = /^panel(?::(\d+))?$/.exec(panel.name);
  if (!frame || tier?.kind !== "ui" || tab === undefined) return panel.disconnect();
  const page = chrome.tabs.connect(tab, { name: "panel", frameId: Number(frame[1] ?? 0) });
  for (const [from, to] of [[panel, page], [page, panel]] as const) {
    from.onMessage.addListener((message: unknown) => to.postMessage(message));
    from.onDisconnect.addListener(() => to.disconnect());
  }
});

// Whoever has written them: this browser, another machine or a policy.
chrome.storage.onChanged.addListener((changes, area) => {
  // Targets are changed from pages, which show the change themselves; reading all of them anew would close what the agent has open.
  if (Object.keys(changes).every((name) => name === "settings.targets")) return;
  // So is the panel's place; the others move theirs and go on.
  const dock = area === "sync" ? dockAlone(changes) : null;
  if (dock) return void tellTabs({ kind: "dock", dock });
  if (area === "sync" || area === "managed" || "settings" in changes) void tellTabs({ kind: "refresh" });
  else if (ITEM in changes) void tellTabs({ kind: "day" });
});

// What a person allows or takes back of the further hosts.
const further = (): Promise<void> => {
  allowed = null;
  return registerFurther(manifest, permissions, chrome.scripting as Scripting);
};
const teach = new TeachWish(
  chrome.storage.session as unknown as Waiting,
  {
    tell: (tab, message) => chrome.tabs.sendMessage(tab, message, { frameId: 0 }),
    inject: (tabId) => chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files: ["content.js"] }),
  },
  Date.now,
);
chrome.permissions.onAdded.addListener((added) => void further().then(() => teach.allowed(added.origins ?? [])));
chrome.permissions.onRemoved.addListener(() => void further());
chrome.runtime.onInstalled.addListener(() => void further());

// Once, and never again on this machine.
chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") void welcome(areas.local, manifest.version, (page) => chrome.tabs.create({ url: chrome.runtime.getURL(page) }));
});

type Message = { kind?: unknown; load?: unknown; request?: unknown; paused?: unknown; report?: unknown } & Items;

chrome.runtime.onMessage.addListener((message: Message, sender, respond) => {
  if (sender.id !== chrome.runtime.id || typeof message?.kind !== "string") return false;
  const tier = tierOf(sender, chrome.runtime.id, self.location.origin, hosts);
  const reply = (answer: Promise<unknown> | null): void => void answer?.then(respond, (error: unknown) => respond({ error: String(error) }));
  if (tier) {
    const answer = answerOf(tier, message, sender);
    reply(answer);
    return answer !== null;
  }
  // Our own script on a host that a person has allowed; who is none is told nothing.
  void allHosts().then((all) => {
    const further = tierOf(sender, chrome.runtime.id, self.location.origin, all);
    const answer = further && answerOf(further, message, sender);
    if (answer) reply(answer);
    else respond(undefined);
  });
  return true;
});

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
    case "write":
      return evaluated(writer, message, sender);
    // The demo shop of the welcome page is one of our own.
    case "evaluate":
      return evaluated(engine, message, sender);
    case "settings.look":
      return settings.page("");
    case "settings.read":
      return hostsKnown(manifest, permissions).then((known) => settings.read(known));
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

function evaluated(by: Engine, { request }: Message, sender: chrome.runtime.MessageSender): Promise<unknown> {
  if (typeof request !== "string" || request.length > REQUEST_CAP) return Promise.resolve({ error: "no request, or one beyond 8 MB" });
  return by.evaluate(request, documentOf(sender));
}

/** One document, as the browser names it. */
function documentOf(sender: chrome.runtime.MessageSender): string {
  return `${sender.tab?.id}:${sender.frameId}:${sender.documentId ?? sender.url}`;
}

async function start(host: string, frame: number, load: unknown): Promise<unknown> {
  const [told, paused, names] = await Promise.all([settings.page(host), readPaused(areas.local, host), namesOf(host, load)]);
  const request = { kind: "start", v: 1, locale: told.locale, settings: told };
  const answer = JSON.parse(await engine.evaluate(JSON.stringify(request), "start")) as object;
  return { ...answer, settings: told, paused: paused || !told.on, frame, names };
}

async function forward(sender: chrome.runtime.MessageSender, report: unknown): Promise<void> {
  if (sender.tab?.id === undefined || !sender.frameId) return;
  await chrome.tabs.sendMessage(sender.tab.id, { kind: "frame-report", frame: sender.frameId, report }, { frameId: 0 }).catch(() => undefined);
}

/** `refresh` makes open pages ask `start` again. Tabs without our content script do not answer, which is fine. */
async function tellTabs(message: object): Promise<void> {
  for (const tab of await chrome.tabs.query({})) {
    if (tab.id !== undefined) chrome.tabs.sendMessage(tab.id, message).catch(() => undefined);
  }
}
