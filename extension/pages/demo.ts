/** The demo shop of the welcome page: a page of made-up data, on which the same page side works as in a real back office. No network. */
import { DemoHost } from "../content/demo-host";
import type { PageSide } from "../content/page-side";
import { refundPage, reviewPage, scorePage } from "./shop/pages";

// The content script, which stands before this one, leaves the page side here: so the package holds it once.
const { Life, EngineStopped } = (globalThis as unknown as { pageSide: PageSide }).pageSide;

const PAGES = { refunds: refundPage, reviews: reviewPage, scores: scorePage } as const;

const [view, locale] = location.hash.slice(1).split("/");
const page = (PAGES[view as keyof typeof PAGES] ?? refundPage)();
document.body.append(page.body);

/** The engine is told the address of the real page that this one stands for. */
function asRealPage(request: string): string {
  const parsed = JSON.parse(request) as { kind?: string };
  if (parsed.kind !== "read") return request;
  const { hostname, pathname, search } = new URL(page.url);
  return JSON.stringify({ ...parsed, url: { host: hostname, path: pathname, query: search.slice(1) } });
}

async function ask(request: string): Promise<string> {
  const answer: unknown = await chrome.runtime.sendMessage({ kind: "evaluate", request }).catch(() => null);
  if (typeof answer !== "string") throw new EngineStopped("no answer");
  return answer;
}

const host = new DemoHost({
  locale: locale ?? chrome.i18n.getUILanguage(),
  evaluate: (request) => ask(asRealPage(request)),
  panelUrl: new URL("panel.html#demo", location.href).href,
});
await new Life(host, true).begin();
