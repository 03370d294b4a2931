// Pages of the demo shop, served at a platform's address.

import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Serve, Served } from "../harness/driver.ts";

const SITE = join(process.cwd(), "target/www");
const TYPES: Readonly<Record<string, string>> = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };

/** The page at the address with `now=fixed`, its files at any other; the demo's own engine stays away. */
export function shopPage(platform: string, view: "refunds" | "scores"): Serve {
  const page = readFileSync(join(SITE, "shop", platform, `${view}.html`), "utf8").replace(/<script type="module"[^>]*demo\.js"><\/script>/, "");
  return (url): Served | null => {
    if (url.searchParams.get("now") === "fixed") return { body: page, type: "text/html; charset=utf-8" };
    const file = join(SITE, "assets", basename(url.pathname));
    const type = TYPES[file.split(".").at(-1) ?? ""];
    return type && existsSync(file) ? { body: readFileSync(file), type } : null;
  };
}
