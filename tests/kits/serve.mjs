// Answers a browser context's requests with the built test pages, under the platforms' real addresses.
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json" };

/** Routes every http(s) request of the context: kit files, the page itself, else 404 and a call of `foreign`. */
export async function serveKits(context, outDir, page, foreign = () => {}) {
  const send = async (route, file, headers = {}) => route.fulfill({
    body: await readFile(file), headers: { "content-type": TYPES[extname(file)] ?? "application/octet-stream", ...headers },
  });
  const home = new URL(page.url);
  await context.route(/^https?:/, async (route) => {
    const asked = new URL(route.request().url());
    if (asked.host === home.host && asked.pathname.startsWith("/__kit/")) return send(route, join(outDir, "__kit", asked.pathname.slice("/__kit/".length)));
    if (asked.host === home.host && asked.pathname === home.pathname) return send(route, join(outDir, page.page), page.csp ? { "content-security-policy": page.csp } : {});
    foreign(asked.href);
    return route.fulfill({ status: 404, body: "" });
  });
}
