// Starts Firefox with the extension.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Session } from "./bidi.ts";
import { FirefoxDriver, PAGES_ID } from "./firefox.ts";

export async function launchFirefox(extensionFolder: string): Promise<FirefoxDriver> {
  const manifest = JSON.parse(await readFile(join(extensionFolder, "manifest.json"), "utf8"));
  const id = manifest.browser_specific_settings.gecko.id as string;
  const session = await Session.start({
    browserName: "firefox",
    webSocketUrl: true,
    acceptInsecureCerts: true,
    "moz:firefoxOptions": {
      binary: process.env["RADAR_FIREFOX"] ?? "/usr/bin/firefox-esr",
      args: ["-headless", "--width=1440", "--height=985"],
      prefs: {
        "extensions.webextensions.uuids": JSON.stringify({ [id]: PAGES_ID }),
        "intl.accept_languages": "zh-CN",
        "browser.shell.checkDefaultBrowser": false,
        "app.normandy.enabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
      },
    },
  });
  const driver = new FirefoxDriver(session, extensionFolder);
  await driver.prepare();
  return driver;
}
