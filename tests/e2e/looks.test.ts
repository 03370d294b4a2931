// Panel and popup in light and in dark: painted in the colours asked for, and without a violation that axe-core can find.

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Run, violations } from "./harness/axe.ts";
import { openKit, useBrowser } from "./harness/browser.ts";
import { type Driver, until } from "./harness/driver.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown } from "./harness/marks.ts";
import { shownInPanel } from "./harness/panel.ts";

const browser = useBrowser();

/** How bright background and text are, 0 to 255. */
const BRIGHTNESS = `(() => {
  const bright = (colour) => { const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number); return 0.299 * red + 0.587 * green + 0.114 * blue; };
  const opaque = [...document.querySelectorAll('main, body, html')].map((it) => getComputedStyle(it).backgroundColor).find((it) => !/, 0\\)|transparent/.test(it));
  return [bright(opaque ?? 'rgb(255, 255, 255)'), bright(getComputedStyle(document.querySelector('h1, h2')).color)];
})()`;

async function paints(run: Run, scheme: string): Promise<void> {
  const [ground = 0, text = 0] = (await run<number[]>(BRIGHTNESS)) ?? [];
  if (scheme === "light") assert.ok(ground > 200 && text < 110, `ground ${ground}, text ${text}`);
  else assert.ok(ground < 70 && text > 160, `ground ${ground}, text ${text}`);
}

for (const scheme of ["light", "dark"] as const) {
  test(`panel and popup in ${scheme}`, async () => {
    const { driver } = browser;
    const panel: Run = (expression) => driver.panel(expression);
    const popup: Run = (expression) => driver.extension(expression);
    await driver.prefer(scheme);
    await openKit(driver, pageNamed("taobao-group"));
    await badgesShown(driver, 1);
    for (const [key, selector] of [["j", ""], ["o", ".sheet"], ["q", ".queue .row"], ["?", ".help"]] as const) {
      await driver.press(key);
      if (selector === "") continue;
      await shownInPanel(driver, selector);
      await paints(panel, scheme);
      assert.deepEqual(await violations(panel), [], `${selector} in ${scheme}`);
    }
    await openAndCheck(driver, popup, scheme);
    // The empty faces, too.
    await openKit(driver, pageNamed("taobao-orders"));
    await openAndCheck(driver, popup, scheme);
    assert.deepEqual(driver.errors, []);
  });
}

async function openAndCheck(driver: Driver, popup: Run, scheme: string): Promise<void> {
  await driver.openPopup();
  await until("the switch", () => driver.extension<boolean>("document.querySelector('.switch') !== null"));
  await paints(popup, scheme);
  assert.deepEqual(await violations(popup), [], `the popup in ${scheme}`);
}
