// `cargo xtask demo` without a display: `node demo.js ADDRESS FOLDER` opens each demo page with the extension, prints what it
// reads and writes screenshots: the list, the card of its first refund and the reply to its first review in light and dark, the reviews and the scores.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launchChromium } from "./harness/chromium-launch.ts";
import { until } from "./harness/driver.ts";
import { reported } from "./harness/report.ts";

const PLATFORMS = ["taobao", "douyin", "pinduoduo", "jd"];
const [address = "http://localhost:4180/", folder = "target/demo"] = process.argv.slice(2);

await mkdir(folder, { recursive: true });
const driver = await launchChromium(process.env["RADAR_EXTENSION"] ?? "target/extension-demo/chrome");
try {
  for (const platform of PLATFORMS) {
    await open(platform, "refunds");
    const report = await reported(driver, `the records of ${platform}`, (it) => it.read > 0);
    const levels = new Map<string, number>();
    for (const { level } of report.records) levels.set(level ?? "none", (levels.get(level ?? "none") ?? 0) + 1);
    console.log(`\n${platform}: read ${report.read} of ${report.total ?? "?"}; ${[...levels].map(([level, count]) => `${count} ${level}`).join(", ")}`);
    for (const record of report.records) console.log(`  ${record.id.padEnd(24)} ${(record.level ?? "").padEnd(8)} ${record.advice.join(", ")}`);
    for (const notice of report.notices) console.log(`  note: ${notice.text}`);
    await marked();
    await shoot(`${platform}.png`);
    await driver.press("j", "o");
    await until("the card", () => driver.panel("document.querySelector('.sheet') !== null"));
    await shootBoth(`${platform}-card`);
    await open(platform, "reviews");
    const reviews = await reported(driver, `the reviews of ${platform}`, (it) => it.page === "reviews" && it.read > 0);
    console.log(`  reviews: read ${reviews.read} of ${reviews.total ?? "?"}`);
    await marked();
    await shoot(`${platform}-reviews.png`);
    await driver.press("j", "o");
    await until("a draft", () => driver.panel("document.querySelector('.draft-text')?.value || null"));
    await until("the look over it", () => driver.panel("document.querySelector('.lint-line[data-state=clear], .findings') !== null"));
    await shootBoth(`${platform}-reply`);
    await open(platform, "scores");
    const { scores } = await reported(driver, `the scores of ${platform}`, (it) => it.page === "scores" && it.scores.length > 0);
    for (const { label, value, state } of scores) console.log(`  score: ${label} ${value ?? "?"} ${state}`);
    await until("chips", async () => (await driver.chips()).some((it) => it.visible));
    await shoot(`${platform}-scores.png`);
  }
} finally {
  await driver.close();
}

function open(platform: string, view: string): Promise<void> {
  return driver.open(new URL(`shop/${platform}/${view}.html`, address).href, null);
}

function marked(): Promise<unknown> {
  return until("marks", async () => (await driver.badges()).some((it) => it.visible));
}

/** The panel in light and in dark. */
async function shootBoth(name: string): Promise<void> {
  await shoot(`${name}.png`);
  await driver.prefer("dark");
  // Colours change within a moment; a picture in between shows neither scheme. What has been worked out is on screen a frame later.
  await until("the colours", () => driver.panel("document.getAnimations().length === 0 && matchMedia('(prefers-color-scheme: dark)').matches"));
  await driver.panel("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
  await shoot(`${name}-dark.png`);
  await driver.prefer("light");
}

async function shoot(name: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, await driver.screenshot());
  console.log(`  screenshot: ${path}`);
}
