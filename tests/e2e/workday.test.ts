// One working day with the keyboard alone and without eyes: a refund, a review, a score, the options. Every stop of the focus has a role and a
// name that a screen reader can say, and what was done is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stopOf } from "./harness/axe.ts";
import { list, scores } from "./harness/begin.ts";
import { openKit, useBrowser } from "./harness/browser.ts";
import { type Driver, until } from "./harness/driver.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown } from "./harness/marks.ts";
import { shownInPanel } from "./harness/panel.ts";
import { reported } from "./harness/report.ts";

const browser = useBrowser();
const SAID = "document.querySelector('.only-heard[role=status]')?.textContent.trim() || null";

/** Tabs through the panel from where the focus is; answers each stop as a screen reader says it. */
async function panelStops(driver: Driver, most: number): Promise<string[]> {
  const stops: string[] = [];
  for (let at = 0; at < most; at++) {
    const stop = await stopOf((expression) => driver.panel(expression));
    if (stop === null) break;
    stops.push(stop);
    await driver.pressInPanel("Tab");
  }
  return stops;
}

function assertNamed(stops: readonly string[], least: number): void {
  assert.ok(stops.length >= least, `${stops.length} stops: ${stops.join(" | ")}`);
  for (const stop of stops) assert.match(stop, /^[a-z]+ .*\S/, `a stop without role or name among ${stops.join(" | ")}`);
}

test("a refund: found, opened, its message copied, done, and the queue walked through", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await driver.press("j", "o");
  await shownInPanel(driver, ".sheet .message-text");
  await driver.press("c");
  await until("that it is copied, said", () => driver.panel<string>(SAID));
  const heading = await driver.panel<string>("document.querySelector('.card h2').textContent");
  assert.ok(heading && heading.trim() !== "");
  const before = await driver.panel<string>(SAID);
  await driver.press("d", "d");
  await until("that it is done, said", async () => {
    const said = await driver.panel<string>(SAID);
    return said !== before ? said : null;
  });
  await driver.press("Escape", "q");
  await shownInPanel(driver, ".queue .row");
  await driver.press("f");
  await until("the focus in the panel", () => driver.panel<boolean>("document.activeElement?.id === 'queue-search' || null"));
  const stops = await panelStops(driver, 10);
  assertNamed(stops, 4);
  assert.ok(stops[0]?.startsWith("searchbox "), stops[0]);
});

test("a review: its draft edited, looked over and copied, and what stands around it named", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("reviews-jd"));
  await badgesShown(driver, 1);
  await driver.press("j", "o");
  await shownInPanel(driver, ".sheet-review");
  await until("a draft", () => driver.panel<string>("document.querySelector('.draft-text')?.value || null"));
  await driver.press("e");
  await until("the focus in the field", () => driver.panel<boolean>("document.activeElement?.className === 'draft-text' || null"));
  const stop = await stopOf((expression) => driver.panel(expression));
  assert.match(stop ?? "", /^textbox .*\S/);
  await driver.pressInPanel("Control+End", "!");
  await until("the edit", () => driver.panel<boolean>("document.querySelector('.draft-text').value.endsWith('!') || null"));
  await until("the lint's word", () => driver.panel<boolean>("!!document.querySelector('.lint-line[data-state=clear], .findings:not(:has([data-severity=block]))') || null"));
  await driver.panel("document.querySelector('.copy-reply').focus()");
  await driver.pressInPanel("Enter");
  await until("that it is copied", () => driver.panel<boolean>("document.querySelector('.copy-reply[data-done]') !== null || null"));
  assertNamed(await panelStops(driver, 4), 2);
});

test("a score: reached, its target moved, the calculator read", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("scores-taobao"));
  await reported(driver, "scores", (it) => it.page === "scores" && it.scores.length > 0);
  await until("chips", async () => (await driver.chips()).length > 0);
  const before = (await driver.chips()).map((it) => it.label).join();
  await driver.press("s", "+");
  await until("another target", async () => (await driver.chips()).map((it) => it.label).join() !== before);
  await driver.press("t");
  const answer = await shownInPanel(driver, ".calc-answer");
  assert.ok(answer.trim() !== "");
  await driver.press("Escape");
});

