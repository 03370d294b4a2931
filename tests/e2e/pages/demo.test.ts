// The demo shop's lists, at their platforms' addresses, are read as their golden pairs say. The pairs of the kits' pages: reading.test.ts.

import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.ts";
import type { Serve, Served } from "../harness/driver.ts";
import { settled } from "../harness/report.ts";
import { addressOf, assertGolden, listen, PAIRS } from "./golden.ts";

const browser = useBrowser();
const SITE = join(process.cwd(), "target/www");

for (const name of PAIRS) {
  const platform = /^demo-(\w+)-refunds$/.exec(name)?.[1];
  if (!platform) continue;
  test(`${name} is read as its golden plan says`, async () => {
    const { driver } = browser;
    const { host, path } = addressOf(name);
    await listen(driver);
    await driver.open(`https://${host}${path}?now=fixed`, shop(platform));
    await settled(driver);
    await assertGolden(driver, name);
  });
}

/** A list of the demo shop at its platform's address; the demo's own engine stays away. */
function shop(platform: string): Serve {
  const page = readFileSync(join(SITE, "shop", platform, "refunds.html"), "utf8").replace(/<script type="module"[^>]*demo\.js"><\/script>/, "");
  const types: Readonly<Record<string, string>> = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };
  return (url): Served | null => {
    if (url.searchParams.get("now") === "fixed") return { body: page, type: "text/html; charset=utf-8" };
    const file = join(SITE, "assets", basename(url.pathname));
    const type = types[file.split(".").at(-1) ?? ""];
    return type && existsSync(file) ? { body: readFileSync(file), type } : null;
  };
}
