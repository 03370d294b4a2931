/** The options page's bridge: questions to the background, files, and the browser's own question for a site. */
import init, { start_options } from "../ui/aftersales_radar.js";
import type { OptionsHost } from "./bridge/host";
import { wear } from "./bridge/theme";

function connect(): OptionsHost {
  return {
    locale: chrome.i18n.getUILanguage(),
    version: chrome.runtime.getManifest().version,
    ask: async (request) => JSON.stringify((await chrome.runtime.sendMessage(JSON.parse(request))) ?? null),
    onChange: (changed) =>
      chrome.storage.onChanged.addListener((items, area) => {
        if (area !== "local" || Object.keys(items).some((name) => name === "settings" || name.startsWith("paused:"))) changed();
      }),
    grant: (host) => chrome.permissions.request({ origins: [`https://${host}/*`] }),
    save,
    wear,
    read: async (input, most) => {
      const file = input.files?.[0];
      if (!file) throw new Error("no file was chosen");
      const text = file.size > most ? null : await file.text().catch(() => null);
      // The same file may be chosen again after it was corrected.
      input.value = "";
      return [file.size, text];
    },
  };
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
