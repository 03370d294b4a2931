// `cargo xtask package --screenshots`: `node shots.js ADDRESS FOLDER LANGUAGE` takes the stores' pictures of the extension at work.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launchChromium } from "./harness/chromium-launch.ts";
import { until } from "./harness/driver.ts";

const [address = "http://localhost:4180/", folder = "dist/screenshots", locale = "zh-CN"] = process.argv.slice(2);

await mkdir(folder, { recursive: true });
const driver = await launchChromium(process.env["RADAR_EXTENSION"] ?? "target/extension-demo/chrome", { locale, width: 1280, height: 800 });
// Five, which is what the stores take: the four abilities, and where it is all set.
try {
  await open("taobao", "refunds");
  await driver.press("j", "o");
  await panel(".sheet .part-advice");
  await shoot("1-refund.png");
  await open("jd", "reviews");
  await driver.press("j", "o");
  await until("a draft", () => driver.panel("document.querySelector('.draft-text')?.value || null"));
  await panel(".lint-line[data-state=clear], .findings");
  await driver.panel("document.querySelector('.writing').scrollIntoView({ block: 'center', behavior: 'instant' })");
  await shoot("2-review.png");
  await driver.open(new URL("shop/taobao/scores.html", address).href, null);
  await until("chips", async () => (await driver.chips()).some((it) => it.visible));
  await driver.press("s", "t");
  await panel(".calc-answer");
  await shoot("3-score.png");
  await driver.prefer("dark");
  await open("douyin", "refunds");
  await driver.press("q");
  await panel(".queue .row");
  await shoot("4-queue-dark.png");
  await driver.prefer("light");
  await driver.openOptions();
  await driver.front("own");
  await until("the packs", () => driver.extension("document.querySelectorAll('.pack').length > 3"));
  await driver.extension("document.querySelector('#keys').scrollIntoView({ behavior: 'instant' })");
  await save("5-options.png", await driver.screenshotOfOwn());
} finally {
  await driver.close();
}

async function open(platform: string, list: string): Promise<void> {
  await driver.open(new URL(`shop/${platform}/${list}.html`, address).href, null);
  await until("marks", async () => (await driver.badges()).some((it) => it.visible));
}

function panel(part: string): Promise<unknown> {
  return until(part, () => driver.panel(`document.querySelector(${JSON.stringify(part)}) !== null`));
}

async function shoot(name: string): Promise<void> {
  await save(name, await driver.screenshot());
}

async function save(name: string, picture: Uint8Array): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, picture);
  console.log(`  screenshot: ${path}`);
}
