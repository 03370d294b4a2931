// The panel as a desk: tabs, the queue of several pages, done and later, search, where it is docked.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { violations } from "./harness/axe.ts";
import { draft, newDay } from "./harness/begin.ts";
import { openKit, useBrowser } from "./harness/browser.ts";
import { until } from "./harness/driver.ts";
import { reminded } from "./harness/inside.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown, MARKED } from "./harness/marks.ts";
import { shownInPanel } from "./harness/panel.ts";
import { settled } from "./harness/report.ts";

const browser = useBrowser();
const ask = <T>(message: object): Promise<T> => browser.driver.extension<T>(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
const inPanel = <T>(expression: string): Promise<T | null> => browser.driver.panel<T>(expression);
const rows = (): Promise<number | null> => inPanel<number>("document.querySelectorAll('.rows > .row').length");
const selected = (): Promise<string | null> => inPanel<string>("document.querySelector('[role=tab][aria-selected=true]')?.id ?? ''");

async function open(name: string): Promise<void> {
  await openKit(browser.driver, pageNamed(name));
  await badgesShown(browser.driver, 1);
  await settled(browser.driver);
}

/** Waits until the background knows the page's marked records. */
const seen = (count: number): Promise<unknown> => until("the records in the session", async () => (await ask<{ rows: unknown[] }>({ kind: "day.read" })).rows.length >= count);

beforeEach(async () => {
  await newDay(browser.driver);
  await browser.driver.extension("chrome.storage.session.clear()");
  await ask({ kind: "settings.reset" });
});

test("tabs are turned by key and by mouse, and each says what it is", async () => {
  const { driver } = browser;
  await open("taobao-group");
  await driver.press("q");
  await shownInPanel(driver, ".queue .row");
  assert.equal(await selected(), "tab-refunds");
  await driver.press("4");
  await until("the deadlines", async () => (await selected()) === "tab-deadlines");
  const times = await inPanel<string[]>("[...document.querySelectorAll('.due-list time')].map((it) => it.dateTime)");
  assert.ok(times && times.length > 3);
  assert.deepEqual(times.map((it) => Date.parse(it)), times.map((it) => Date.parse(it)).sort((a, b) => a - b), "the nearest first");
  await driver.clickIn("panel", "#tab-scores");
  await shownInPanel(driver, ".calc");
  await driver.clickIn("panel", "#tab-reviews");
  await shownInPanel(driver, ".blank[data-kind=no_reviews]");
  assert.equal(await inPanel("document.getElementById('tab-panel').getAttribute('aria-labelledby')"), "tab-reviews");
  await driver.pressInPanel("ArrowRight");
  await until("the focus on the next tab", async () => (await inPanel("document.activeElement.id")) === "tab-scores");
  assert.deepEqual(driver.errors, []);
});

test("what is done leaves the queue, quietens its badge, and comes back", async () => {
  const { driver } = browser;
  await open("taobao-group");
  const marked = (await settled(driver)).records.filter((it) => MARKED.includes(it.level ?? "")).length;
  await seen(marked);
  const quiet = async (): Promise<number> => (await driver.badges()).filter((it) => it.level === "done").length;
  await driver.press("j", "d", "d");
  await until("a quiet badge", async () => (await quiet()) === 1);
  await driver.press("q");
  await until("one row less", async () => (await rows()) === marked - 1);
  assert.equal(await inPanel("document.querySelector('.aside-done summary').textContent.includes('1')"), true);
  await driver.clickIn("panel", ".aside-done summary");
  await driver.clickIn("panel", ".aside-done .row-done");
  await until("the row again", async () => (await rows()) === marked);
  await until("the badge again", async () => (await quiet()) === 0);
});

test("what is put off stands in its own fold, over a reload of the page and of the background", async () => {
  const { driver } = browser;
  await open("taobao-group");
  const marked = (await settled(driver)).records.filter((it) => MARKED.includes(it.level ?? "")).length;
  await seen(marked);
  await driver.press("j", "o");
  await shownInPanel(driver, ".sheet .work");
  await driver.clickIn("panel", ".work [data-mark=tomorrow]");
  await until("the next card", async () => (await inPanel<string>("document.querySelector('.position')?.textContent ?? ''"))?.includes(String(marked - 1)));
  await driver.stopBackground();
  await open("taobao-group");
  await driver.press("q");
  await until("one row less", async () => (await rows()) === marked - 1);
  assert.match((await inPanel<string>("document.querySelector('.aside-later').textContent")) ?? "", /9|09/);
  const kept = JSON.stringify(await driver.extension("chrome.storage.local.get()"));
  for (const record of (await settled(driver)).records) for (const id of record.ids) assert.ok(!kept.includes(id), `${id} is on the disk`);
});

test("records of pages seen before stand in the queue, are searched and narrowed, and are gone with the session", async () => {
  const { driver } = browser;
  await open("pdd-cards-ids");
  const first = (await settled(driver)).records.filter((it) => MARKED.includes(it.level ?? ""));
  await seen(first.length);
  await open("taobao-group");
  const here = (await settled(driver)).records.filter((it) => MARKED.includes(it.level ?? ""));
  await driver.press("q");
  await until("the rows of both pages", async () => (await rows()) === first.length + here.length);
  assert.equal(await inPanel("document.querySelectorAll('.row[data-away]').length"), first.length);
  await driver.press("f");
  await until("the field", async () => (await inPanel("document.activeElement.id")) === "queue-search");
  await driver.pressInPanel(...(first[0]?.id ?? "").slice(-6));
  await until("the one that was searched", async () => (await rows()) === 1);
  await driver.pressInPanel("Escape");
  await until("all rows", async () => (await rows()) === first.length + here.length);
  await driver.clickIn("panel", ".row[data-away] .row-open");
  await until("a word that it is on no open page", () => inPanel("document.querySelector('[role=status].only-heard').textContent !== ''"));
});

test("a level and a platform narrow the rows to their own, and say that they do", async () => {
  const { driver } = browser;
  await open("pdd-cards-ids");
  const marked = async (): Promise<string[]> => (await settled(driver)).records.map((it) => it.level ?? "").filter((it) => MARKED.includes(it));
  const elsewhere = await marked();
  await seen(elsewhere.length);
  await open("taobao-group");
  const here = await marked();
  await driver.press("q");
  /** What is shown: which filter is pressed, which level and which page each row is of. */
  const shown = (): Promise<unknown> => inPanel(`(() => {
    const of = (selector, told) => [...document.querySelectorAll(selector)].map(told);
    return { pressed: of('.filter [aria-pressed=true]', (it) => it.dataset.level ?? 'all'), rows: of('.rows > .row', (it) => it.dataset.level + (it.dataset.away ? ' away' : '')).toSorted() };
  })()`);
  const shows = (pressed: string, rows: readonly string[]): Promise<unknown> =>
    until(`the rows of ${pressed}`, async () => (assert.deepEqual(await shown(), { pressed: [pressed], rows: rows.toSorted() }), true));
  const rowsOf = (level: string | null, platforms: "both" | "here" | "away"): string[] => [
    ...(platforms === "away" ? [] : here), ...(platforms === "here" ? [] : elsewhere.map((it) => `${it} away`)),
  ].filter((it) => level === null || it.startsWith(level));
  await shows("all", rowsOf(null, "both"));
  for (const level of MARKED) {
    const wanted = rowsOf(level, "both");
    assert.ok(wanted.length > 0 && wanted.length < here.length + elsewhere.length, `${level} narrows something`);
    await driver.clickIn("panel", `.filter [data-level=${level}]`);
    await shows(level, wanted);
    assert.equal(await inPanel(`document.querySelector('.filter [data-level=${level}] .count').textContent`), String(wanted.length));
  }
  await driver.clickIn("panel", ".filter .choice:not([data-level])");
  const platforms = await inPanel<string[]>("[...document.querySelector('#queue-platform').options].map((it) => it.value)");
  assert.deepEqual(platforms?.toSorted(), ["", "pinduoduo", "taobao"]);
  for (const platform of platforms?.slice(1) ?? []) {
    await inPanel("document.querySelector('#queue-platform').focus()");
    await driver.pressInPanel("ArrowDown");
    await shows("all", rowsOf(null, platform === "taobao" ? "here" : "away"));
  }
  await driver.clickIn("panel", ".filter [data-level=watch]");
  await shows("watch", rowsOf("watch", platforms?.at(-1) === "taobao" ? "here" : "away"));
  assert.deepEqual(driver.errors, []);
});

test("what was looked at, done, copied and put in today is counted, and stands below the list", async () => {
  const { driver } = browser;
  const counted = (looked: number, done: number, copied: number, inserted: number): Promise<unknown> => until("the counts", async () => {
    const { tally } = await ask<{ tally: Record<string, unknown> }>({ kind: "day.read" });
    assert.deepEqual([tally["looked"], tally["done"], tally["copied"], tally["inserted"]], [looked, done, copied, inserted]);
    return true;
  });
  await open("taobao-group");
  await driver.press("q");
  await shownInPanel(driver, ".queue .row");
  assert.equal(await inPanel("document.querySelector('.tally') === null"), true, "nothing is said of a day on which nothing was done");
  await driver.press("j", "o");
  await shownInPanel(driver, ".sheet .message-text");
  await counted(1, 0, 0, 0);
  for (const copied of [1, 2]) {
    await driver.press("c");
    await counted(1, 0, copied, 0);
  }
  for (const looked of [2, 3]) {
    await driver.press("j");
    await counted(looked, 0, 2, 0);
  }
  await driver.press("Escape");
  for (const done of [1, 2, 3]) {
    await driver.press("j", "d", "d");
    await counted(3, done, 2, 0);
  }
  await draft(driver);
  await driver.press("i", "i");
  await counted(4, 3, 2, 1);
  await driver.press("q");
  await until("the line", async () => (assert.deepEqual((await shownInPanel(driver, ".queue .tally")).match(/\d+/g), ["4", "3", "2", "1"]), true));
});

test("what comes and goes beside the search leaves it, its focus and its text alone", async () => {
  const { driver } = browser;
  await open("pdd-cards-ids");
  const elsewhere = (await settled(driver)).records.filter((it) => MARKED.includes(it.level ?? "")).length;
  await seen(elsewhere);
  await open("taobao-group");
  await driver.press("q");
  await shownInPanel(driver, "#queue-platform");
  await driver.press("f");
  await until("the field", async () => (await inPanel("document.activeElement.id")) === "queue-search");
  await driver.pressInPanel("1");
  await inPanel("void (window.field = document.activeElement)");
  // All of the other platform are done in another window: there is nothing to choose between any more.
  const { rows: known } = await ask<{ rows: { key: string; platform: string }[] }>({ kind: "day.read" });
  for (const { key } of known.filter((it) => it.platform === "pinduoduo")) await ask({ kind: "day.mark", key, as: "done" });
  await until("one platform", async () => (await inPanel("document.querySelector('#queue-platform')")) === null);
  assert.equal(await inPanel("document.activeElement === window.field && window.field.value"), "1");
  await driver.pressInPanel("7");
  await until("the field to go on", async () => (await inPanel("window.field.value")) === "17");
  assert.deepEqual(driver.errors, []);
});

test("who was asked for another reason is not asked again", async () => {
  const { driver } = browser;
  await open("taobao-group");
  const asked = (await settled(driver)).records.find((it) => it.advice.includes("ask_reason_change"));
  assert.ok(asked, "the page has one who may be asked");
  await driver.press("q");
  await shownInPanel(driver, ".rows > .row");
  const row = await inPanel<number>(`[...document.querySelectorAll('.rows > .row')].findIndex((it) => it.textContent.includes('${asked.id.slice(-4)}')) + 1`);
  await driver.clickIn("panel", `.rows > .row:nth-child(${row}) .row-open`);
  await until("its card", () => inPanel(`[...document.querySelectorAll('.facts dd')].some((it) => it.textContent === '${asked.id}')`));
  await driver.clickIn("panel", ".advice [data-kind=ask_reason_change] .message .button");
  await until("the button to say so", () => inPanel("document.querySelector('.message .button[data-done]') !== null"));
  await until("the book to know it", async () => JSON.stringify(await driver.extension("chrome.storage.local.get('day')")).includes("asked"));
  await open("taobao-group");
  await until("no such advice any more", async () => {
    const record = (await settled(driver)).records.find((it) => it.id === asked.id);
    return record !== undefined && !record.advice.includes("ask_reason_change");
  });
});

test("a promised time stands among the deadlines until it is ticked off", async () => {
  const { driver } = browser;
  await open("taobao-group");
  await seen(3);
  const record = (await settled(driver)).records.find((it) => MARKED.includes(it.level ?? ""));
  await ask({ kind: "day.promise", key: record?.key, at: Date.now() + 3_600_000 });
  await driver.press("q");
  await shownInPanel(driver, ".queue .row");
  await driver.press("4");
  assert.match(await shownInPanel(driver, ".promised"), new RegExp((record?.id ?? "").slice(-4)));
  await driver.clickIn("panel", ".promised .choice");
  await until("the promise to leave", async () => (await inPanel("document.querySelector('.promised') === null")) === true);
});

test("a promise that is nearly due is shown in the page once, until the agent goes on, and stands out in the panel", async () => {
  const { driver } = browser;
  await ask({ kind: "settings.edit", edits: [{ path: "/replies/promises", value: true }] });
  await open("taobao-group");
  assert.equal(await reminded(driver), "", "nothing was promised");
  const { rows } = await ask<{ rows: { key: string }[] }>({ kind: "day.read" });
  for (const [at, minutes] of [90, 30].entries()) await ask({ kind: "day.promise", key: rows[at]?.key, at: Date.now() + minutes * 60_000 });
  await open("taobao-group");
  assert.match(await until("the reminder", () => reminded(driver)), /1/);
  await driver.press("q");
  await until("the reminder to leave", async () => (await reminded(driver)) === "");
  await shownInPanel(driver, "#tab-deadlines .count[data-near]");
  await driver.press("4");
  await shownInPanel(driver, ".promised");
  assert.deepEqual(await violations((expression) => driver.panel(expression)), []);
  await open("taobao-group");
  assert.equal(await reminded(driver), "", "once is enough");
});

test("without the option nobody is reminded, whatever was kept before", async () => {
  await open("taobao-group");
  await ask({ kind: "day.promise", key: "taobao:refund:1", at: Date.now() + 1_800_000 });
  await open("taobao-group");
  assert.equal(await reminded(browser.driver), "");
});

test("the panel is moved to the other side and widened by keys, and stays there", async () => {
  const { driver } = browser;
  await open("taobao-group");
  await driver.press("q");
  await shownInPanel(driver, ".queue .row");
  const width = (): Promise<number | null> => inPanel<number>("innerWidth");
  const before = await width();
  await driver.press("z", "d");
  await until("the other side", () => inPanel("document.querySelector('.panel').classList.contains('dock-left')"));
  await driver.clickIn("panel", ".edge");
  await driver.pressInPanel("ArrowRight");
  await until("a wider panel", async () => ((await width()) ?? 0) > (before ?? 0));
  await until("the setting", async () => (await ask<{ text: string }>({ kind: "settings.export" })).text.includes("\"left\""));
  await open("taobao-group");
  await driver.press("q");
  await until("the same place", () => inPanel(`document.querySelector('.panel')?.classList.contains('dock-left') && innerWidth > ${before}`));
});

for (const scheme of ["light", "dark"] as const) {
  test(`no tab has a violation in ${scheme}`, async () => {
    const { driver } = browser;
    await driver.prefer(scheme);
    await open("taobao-group");
    await driver.press("j", "d", "d", "q");
    await shownInPanel(driver, ".aside-done");
    for (const tab of ["refunds", "reviews", "scores", "deadlines"]) {
      await driver.clickIn("panel", `#tab-${tab}`);
      await until(tab, async () => (await selected()) === `tab-${tab}`);
      assert.deepEqual(await violations((expression) => driver.panel(expression)), [], tab);
    }
    assert.ok(await inPanel("document.documentElement.scrollWidth <= innerWidth"));
  });
}
