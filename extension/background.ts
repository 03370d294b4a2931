// The background: one engine for all tabs, the settings, and the gate before them. It may be stopped at any time and
// remembers nothing.

import init1, { evaluate as evaluate1 } from "./engine/aftersales_radar.js";
import init2, { evaluate as evaluate2 } from "./engine/aftersales_radar.js?2";
import init3, { evaluate as evaluate3 } from "./engine/aftersales_radar.js?3";
import init4, { evaluate as evaluate4 } from "./engine/aftersales_radar.js?4";
import { answersOf, type Message } from "./background/answers";
import { Day, ITEM } from "./background/day";
import { dockAlone } from "./background/dock";
import { Engine } from "./background/engine";
import { hostsOf, tierOf } from "./background/gate";
import { furtherOrigins, hostsKnown, registerFurther, type Permissions, type Scripting } from "./background/hosts";
import { hashOf } from "./background/names";
import { Policy } from "./background/policy";
import { Settings } from "./background/settings";
import { type Areas, type Items, welcome } from "./background/store";
import { TeachWish, type Waiting } from "./background/teach";

const wasm = { module_or_path: chrome.runtime.getURL("engine/aftersales_radar_bg.wasm") };
const engine = new Engine([
  { init: () => init1(wasm), evaluate: evaluate1 },
  { init: () => init2(wasm), evaluate: evaluate2 },
  { init: () => init3(wasm), evaluate: evaluate3 },
  { init: () => init4(wasm), evaluate: evaluate4 },
]);
// Whatever woke the background up, a question will follow.
engine.start();
const manifest = chrome.runtime.getManifest();
const hosts = hostsOf(manifest);
const permissions = chrome.permissions as unknown as Permissions;
// Hosts that a person has allowed: asked for when somebody unknown speaks, and anew when that changes.
let allowed: Promise<ReadonlySet<string>> | null = null;
const allHosts = (): Promise<ReadonlySet<string>> => (allowed ??= furtherOrigins(manifest, permissions).then((further) => new Set([...hosts, ...further])));
const storage = chrome.storage as unknown as Areas;
const areas: Areas = { sync: storage.sync, local: storage.local, managed: new Policy(storage.managed, storage.local, () => void tellTabs({ kind: "refresh" })) };
const settings = new Settings(async (request) => JSON.parse(await engine.evaluate(JSON.stringify(request), "settings")) as Items, areas, () => chrome.i18n.getUILanguage());
const day = new Day(areas.local, chrome.storage.session as unknown as Areas["local"], hashOf, Date.now);
const tabs = { sendMessage: chrome.tabs.sendMessage.bind(chrome.tabs), update: chrome.tabs.update.bind(chrome.tabs), focusWindow: (id: number) => chrome.windows.update(id, { focused: true }) };

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
// Pages that are open ask anew, are told nothing any more, and are as they were.
chrome.permissions.onRemoved.addListener(() => void further().then(() => tellTabs({ kind: "refresh" })));
chrome.runtime.onInstalled.addListener(() => void further());

// Once, and never again on this machine.
chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") void welcome(areas.local, manifest.version, (page) => chrome.tabs.create({ url: chrome.runtime.getURL(page) }));
});

const answerOf = answersOf({ engine, settings, day, areas, tabs, teach, further, tellTabs, known: () => hostsKnown(manifest, permissions) });

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

/** `refresh` makes open pages ask `start` again. Tabs without our content script do not answer, which is fine. */
async function tellTabs(message: object): Promise<void> {
  for (const tab of await chrome.tabs.query({})) {
    if (tab.id !== undefined) chrome.tabs.sendMessage(tab.id, message).catch(() => undefined);
  }
}