/** What has the focus, told well enough to be known again; whether it can be seen that it has, and where it stands. */
const STOP = `(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const { left, top, right, bottom } = it.getBoundingClientRect();
  const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(it);
  const scrolls = it.closest('.lists, .sheet, .body')?.scrollTop ?? 0;
  const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  // The edge has no room for a ring: all of it takes the colour.
  const seen = it.matches(':focus-visible') && (ring || it.matches('.edge') && !/, 0\\)$|transparent/.test(backgroundColor));
  const inside = left >= -1 && right <= innerWidth + 1 && top < innerHeight && bottom > 0;
  return { name: it.localName + '.' + it.className + ' ' + (it.ariaLabel ?? it.textContent).trim().slice(0, 24), seen: seen && inside, left, top: top + scrolls, bottom: bottom + scrolls, place: [...document.querySelectorAll('*')].indexOf(it) };
})()`;
interface Stop {
  readonly name: string;
  readonly seen: boolean;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly place: number;
}

for (const [face, ...keys] of [[".queue .row", "q"], [".due-list .row", "q", "4"], [".sheet .part-advice", "j", "o"], [".help kbd", "?"], [".calc h2", "s", "t"]] as const) {
  test(`Tab goes through ${face} from above to below, is seen on every stop, and comes out again`, async () => {
    const { driver } = browser;
    const onScores = face.startsWith(".calc");
    await (onScores ? scores(driver) : list(driver));
    await driver.press(...keys);
    await shownInPanel(driver, face);
    // A click gives the panel the keys; the focus begins before its first control.
    const ground = await until("some ground", () => driver.panel<string>("['.sheet h2', '.calc h2', '.help h2', '.top .name'].find((it) => document.querySelector(it)?.checkVisibility()) ?? null"));
    await driver.clickIn("panel", ground);
    const controls = await driver.panel<number[]>(`(() => {
      const all = [...document.querySelectorAll('*')];
      document.querySelector('.panel').tabIndex = -1;
      document.querySelector('.panel').focus();
      return [...document.querySelectorAll('button, input, select, textarea, summary, a[href], [tabindex="0"]')].filter((it) => it.checkVisibility() && !it.disabled && it.tabIndex >= 0).map((it) => all.indexOf(it));
    })()`) ?? [];
    assert.ok(controls.length >= 3, `${controls.length} controls`);
    const stops: Stop[] = [];
    // A box that scrolls is a stop of its own in Firefox. No stop comes twice: the focus is held nowhere.
    for (;;) {
      await driver.pressInPanel("Tab");
      const stop = await driver.panel<Stop>(STOP);
      if (stop === null || stop.place === stops[0]?.place) break;
      assert.ok(!stops.some((it) => it.place === stop.place), `${stop.name} comes twice`);
      stops.push(stop);
    }
    assert.deepEqual(controls.filter((it) => !stops.some((stop) => stop.place === it)), [], `every control: ${stops.map((it) => it.name).join(" | ")}`);
    for (const stop of stops) assert.ok(stop.seen, `${stop.name} has the focus, and nobody sees it`);
    // The edge is as high as the panel and stands where the agent takes hold of it.
    const flow = stops.filter((it) => !/\.edge|^(div|section)\./.test(it.name));
    flow.slice(1).forEach((now, at) => {
      const before = flow[at] as Stop;
      assert.ok(now.top >= before.bottom - 1 || now.left >= before.left || now.bottom > before.bottom, `${now.name} stands before ${before.name}`);
      assert.ok(now.bottom > before.top - 1, `${now.name} stands above ${before.name}`);
    });
    assert.deepEqual(driver.errors, []);
  });
}

test("the options: every stop is named, a switch is turned and turned back", async () => {
  const { driver } = browser;
  await driver.openOptions();
  const stops: string[] = [];
  await driver.extension("document.querySelector('main section').querySelector('button, input, select').focus()");
  for (let at = 0; at < 40; at++) {
    const stop = await stopOf((expression) => driver.extension(expression));
    if (stop === null) break;
    stops.push(stop);
    await driver.pressInOptions("Tab");
  }
  assertNamed(stops, 20);
  await driver.extension("document.querySelector('#bare').focus()");
  const on = (): Promise<string> => driver.extension<string>("document.querySelector('#bare').getAttribute('aria-checked')");
  const before = await on();
  for (const wanted of [before === "true" ? "false" : "true", before]) {
    await driver.pressInOptions("Enter");
    await until(`the switch ${wanted}`, async () => (await on()) === wanted);
  }
});
