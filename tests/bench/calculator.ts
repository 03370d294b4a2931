// How long a keystroke in the calculator takes to its new figure: `node calculator.js chromium` or `firefox`. One figure a line: name, tab,
// value. Real keys in the real panel, from the moment the browser made the key's event to the moment the figure stands in the document.

import { launchChromium } from "../e2e/harness/chromium-launch.ts";
import { until } from "../e2e/harness/driver.ts";
import { launchFirefox } from "../e2e/harness/firefox-launch.ts";
import { extensionFolder, pageNamed, served } from "../e2e/harness/kits.ts";

const KEYS = 60;
const PAGE = pageNamed("scores-taobao");

const browser = process.argv[2] === "firefox" ? "firefox" : "chromium";
const driver = await (browser === "firefox" ? launchFirefox : launchChromium)(extensionFolder(browser));
try {
  await driver.open(PAGE.url, served(PAGE));
  await until("chips", async () => (await driver.chips()).some((it) => it.visible));
  await driver.press("s", "t");
  await until("the calculator", () => driver.panel<boolean>("document.querySelector('.calc-answer strong') !== null"));
  await driver.clickIn("panel", "#calc-count");
  await driver.panel(`(() => {
    window.waits = [];
    let pressed = 0;
    addEventListener("keydown", (key) => { pressed = key.timeStamp; }, true);
    new MutationObserver(() => {
      if (pressed > 0) window.waits.push(performance.now() - pressed);
      pressed = 0;
    }).observe(document.querySelector(".calc-answer"), { subtree: true, childList: true, characterData: true });
  })()`);
  for (let key = 0; key < KEYS; key++) {
    await driver.pressInPanel(key % 2 === 0 ? "7" : "Backspace");
    await until("a new figure", async () => ((await driver.panel<number>("window.waits.length")) ?? 0) > key);
  }
  const waits = ((await driver.panel<number[]>("window.waits")) ?? []).sort((one, other) => one - other);
  console.log(`keystroke_${browser}_p50\t${(waits[Math.floor(KEYS / 2)] ?? 0).toFixed(2)}`);
  console.log(`keystroke_${browser}_p95\t${(waits[Math.ceil(KEYS * 0.95) - 1] ?? 0).toFixed(2)}`);
} finally {
  await driver.close();
}
