import type { WORDS } from "./words";

export type Language = "zh-CN" | keyof typeof WORDS;

const LANGUAGES: readonly Language[] = ["zh-CN", "zh-TW", "en"];
const ALIASES: readonly (readonly [start: string, language: Language])[] =
  [["zh-tw", "zh-TW"], ["zh-hk", "zh-TW"], ["zh-mo", "zh-TW"], ["zh-hant", "zh-TW"], ["en", "en"]];

/** The language asked for in the address, else the first one the browser prefers that we have. */
export function language(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  const known = LANGUAGES.find((each) => each === asked);
  if (known) return known;
  for (const preferred of navigator.languages) {
    const tag = preferred.toLowerCase();
    const alias = ALIASES.find(([start]) => tag.startsWith(start));
    if (alias) return alias[1];
    if (tag.startsWith("zh")) return "zh-CN";
  }
  return "zh-CN";
}
