/** The options page's bridge: questions to the background, files, and the browser's own question for a site. */
import init, { start_options } from "../ui/aftersales_radar.js";
import type { OptionsHost } from "./bridge/host";
import { wear } from "./bridge/theme";

/** Questions that change nothing are asked again where a background that was just starting or stopping leaves them without an answer. */
const READS = /^settings\.(read|about|reason|preview|export)$/;
const SILENT_MS = 4000;
const TIMES = 60;

async function ask(message: { kind: string }): Promise<unknown> {
  if (!READS.test(message.kind)) return chrome.runtime.sendMessage(message);
  for (let time = 1; ; time++) {
    const silent = new Promise<"silent">((done) => setTimeout(done, SILENT_MS, "silent"));
    const answer: unknown = await Promise.race([chrome.runtime.sendMessage(message).catch(() => "silent"), silent]);
    if (answer !== "silent" || time === TIMES) return answer === "silent" ? null : answer;
  }
}

function connect(): OptionsHost {
  return {
    locale: chrome.i18n.getUILanguage(),
    version: chrome.runtime.getManifest().version,
    ask: async (request) => JSON.stringify((await ask(JSON.parse(request) as { kind: string })) ?? null),
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
