// Starts Firefox with the extension.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Session } from "./bidi.ts";
import { FirefoxDriver, PAGES_ID } from "./firefox.ts";

export async function launchFirefox(extensionFolder: string): Promise<FirefoxDriver> {
  const manifest = JSON.parse(await readFile(join(extensionFolder, "manifest.json"), "utf8"));
  const id = manifest.browser_specific_settings.gecko.id as string;
  const profile = await mkdtemp(join(tmpdir(), "radar-firefox-"));
  const start = (): Promise<Session> => Session.start({
    browserName: "firefox",
    webSocketUrl: true,
    acceptInsecureCerts: true,
    "moz:firefoxOptions": {
      binary: process.env["RADAR_FIREFOX"] ?? "/usr/bin/firefox-esr",
      args: ["-headless", "--width=1440", "--height=985", "-profile", profile],
      prefs: {
        "extensions.webextensions.uuids": JSON.stringify({ [id]: PAGES_ID }),
        // A temporary extension is taken away when the browser ends; one from the store would keep what it has stored.
        "extensions.webextensions.keepStorageOnUninstall": true,
        "extensions.webextensions.keepUuidOnUninstall": true,
        "intl.accept_languages": "zh-CN",
        "browser.shell.checkDefaultBrowser": false,
        "app.normandy.enabled": false,
        // No process is held ready for a site that comes next: to start one takes as long, and most are never asked for.
        "dom.ipc.processPrelaunch.enabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
      },
    },
  });
  const driver = new FirefoxDriver(await start(), extensionFolder, start, () => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  // A browser that is left open keeps the test run from ending.
  await driver.prepare(true).catch(async (error: unknown) => {
    await driver.close();
    throw error;
  });
  return driver;
}
