// The test pages of tests/kits, as the build has written them, and how they are served.

import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Served, Serve } from "./driver.ts";

/** What a perfect reader finds in one record; null where the page does not show it. */
export interface TruthRecord {
  readonly order: string | null;
  readonly refund: string | null;
  readonly reason: string | null;
}
export interface Truth {
  readonly total: number | null;
  /** How many records the page holds when it is opened; null where a virtual list decides. */
  readonly shown: number | null;
  readonly unknown_columns?: readonly string[];
  readonly records: readonly TruthRecord[];
  /** On pages of scores: what the report must say of each, in the page's order. */
  readonly scores?: readonly object[];
}
export interface KitPage {
  readonly name: string;
  readonly platform: string;
  readonly url: string;
  readonly csp: string | null;
  readonly page: string;
  readonly truth: string | null;
  readonly expect: string;
  readonly also: readonly string[];
  readonly steps: readonly { readonly click: string; readonly expect: string; readonly from: number; readonly to: number }[];
}

/** What a perfect reader of a taught page finds in one record; null where the page does not show it. */
export interface TaughtTruth {
  readonly order: string | null;
  readonly refund: string | null;
  readonly reason: string | null;
  readonly text: string | null;
  readonly amount: string | null;
  readonly goods: string | null;
  readonly time: string;
  readonly stars: number | null;
  readonly reply: string | null;
}
/** A page of a host that no pack knows, made with a real kit. */
export interface TaughtPage {
  readonly name: string;
  readonly url: string;
  readonly kind: "refunds" | "reviews";
  readonly shown: number | null;
  readonly records: readonly TaughtTruth[];
}

const ROOT = process.cwd();
const KITS = join(ROOT, "target/kits");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json",
};

export const PAGES: readonly KitPage[] = JSON.parse(readFileSync(join(KITS, "index.json"), "utf8"));

export const TAUGHT: readonly TaughtPage[] = JSON.parse(readFileSync(join(KITS, "unknown.json"), "utf8"));

/** The folder of the built extension for a browser. */
export function extensionFolder(browser: string): string {
  return join(ROOT, "target/extension", browser === "firefox" ? "firefox" : "chrome");
}

export function pageNamed(name: string): KitPage {
  const page = PAGES.find((it) => it.name === name);
  if (!page) throw new Error(`tests/kits has no page ${name}`);
  return page;
}

export function truthOf(page: KitPage): Truth | null {
  return page.truth ? JSON.parse(readFileSync(join(KITS, page.truth), "utf8")) : null;
}

export function servedTaught({ name, url }: TaughtPage): Serve {
  return served({ name, url, platform: "unknown", csp: null, page: `unknown-${name}.html`, truth: null, expect: "unknown", also: [], steps: [] });
}

/** Answers the page's address with the page and `/__kit/…` on its host with the kit's files. */
export function served(page: KitPage): Serve {
  const home = new URL(page.url);
  return (url) => {
    if (url.host !== home.host) return null;
    if (url.pathname.startsWith("/__kit/")) return file(join(KITS, "__kit", url.pathname.slice("/__kit/".length)));
    if (url.pathname !== home.pathname) return null;
    const answer = file(join(KITS, page.page));
    return answer && page.csp ? { ...answer, headers: { "content-security-policy": page.csp } } : answer;
  };
}

/** A page written in the test itself, at a platform's address. */
export function inline(address: string, html: string, csp?: string): Serve {
  const home = new URL(address);
  return (url) => {
    if (url.host !== home.host) return null;
    // A browser asks for the icon of a page that names none by itself.
    if (url.pathname === "/favicon.ico") return { body: "", type: "image/x-icon" };
    if (url.pathname !== home.pathname) return null;
    return { body: html, type: "text/html; charset=utf-8", ...(csp ? { headers: { "content-security-policy": csp } } : {}) };
  };
}

function file(path: string): Served | null {
  return existsSync(path) ? { body: readFileSync(path), type: TYPES[extname(path)] ?? "application/octet-stream" } : null;
}
