// Settings (synchronised) and the switch per site (this machine). Nothing of any page, buyer or order is ever written here.

const LOCALES = ["zh-CN", "zh-TW", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export interface Settings {
  locale?: Locale;
  /** A deadline within this many hours is close. */
  close_hours?: number;
  /** Keys chosen by the agent: command id → sequences. The engine checks them. */
  keys?: Record<string, string[]>;
}

/** Settings as they may be; what is not sound is left out. Used on reading, too: what was synchronised may come from another version. */
export function checkedSettings(raw: unknown): Settings {
  const settings: Settings = {};
  if (typeof raw !== "object" || raw === null) return settings;
  const { locale, close_hours, keys } = raw as Record<string, unknown>;
  const known = LOCALES.find((it) => it === locale);
  if (known) settings.locale = known;
  if (typeof close_hours === "number" && Number.isInteger(close_hours) && close_hours >= 1 && close_hours <= 72) settings.close_hours = close_hours;
  if (typeof keys === "object" && keys !== null) settings.keys = checkedKeys(keys);
  return settings;
}

function checkedKeys(raw: object): Record<string, string[]> {
  const sound = (it: unknown): it is string => typeof it === "string" && it.length <= 40;
  const entries = Object.entries(raw).filter(([id, list]) => sound(id) && Array.isArray(list));
  return Object.fromEntries(entries.slice(0, 64).map(([id, list]) => [id, (list as unknown[]).filter(sound).slice(0, 8)]));
}

export async function readSettings(): Promise<Settings> {
  return checkedSettings((await chrome.storage.sync.get("settings"))["settings"]);
}

export async function writeSettings(settings: Settings): Promise<void> {
  await chrome.storage.sync.set({ settings });
}

// One entry per site, so that two tabs that write at the same time do not undo each other.
const pauseKey = (host: string): string => `paused:${host}`;

export async function readPaused(host: string): Promise<boolean> {
  const key = pauseKey(host);
  return (await chrome.storage.local.get(key))[key] === true;
}

export async function writePaused(host: string, paused: boolean): Promise<void> {
  if (paused) await chrome.storage.local.set({ [pauseKey(host)]: true });
  else await chrome.storage.local.remove(pauseKey(host));
}

/** The product's language that comes closest to the browser's. */
export function uiLocale(): Locale {
  const tag = chrome.i18n.getUILanguage().toLowerCase();
  if (!tag.startsWith("zh")) return "en";
  return /hant|tw|hk|mo/.test(tag) ? "zh-TW" : "zh-CN";
}
