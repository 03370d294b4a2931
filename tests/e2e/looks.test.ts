// Panel and popup in light and in dark: painted in the colours asked for, and without a violation that axe-core can find. In a small window and
// at 200 % the panel is all there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Run, violations } from "./harness/axe.ts";
import { calculator, draft, queue } from "./harness/begin.ts";
import { openKit, useBrowser } from "./harness/browser.ts";
import { type Driver, until } from "./harness/driver.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown } from "./harness/marks.ts";
import { optionsOf } from "./harness/options.ts";
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

/** A window of 360 px, and one of 1440 × 900 at 200 %. */
const SMALL = [[360, 740], [720, 450]] as const;

/** What of the panel's document lies outside it, is cut off, or cannot be gone to with the keyboard and then seen. */
const LOST = `(() => {
  const { documentElement: root } = document;
  for (const it of document.querySelectorAll('details')) it.open = true;
  const lost = root.scrollWidth > root.clientWidth ? ['all of it goes sideways'] : [];
  const name = (it) => it.localName + '.' + it.className + ' ' + it.textContent.slice(0, 20);
  for (const it of document.querySelectorAll('body *:not(.only-heard, [aria-hidden=true])')) {
    if (it.checkVisibility() && getComputedStyle(it).overflowX !== 'visible' && it.scrollWidth > it.clientWidth + 1) lost.push('cut off: ' + name(it));
  }
  for (const it of document.querySelectorAll('button, input, select, textarea, summary, a[href], [tabindex="0"]')) {
    if (!it.checkVisibility() || it.disabled) continue;
    if (it.tabIndex < 0 && !it.closest('[role=tablist], ul')?.querySelector('[tabindex="0"]')) lost.push('no Tab leads to: ' + name(it));
    it.focus();
    it.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { left, right, top, bottom } = it.getBoundingClientRect();
    const inside = left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (!inside || document.activeElement !== it || !hit || !(it.contains(hit) || hit.contains(it))) lost.push('not seen: ' + name(it));
  }
  return lost;
})()`;
/** How far our parts of the page stand out of the window. */
const OUTSIDE = `[...document.documentElement.children].filter((it) => it.localName.startsWith('x-')).map((it) => it.getBoundingClientRect()).filter((it) => it.width > 0)
  .flatMap(({ left, top, right, bottom }) => [-left, -top, right - innerWidth, bottom - innerHeight]).filter((by) => by > 0)`;

test("at 360 px and at 200 % nothing of the panel is cut off, and every control can be gone to", async () => {
  const { driver } = browser;
  const { ask } = optionsOf(browser);
  // The language with the longest words.
  await ask({ kind: "settings.edit", edits: [{ path: "/look/locale", value: "en" }] });
  const card = async (): Promise<void> => {
    await driver.press("j", "o");
    await shownInPanel(driver, ".sheet .part-advice");
  };
  for (const [face, go] of [["queue", () => queue(driver)], ["card", card], ["draft", () => draft(driver)], ["calculator", () => calculator(driver)]] as const) {
    await go();
    for (const [width, height] of SMALL) {
      await driver.resize(width, height);
      await until("the panel to follow the window", () => driver.panel<boolean>(`innerWidth < ${width} && innerHeight < ${height}`));
      assert.deepEqual(await driver.evaluate<number[]>(OUTSIDE), [], `${face} at ${width} × ${height}`);
      assert.deepEqual(await driver.panel<string[]>(LOST), [], `${face} at ${width} × ${height}`);
    }
    await driver.resize(1440, 900);
  }
  await ask({ kind: "settings.reset" });
});
