import "./landing.css";
import { language, type Language } from "./language";
import { WORDS } from "./words";

function show(chosen: Language): void {
  document.documentElement.lang = chosen;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".langs a")) {
    if (link.lang === chosen) link.setAttribute("aria-current", "true");
  }
  for (const shop of document.querySelectorAll<HTMLAnchorElement>(".shop")) shop.search = `?lang=${chosen}`;
  if (chosen === "zh-CN") return;
  const words = WORDS[chosen];
  for (const node of document.querySelectorAll<HTMLElement>("[data-t]")) {
    const text = words[node.dataset["t"] ?? ""];
    if (text !== undefined) node.textContent = text;
  }
  document.title = words["name"] ?? document.title;
}

show(language());
