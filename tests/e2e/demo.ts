// `cargo xtask demo` without a display: `node demo.js ADDRESS FOLDER` opens each demo page with the extension, prints what it
// reads and writes screenshots: the list, and the card of its first refund.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launchChromium } from "./harness/chromium.ts";
import { until } from "./harness/driver.ts";
import { reported } from "./harness/report.ts";

const PLATFORMS = ["taobao", "douyin", "pinduoduo", "jd"];
const [address = "http://localhost:4180/", folder = "target/demo"] = process.argv.slice(2);

await mkdir(folder, { recursive: true });
const driver = await launchChromium(process.env["RADAR_EXTENSION"] ?? "target/extension-demo/chrome");
try {
  for (const platform of PLATFORMS) {
    await driver.open(new URL(`shop/${platform}/refunds.html`, address).href, null);
    const report = await reported(driver, `the records of ${platform}`, (it) => it.read > 0);
    const levels = new Map<string, number>();
    for (const { level } of report.records) levels.set(level ?? "none", (levels.get(level ?? "none") ?? 0) + 1);
    console.log(`\n${platform}: read ${report.read} of ${report.total ?? "?"}; ${[...levels].map(([level, count]) => `${count} ${level}`).join(", ")}`);
    for (const record of report.records) console.log(`  ${record.id.padEnd(24)} ${(record.level ?? "").padEnd(8)} ${record.advice.join(", ")}`);
    for (const notice of report.notices) console.log(`  note: ${notice.text}`);
    await until("marks", async () => (await driver.badges()).some((it) => it.visible));
    await shoot(`${platform}.png`);
    await driver.press("j", "o");
    await until("the card", () => driver.panel("document.querySelector('.sheet') !== null"));
    await shoot(`${platform}-card.png`);
  }
} finally {
  await driver.close();
}

async function shoot(name: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, await driver.screenshot());
  console.log(`  screenshot: ${path}`);
}
