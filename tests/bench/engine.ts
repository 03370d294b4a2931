// How long the agent waits when the browser has stopped the background: `node engine.js`. One figure a line: name, tab, value.

import { launchChromium } from "../e2e/harness/chromium-launch.ts";
import { until } from "../e2e/harness/driver.ts";
import { extensionFolder, pageNamed, served } from "../e2e/harness/kits.ts";
import { reported, settled } from "../e2e/harness/report.ts";

const ROUNDS = 20;
const PAGE = pageNamed("hostile-rtl");
const HIGHLIGHTED = "[...CSS.highlights.values()].reduce((sum, it) => sum + it.size, 0)";

/** Gives the reason cell of the marked row another text; answers how long it took until the marks were others. */
const change = (text: string): string => `new Promise((done) => {
  const marks = () => ${HIGHLIGHTED};
  const before = marks();
  const start = performance.now();
  window.cell.textContent = ${JSON.stringify(text)};
  const look = () => (marks() !== before ? done(performance.now() - start) : requestAnimationFrame(look));
  look();
})`;

const driver = await launchChromium(extensionFolder("chromium"));
try {
  await driver.open(PAGE.url, served(PAGE));
  const counted = (await reported(driver, "a counted refund", (it) => it.records.some((one) => one.level === "counted"))).records.find((it) => it.level === "counted");
  await settled(driver);
  const reason = await driver.evaluate<string | null>(`(() => {
    const row = [...document.querySelectorAll('#app tbody tr')].find((it) => it.textContent.includes(${JSON.stringify(counted?.id)}));
    window.cell = [...row.cells].find((it) => it.childElementCount === 0 && /质量|做工|假货|变质|破损|瑕疵/.test(it.textContent));
    return window.cell?.textContent ?? null;
  })()`);
  if (reason === null) throw new Error(`no reason cell for ${counted?.id}`);
  const waited: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await driver.evaluate(change("7天无理由退换货"));
    await settled(driver);
    await driver.stopBackground();
    waited.push(await until("marks", () => driver.evaluate<number>(change(reason))));
    await settled(driver);
  }
  waited.sort((one, other) => one - other);
  console.log(`stopped_to_marks_p50\t${(waited[Math.floor(ROUNDS / 2)] ?? 0).toFixed(0)}`);
  console.log(`stopped_to_marks_p95\t${(waited[Math.ceil(ROUNDS * 0.95) - 1] ?? 0).toFixed(0)}`);
} finally {
  await driver.close();
}
