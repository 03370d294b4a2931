// `cargo xtask package --screenshots`: `node shots.js ADDRESS FOLDER LANGUAGE` takes the stores' pictures of the extension at work.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launchChromium } from "./harness/chromium.ts";
import { until } from "./harness/driver.ts";

const [address = "http://localhost:4180/", folder = "dist/screenshots", locale = "zh-CN"] = process.argv.slice(2);

await mkdir(folder, { recursive: true });
const driver = await launchChromium(process.env["RADAR_EXTENSION"] ?? "target/extension-demo/chrome", { locale, width: 1280, height: 800 });
try {
  await open("taobao");
  await driver.press("j", "o");
  await panel(".sheet");
  await shoot("1-refund-card.png");
  await open("douyin");
  await driver.press("q");
  await panel(".queue");
  await shoot("2-queue.png");
  await open("pinduoduo");
  await driver.press("?");
  await panel(".help");
  await shoot("3-keys.png");
  await driver.prefer("dark");
  await open("jd");
  await driver.press("j", "o");
  await panel(".sheet");
  await shoot("4-dark.png");
} finally {
  await driver.close();
}

async function open(platform: string): Promise<void> {
  await driver.open(new URL(`shop/${platform}/refunds.html`, address).href, null);
  await until("marks", async () => (await driver.badges()).some((it) => it.visible));
}

function panel(part: string): Promise<unknown> {
  return until(part, () => driver.panel(`document.querySelector(${JSON.stringify(part)}) !== null`));
}

async function shoot(name: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, await driver.screenshot());
  console.log(`  screenshot: ${path}`);
}
