/** The options page's bridge: questions to the background, files, and the browser's own question for a site. */
import init, { start_options } from "../ui/aftersales_radar.js";
import type { OptionsHost } from "./bridge/host";
import { wear } from "./bridge/theme";

function connect(): OptionsHost {
  return {
    locale: chrome.i18n.getUILanguage(),
    version: chrome.runtime.getManifest().version,
    ask: async (request) => JSON.stringify((await chrome.runtime.sendMessage(JSON.parse(request))) ?? null),
    onChange: (changed) => {
      chrome.storage.onChanged.addListener((items, area) => {
        // A policy that has come late is kept there as well.
        if (area !== "local" || Object.keys(items).some((name) => ["settings", "policy"].includes(name) || name.startsWith("paused:"))) changed();
      });
      for (const event of [chrome.permissions.onAdded, chrome.permissions.onRemoved]) event.addListener(() => changed());
    },
    grant: (patterns) => chrome.permissions.request({ origins: patterns.split(" ") }),
    revoke: async (patterns) => {
      const { origins = [] } = await chrome.permissions.getAll();
      return chrome.permissions.remove({ origins: patterns.split(" ").filter((it) => origins.includes(it)) });
    },
    save,
    wear,
    settle: () => {
      for (const list of document.querySelectorAll<HTMLSelectElement>("select[data-now]")) {
        const { now = "" } = list.dataset;
        if (list.value !== now && [...list.options].some((it) => it.value === now)) list.value = now;
      }
    },
    read: async (input, most) => {
      const file = input.files?.[0];
      if (!file) throw new Error("no file was chosen");
      const bytes = file.size > most ? null : await file.arrayBuffer().catch(() => null);
      // The same file may be chosen again after it was corrected.
      input.value = "";
      return bytes ? [file.size, ...textOf(new Uint8Array(bytes))] : [file.size, null];
    },
  };
}

/** The text of a file, or the first line that is no UTF-8: read leniently, broken letters would be taken for the agent's own. */
function textOf(bytes: Uint8Array): [string] | [null, number] {
  const strict = new TextDecoder("utf-8", { fatal: true });
  try {
    return [strict.decode(bytes)];
  } catch {
    let line = 1;
    for (let from = 0; ; line++) {
      // No letter of more than one byte has a line break among them.
      const end = bytes.indexOf(10, from);
      try {
        strict.decode(bytes.subarray(from, end < 0 ? undefined : end));
      } catch {
        return [null, line];
      }
      if (end < 0) return [null, line];
      from = end + 1;
    }
  }
}

function save(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

await init();
start_options(connect());
