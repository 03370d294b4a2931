// One browser per process, that is per file of tests/e2e: RADAR_BROWSER names it.

import assert from "node:assert/strict";
import { after, afterEach, before } from "node:test";
import type { Driver } from "./driver.ts";
import { launchChromium } from "./chromium-launch.ts";
import { launchFirefox } from "./firefox-launch.ts";
import { extensionFolder, type KitPage, served } from "./kits.ts";

export const BROWSER = process.env["RADAR_BROWSER"] === "firefox" ? "firefox" : "chromium";

let shared: { readonly driver: Driver } | null = null;

/** The browser of this process; it is started before the tests and ended after them. */
export function useBrowser(): { readonly driver: Driver } {
  shared ??= startedBrowser();
  return shared;
}

function startedBrowser(): { readonly driver: Driver } {
  const holder: { driver: Driver } = { driver: undefined as unknown as Driver };
  before(async () => {
    holder.driver = await launched();
  });
  // No page of ours may ever make the browser ask for something that the page itself does not.
  afterEach(() => assert.deepEqual(holder.driver?.leaks, [], "requests that nobody expected"));
  after(() => holder.driver?.close());
  return holder;
}

/** A browser of its own, with a fresh profile. */
export function launched(): Promise<Driver> {
  return (BROWSER === "firefox" ? launchFirefox : launchChromium)(extensionFolder(BROWSER));
}

export function openKit(driver: Driver, page: KitPage): Promise<void> {
  return driver.open(page.url, served(page));
}
