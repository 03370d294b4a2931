/** The welcome page's bridge: the language, and the theme that was chosen. */
import init, { start_welcome } from "../ui/aftersales_radar.js";
import type { WelcomeHost } from "./bridge/host";
import { wear } from "./bridge/theme";

async function connect(): Promise<WelcomeHost> {
  const look = (await chrome.runtime.sendMessage({ kind: "settings.look" }).catch(() => null)) as { locale?: string; theme?: string } | null;
  wear(look?.theme ?? "system");
  return { locale: look?.locale ?? chrome.i18n.getUILanguage() };
}

const [host] = await Promise.all([connect(), init()]);
start_welcome(host);
