/** The popup's bridge: the report and the switch of the current tab. */
import init, { start_popup } from "../ui/aftersales_radar.js";
import { copy } from "./bridge/clipboard";
import type { PopupHost } from "./bridge/host";
import { wear } from "./bridge/theme";

/** `*://*.example.com/*` against an address, as the manifest writes its patterns. */
function matches(pattern: string, address: string): boolean {
  const host = /^(?:\*|https?):\/\/([^/]+)\//.exec(pattern)?.[1];
  if (host === undefined || !/^https?:/.test(address)) return false;
  const name = new URL(address).hostname;
  return host.startsWith("*.") ? name === host.slice(2) || name.endsWith(host.slice(1)) : name === host;
}

/** Without the `tabs` permission the address is only told for sites we may read, which is the question. */
function isOurs(address: string | undefined): boolean {
  const scripts = chrome.runtime.getManifest().content_scripts ?? [];
  return address !== undefined && scripts.some((script) => (script.matches ?? []).some((pattern) => matches(pattern, address)));
}

/** The site of a page that the browser lets extensions read: one that was typed or followed, not one of the browser's own. */
function originOf(address: string | undefined): string | null {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : null;
  return url && /^https?:$/.test(url.protocol) ? `${url.protocol}//${url.hostname}` : null;
}

/** The version whose news were shown last; from now on it is this one. */
async function told(version: string): Promise<string | undefined> {
  const last = await chrome.storage.local.get("told").catch(() => ({}) as Record<string, unknown>);
  const before = (last as Record<string, unknown>)["told"];
  if (before !== version) await chrome.storage.local.set({ told: version }).catch(() => undefined);
  return typeof before === "string" ? before : undefined;
}

async function connect(): Promise<PopupHost> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const origin = originOf(tab?.url);
  const tell = (message: object): Promise<unknown> =>
    tab?.id === undefined ? Promise.reject(new Error("no tab")) : chrome.tabs.sendMessage(tab.id, message, { frameId: 0 });
  // The language that was chosen; the browser's where the background does not answer.
  const look = (await chrome.runtime.sendMessage({ kind: "settings.look" }).catch(() => null)) as { locale?: string; theme?: string } | null;
  wear(look?.theme ?? "system");
  return {
    locale: look?.locale ?? chrome.i18n.getUILanguage(),
    version: chrome.runtime.getManifest().version,
    told: await told(chrome.runtime.getManifest().version),
    ours: isOurs(tab?.url),
    report: () => tell({ kind: "report" }).catch(() => null),
    pause: async (paused) => void (await tell({ kind: "pause", paused })),
    teachable: origin !== null,
    teach: () => {
      // The browser's question closes this page: what was wanted is told before, and done by the background.
      void chrome.runtime.sendMessage({ kind: "teach.wish", tab: tab?.id, origin });
      return chrome.permissions.request({ origins: [`${origin}/*`] }).then(async (granted) => {
        if (!granted) return;
        await chrome.runtime.sendMessage({ kind: "teach.begin", tab: tab?.id });
        close();
      });
    },
    openPanel: async () => {
      await tell({ kind: "command", id: "panel.open" });
      close();
    },
    copy,
  };
}

const [host] = await Promise.all([connect(), init()]);
start_popup(host);
