import init, { evaluate } from "../engine/aftersales_radar.js";
import { DemoHost } from "../../../extension/content/demo-host";
import { EngineStopped } from "../../../extension/content/host";
import { Life } from "../../../extension/content/life";
import { el } from "../dom";
import { language } from "../landing/language";

/** Runs the extension's page side in a demo page, with the engine in the page itself, where no extension does it. */

const HINTS = { "zh-CN": "演示运行中：点记号，或按 J · ? 看快捷键", "zh-TW": "示範執行中：點記號，或按 J · ? 看快速鍵", en: "Demo running: click a mark or press J · ? for keys" } as const;
const page = document.documentElement;
const real = document.querySelector('meta[name="shop-url"]')?.getAttribute("content") ?? location.href;

const isExtensionHere = (): boolean => page.getAttribute("data-aftersales-radar") === "extension";

/** A demo page stands for a page of a real back office: the engine is told that one's address. */
function asRealPage(request: string): string {
  const parsed = JSON.parse(request) as { kind?: string; url?: unknown };
  if (parsed.kind !== "read") return request;
  const { hostname, pathname, search } = new URL(real);
  return JSON.stringify({ ...parsed, url: { host: hostname, path: pathname, query: search.slice(1) } });
}

let stopped = false;

/** A trapped instance never answers again. */
async function ask(request: string): Promise<string> {
  if (stopped) throw new EngineStopped();
  try {
    return evaluate(asRealPage(request));
  } catch {
    stopped = true;
    throw new EngineStopped();
  }
}

const wasm = new URL("../engine/aftersales_radar_bg.wasm", import.meta.url).href;

async function run(): Promise<void> {
  if (isExtensionHere()) return;
  const locale = language();
  await init({ module_or_path: wasm });
  if (isExtensionHere()) return;
  const host = new DemoHost({
    locale,
    evaluate: ask,
    panelUrl: new URL("../pages/panel.html", import.meta.url).href,
  });
  const life = new Life(host, true);
  const hint = el("span", { class: "office-demo", lang: locale }, HINTS[locale]);
  document.querySelector(".office-demo")?.before(hint);
  // The extension may arrive later than we do: it always wins.
  const watch = new MutationObserver(() => {
    if (!isExtensionHere()) return;
    watch.disconnect();
    hint.remove();
    life.end();
  });
  watch.observe(page, { attributeFilter: ["data-aftersales-radar"] });
  await life.begin();
}

void run();
