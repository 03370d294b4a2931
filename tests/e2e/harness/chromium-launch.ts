// Starts Chromium with the extension in it.

import { createHash } from "node:crypto";
import { mkdir, mkdtemp, realpath, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { ChromiumDriver } from "./chromium.ts";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--lang=zh-CN",
];

/** The language of browser and pages, and the size of the window. */
export interface Look {
  readonly locale: string;
  readonly width: number;
  readonly height: number;
}

/** The id Chromium gives to an unpacked extension: the hash of its folder, in letters a to p. */
function idOf(folder: string): string {
  const digits = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
}

export async function launchChromium(extensionFolder: string, look?: Look): Promise<ChromiumDriver> {
  const folder = await realpath(extensionFolder);
  const profile = await mkdtemp(join(tmpdir(), "radar-chromium-"));
  // Without developer mode Chromium does not load an unpacked extension again after a reload.
  await mkdir(join(profile, "Default"));
  await writeFile(join(profile, "Default/Preferences"), JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
  const start = (): Promise<BrowserContext> => started(folder, profile, look);
  const driver = new ChromiumDriver(await start(), `chrome-extension://${idOf(folder)}`, profile, start);
  // A browser that is left open keeps the test run from ending.
  await driver.prepare(true).catch(async (error: unknown) => {
    await driver.close();
    throw error;
  });
  return driver;
}

function started(folder: string, profile: string, look?: Look): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env["RADAR_CHROMIUM"] ?? "/usr/bin/chromium",
    headless: true,
    locale: look?.locale ?? "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: look?.width ?? 1440, height: look?.height ?? 900 },
    // The language of the browser itself, which the extension follows.
    ...(look ? { env: { ...process.env, LANGUAGE: look.locale.replace("-", "_") } as Record<string, string> } : {}),
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [...FLAGS, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  });
}
