// The background: one engine for all tabs, the settings, and the gate before both. It may be stopped at any time and remembers nothing.

import init1, { evaluate as evaluate1 } from "./engine/aftersales_radar.js";
import init2, { evaluate as evaluate2 } from "./engine/aftersales_radar.js?2";
import init3, { evaluate as evaluate3 } from "./engine/aftersales_radar.js?3";
import init4, { evaluate as evaluate4 } from "./engine/aftersales_radar.js?4";
import { Engine } from "./background/engine";
import { hostsOf, tierOf } from "./background/gate";
import { checkedSettings, readPaused, readSettings, uiLocale, writePaused, writeSettings } from "./background/store";

const wasm = { module_or_path: chrome.runtime.getURL("engine/aftersales_radar_bg.wasm") };
const engine = new Engine([
  { init: () => init1(wasm), evaluate: evaluate1 },
  { init: () => init2(wasm), evaluate: evaluate2 },
  { init: () => init3(wasm), evaluate: evaluate3 },
  { init: () => init4(wasm), evaluate: evaluate4 },
]);
const hosts = hostsOf(chrome.runtime.getManifest());
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

type Message = { kind?: unknown; request?: unknown; paused?: unknown; settings?: unknown; report?: unknown };

chrome.runtime.onMessage.addListener((message: Message, sender, respond) => {
  const tier = tierOf(sender, chrome.runtime.id, self.location.origin, hosts);
  if (!tier || typeof message?.kind !== "string") return false;
  const answer = tier.kind === "page" ? pageTier(message, sender, tier.host) : uiTier(message, sender);
  if (!answer) return false;
  answer.then(respond, (error: unknown) => respond({ error: String(error) }));
  return true;
});

/** What a content script on a known host may ask. Its host is the sender's, never one it names. */
function pageTier(message: Message, sender: chrome.runtime.MessageSender, host: string): Promise<unknown> | null {
  switch (message.kind) {
    case "start":
      // Frames may have been ready before the top frame was there to listen.
      if (sender.frameId === 0 && sender.tab?.id !== undefined) chrome.tabs.sendMessage(sender.tab.id, { kind: "frame-ask" }).catch(() => undefined);
      return start(host, sender.frameId ?? 0);
    case "evaluate":
      return evaluated(message, sender);
    case "pause":
      return writePaused(host, message.paused === true);
    case "frame-report":
      return forward(sender, message.report);
    default:
      return null;
  }
}

/** What our own pages may ask. */
function uiTier(message: Message, sender: chrome.runtime.MessageSender): Promise<unknown> | null {
  switch (message.kind) {
    case "evaluate":
      return evaluated(message, sender);
    case "settings.get":
      return readSettings().then((settings) => ({ settings, locale: settings.locale ?? uiLocale() }));
    case "settings.set":
      return writeSettings(checkedSettings(message.settings)).then(tellTabs);
    default:
      return null;
  }
}

function evaluated({ request }: Message, sender: chrome.runtime.MessageSender): Promise<unknown> {
  if (typeof request !== "string" || request.length > REQUEST_CAP) return Promise.resolve({ error: "no request, or one beyond 8 MB" });
  return engine.evaluate(request, documentOf(sender));
}

/** One document, as the browser names it. */
function documentOf(sender: chrome.runtime.MessageSender): string {
  return `${sender.tab?.id}:${sender.frameId}:${sender.documentId ?? sender.url}`;
}

async function start(host: string, frame: number): Promise<unknown> {
  const [settings, paused] = await Promise.all([readSettings(), readPaused(host)]);
  const locale = settings.locale ?? uiLocale();
  const answer = JSON.parse(await engine.evaluate(JSON.stringify({ kind: "start", v: 1, locale, settings: { ...settings, locale } }), "start")) as object;
  return { ...answer, settings: { ...settings, locale }, paused, frame };
}

async function forward(sender: chrome.runtime.MessageSender, report: unknown): Promise<void> {
  if (sender.tab?.id === undefined || !sender.frameId) return;
  await chrome.tabs.sendMessage(sender.tab.id, { kind: "frame-report", frame: sender.frameId, report }, { frameId: 0 }).catch(() => undefined);
}

/** Open pages ask `start` again. Tabs without our content script do not answer, which is fine. */
async function tellTabs(): Promise<void> {
  for (const tab of await chrome.tabs.query({})) {
    if (tab.id !== undefined) chrome.tabs.sendMessage(tab.id, { kind: "refresh" }).catch(() => undefined);
  }
}
