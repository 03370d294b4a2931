// Panel and popup in light and in dark: painted in the colours asked for, and without a violation that axe-core can find. In a small window and
// at 200 % the panel is all there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Run, violations } from "./harness/axe.ts";
import { calculator, draft, newDay, queue } from "./harness/begin.ts";
import { openKit, useBrowser } from "./harness/browser.ts";
import { type Driver, until } from "./harness/driver.ts";
import { calm } from "./harness/inside.ts";
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
  const deadlines = async (): Promise<void> => {
    await queue(driver);
    const { rows } = await ask<{ rows: { key: string }[] }>({ kind: "day.read" });
    await ask({ kind: "day.promise", key: rows[0]?.key, at: Date.now() + 90_000_000 });
    await driver.press("4");
    await shownInPanel(driver, ".promised");
  };
  const help = async (): Promise<void> => (await driver.press("?"), void (await shownInPanel(driver, ".help kbd")));
  const reviews = async (): Promise<void> => {
    await openKit(driver, pageNamed("reviews-jd"));
    await badgesShown(driver, 1);
    await driver.press("q");
    await shownInPanel(driver, "#tab-reviews[aria-selected=true]");
    await shownInPanel(driver, ".queue .row");
  };
  const faces = [["queue", () => queue(driver)], ["card", card], ["deadlines", deadlines], ["help", help], ["reviews", reviews], ["draft", () => draft(driver)], ["calculator", () => calculator(driver)]] as const;
  for (const [face, go] of faces) {
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

/** What moves, or would move, by a style: of the elements below `root` and what is drawn before and after them. */
const MOVING = `(root) => {
  const seconds = (list) => Math.max(...list.split(',').map((it) => parseFloat(it) * (it.trim().endsWith('ms') ? 0.001 : 1)));
  const found = [];
  for (const it of root.querySelectorAll('*')) for (const part of [null, '::before', '::after']) {
    const style = getComputedStyle(it, part);
    if (seconds(style.transitionDuration) > 0.01 || seconds(style.animationDuration) > 0.01 || style.scrollBehavior === 'smooth') found.push(it.localName + '.' + it.className + (part ?? ''));
  }
  return [...found, ...root.getAnimations().filter((it) => it.effect?.getComputedTiming().duration > 10).map((it) => 'moves: ' + it.effect.target?.localName)];
}`;

test("where less motion is asked for nothing of ours moves", async () => {
  const { driver } = browser;
  const inLayers = async (): Promise<string[]> => {
    const nodes = await driver.layers();
    const roots = nodes.flatMap((it, at) => (it.tag.startsWith("x-") ? nodes.slice(at + 1, at + 2) : []));
    assert.ok(roots.length > 0, "there is a layer");
    return (await Promise.all(roots.map((it) => driver.onLayerNode<string[]>(it, MOVING)))).flat();
  };
  const inPanel = async (): Promise<string[]> => (await driver.panel<string[]>(`(${MOVING})(document)`)) ?? ["there is no panel"];
  for (const calmly of [false, true]) {
    await calm(driver, calmly);
    const found: Record<string, string[]> = {};
    await queue(driver);
    found["marks"] = await inLayers();
    found["queue"] = await inPanel();
    await driver.press("j", "o");
    await shownInPanel(driver, ".sheet .part-advice");
    found["card"] = await inPanel();
    await driver.press("?");
    await shownInPanel(driver, ".help kbd");
    found["help"] = await inPanel();
    await calculator(driver);
    found["chips"] = await inLayers();
    found["calculator"] = await inPanel();
    for (const [page, selector] of [["options.html", "main section"], ["welcome.html", ".step"], ["popup.html", ".switch, .promise"]] as const) {
      await driver.openOwn(page);
      await until(page, () => driver.extension<boolean>(`document.querySelector('${selector}') !== null`));
      found[page] = await driver.extension<string[]>(`(${MOVING})(document)`);
    }
    if (calmly) for (const [what, moving] of Object.entries(found)) assert.deepEqual(moving, [], what);
    // Else it would be found: buttons change their colour by and by.
    else for (const what of ["queue", "card", "calculator", "options.html"]) assert.notDeepEqual(found[what], [], `${what} has what could move`);
  }
  await calm(driver, false);
});

for (const scheme of ["light", "dark"] as const) {
  test(`what is opened, wrong or promised has no violation in ${scheme}`, async () => {
    const { driver } = browser;
    const { ask, said, type, focus } = optionsOf(browser);
    const panel: Run = (expression) => driver.panel(expression);
    const own: Run = (expression) => driver.extension(expression);
    await driver.prefer(scheme);
    await draft(driver);
    await driver.panel("(() => { const field = document.querySelector('.draft-text'); field.value = '好评返现10元，加我微信'; field.dispatchEvent(new InputEvent('input', { bubbles: true })); })()");
    await shownInPanel(driver, ".findings [data-severity=block]");
    await driver.panel("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
    assert.deepEqual(await violations(panel), [], "a draft that is blocked");
    await queue(driver);
    const { rows } = await ask<{ rows: { key: string }[] }>({ kind: "day.read" });
    for (const [at, key] of [[90_000_000, rows[0]?.key], [-60_000, rows[1]?.key], [60_000, "jd:refund:1"]] as const) await ask({ kind: "day.promise", key, at: Date.now() + at });
    await driver.press("4");
    await until("three promises", () => driver.panel<boolean>("document.querySelectorAll('.promised').length === 3 || null"));
    assert.deepEqual(await violations(panel), [], "promises");

    await driver.openPopup();
    await until("the button", () => driver.extension<boolean>("document.querySelector('[data-act=calculator]') !== null"));
    await driver.clickIn("popup", "[data-act=calculator]");
    await until("its fields", () => driver.extension<boolean>("document.querySelector('#calc-score') !== null"));
    assert.deepEqual(await violations(own), [], "the popup's calculator");
    for (const page of ["refunds", "reviews", "scores"]) {
      await driver.openOwn(`demo.html#${page}/zh-CN`);
      await until(`the demo shop's ${page}`, () => driver.extension<boolean>("document.querySelector('main') !== null"));
      assert.deepEqual(await violations(own), [], `the demo shop's ${page}`);
    }

    await ask({ kind: "settings.edit", edits: [{ path: "/targets/scores/taobao.dsr_description/target", value: "4.8" }, { path: "/judgement/own/taobao/reasons/own.1", value: { class: "quality", counts: "no", note: "told by phone", spellings: ["our case"] } }] });
    await driver.openOptions();
    await until("the packs", () => driver.extension<boolean>("document.querySelectorAll('.pack').length > 3"));
    await driver.extension("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
    assert.deepEqual(await violations(own), [], "all packs opened");
    await driver.clickIn("options", "#text-new");
    await focus("#text-text");
    await driver.pressInOptions(..."{{x", "Tab");
    await until("the trouble", () => driver.extension<boolean>("document.querySelector('.preview .trouble') !== null"));
    await driver.clickIn("options", "#key-refund-next");
    await until("the field for a key", () => driver.extension<boolean>("document.activeElement.id === 'recording'"));
    assert.deepEqual(await violations(own), [], "a text with an error, and a key that is awaited");
    await driver.pressInOptions("q", "Enter");
    await until("the conflict", async () => (await said()).bad);
    assert.deepEqual(await violations(own), [], "a key that is taken");
    await type("#close-hours", "400");
    await until("the refusal", async () => /72/.test((await said()).text));
    assert.deepEqual(await violations(own), [], "a number that is too big");
    await ask({ kind: "settings.reset" });
    await newDay(driver);
  });
}
