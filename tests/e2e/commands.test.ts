// Every command of the key map does what it says, pressed in the page; where it is heard in the panel, too, pressed there.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Case, Ground } from "./commands/case.ts";
import { DESK } from "./commands/desk.ts";
import { REPLIES } from "./commands/replies.ts";
import { SCORES } from "./commands/scores.ts";
import { card, kept, list, queue } from "./harness/begin.ts";
import { useBrowser } from "./harness/browser.ts";
import { type Driver, until } from "./harness/driver.ts";
import { badgesShown, visibleBadges } from "./harness/marks.ts";
import { shownInPanel } from "./harness/panel.ts";
import { report } from "./harness/report.ts";

const browser = useBrowser();
const inPanel = <T>(expression: string): Promise<T | null> => browser.driver.panel<T>(expression);
/** Which record the card is of. */
const who = (): Promise<string> => until("a card", () => inPanel<string>("document.querySelector('.sheet .facts')?.textContent ?? null"));
const other = (than: string): Promise<unknown> => until("another record", async () => (await who()) !== than);
const again = (it: string): Promise<unknown> => until("the first record again", async () => (await who()) === it);
const chosenAdvice = (): Promise<string | null> => inPanel<string>("document.querySelector('.advice > li[aria-current]')?.dataset.kind ?? null");
const tab = (name: string): Case => ({
  on: queue,
  stays: true,
  does: async (_, press) => {
    // From another one, so that something has to happen.
    await press(name === "1" ? "4" : "1", name);
    const id = ["refunds", "reviews", "scores", "deadlines"][Number(name) - 1];
    await until(`the tab ${id}`, () => inPanel<boolean>(`document.querySelector('[role=tab][aria-selected=true]')?.id === 'tab-${id}' || null`));
  },
});
/** Puts off what is in focus, and asks until when. */
const later = (key: string, hours: readonly [number, number]): Case => ({
  on: card,
  does: async (driver, press) => {
    await press("d", key);
    const [it] = await until("what is put off", async () => ((await kept(driver)).length === 1 ? kept(driver) : null));
    const away = ((it?.until ?? 0) - Date.now()) / 3_600_000;
    assert.ok(away > hours[0] && away <= hours[1], `${away} hours`);
  },
});

const CASES: Readonly<Record<string, Case>> = {
  "message.copy": {
    on: card, stays: true,
    does: async (driver, press) => {
      await press("c");
      await shownInPanel(driver, ".message .button[data-done]");
    },
  },
  "advice.next": {
    on: card, stays: true,
    does: async (_, press) => {
      const before = await chosenAdvice();
      await press("n");
      await until("chosen advice", async () => (await chosenAdvice()) !== before);
    },
  },
  "advice.previous": {
    on: card, stays: true,
    does: async (_, press) => {
      if ((await chosenAdvice()) === null) await press("n");
      const before = await until("chosen advice", chosenAdvice);
      await press("n");
      await until("the next one", async () => (await chosenAdvice()) !== before);
      await press("p");
      await until("the one before", async () => (await chosenAdvice()) === before);
    },
  },
  "refund.next": { on: card, stays: true, does: async (_, press) => { const first = await who(); await press("j"); await other(first); } },
  "refund.previous": {
    on: card, stays: true,
    does: async (_, press) => {
      const first = await who();
      await press("j");
      await other(first);
      await press("k");
      await again(first);
    },
  },
  "refund.first": {
    on: card, stays: true,
    does: async (_, press) => {
      const begun = await who();
      await press("Shift+G");
      await other(begun);
      const last = await who();
      await press("g", "g");
      await other(last);
      const first = await who();
      await press("j");
      await other(first);
      await press("k");
      await again(first);
    },
  },
  "refund.last": {
    on: card,
    does: async (_, press) => {
      const first = await who();
      await press("Shift+G");
      await other(first);
      const last = await who();
      await press("k");
      await other(last);
      await press("j");
      await again(last);
    },
  },
  "record.done": {
    on: card,
    does: async (driver, press) => {
      await press("d", "d");
      await until("what is done", async () => (await kept(driver)).filter((it) => it.done).length === 1);
    },
  },
  "record.hour": later("1", [0.9, 1]),
  "record.hours": later("4", [3.9, 4]),
  "record.tomorrow": later("t", [0, 33]),
  "record.undo": {
    on: card,
    does: async (driver, press) => {
      await press("d", "d");
      await until("what is done", async () => (await kept(driver)).length === 1);
      await press("d", "u");
      await until("that it is taken back", async () => (await kept(driver)).length === 0);
    },
  },
  "refund.open": { on: queue, does: async (driver, press) => (await press("j", "o"), void (await shownInPanel(driver, ".sheet"))) },
  "tab.reviews": tab("2"),
  "tab.scores": tab("3"),
  "tab.deadlines": tab("4"),
  "tab.refunds": tab("1"),
  "panel.side": {
    on: queue, stays: true,
    does: async (_, press) => {
      const left = (): Promise<boolean | null> => inPanel<boolean>("document.querySelector('.panel').classList.contains('dock-left')");
      const before = await left();
      await press("z", "d");
      await until("the other side", async () => (await left()) === !before);
      await press("z", "d");
      await until("the side it was at", async () => (await left()) === before);
    },
  },
  "help.toggle": {
    on: queue, stays: true,
    does: async (driver, press) => {
      await press("?");
      await shownInPanel(driver, ".help kbd");
      await press("?");
      await until("the help to leave", async () => (await driver.panel<boolean>("document.querySelector('.help') !== null")) !== true);
    },
  },
  "queue.search": { on: queue, does: async (_, press) => (await press("f"), void (await until("the field", () => inPanel<boolean>("document.activeElement?.id === 'queue-search' || null")))) },
  "panel.close": {
    on: queue,
    does: async (driver, press) => {
      // The frame goes with the key's press, and Firefox has nothing left to release it in.
      await press("Escape").catch((error: unknown) => assert.match(String(error), /no such frame/));
      await closed(driver);
    },
  },
  "panel.toggle": { on: list, stays: true, pageOnly: true, does: async (driver, press) => { await press("q"); await shownInPanel(driver, ".queue .row"); await press("q"); await closed(driver); } },
  "marks.toggle": {
    on: list, stays: true,
    pageOnly: true,
    does: async (driver, press) => {
      await press("m");
      await until("no badge", async () => (await visibleBadges(driver)).length === 0);
      await press("m");
      await badgesShown(driver, 1);
    },
  },
  "site.pause": {
    on: list, stays: true,
    pageOnly: true,
    does: async (driver, press) => {
      await press("z", "p");
      await until("the pause", async () => (await report(driver))?.paused === true);
      await press("z", "p");
      await until("the end of the pause", async () => (await report(driver))?.paused === false);
      await badgesShown(driver, 1);
    },
  },
  "page.teach": {
    on: list,
    pageOnly: true,
    does: async (driver, press) => {
      await press("z", "t");
      await until("the bar of teaching", async () => (await driver.taught()) !== "");
      await press("Escape");
      await until("its end", async () => (await driver.taught()) === "");
    },
  },
  ...DESK,
  ...REPLIES,
  ...SCORES,
};

const closed = (driver: Driver): Promise<unknown> => until("the panel to leave", async () => (await driver.panel("1")) === null);

test("every command of the options page has a case here", async () => {
  const { driver } = browser;
  await driver.openOptions();
  const ids = await driver.extension<string[]>("[...document.querySelectorAll('[id^=key-]')].map((it) => it.id.slice(4).replace('-', '.'))");
  assert.deepEqual(ids.toSorted(), Object.keys(CASES).toSorted());
});

/** Where the last case has ended, when it stayed where it began and nothing went wrong. */
let left: { readonly on: Ground; readonly where: string } | null = null;

async function carriedOut({ on, does, stays }: Case, where: "page" | "panel"): Promise<void> {
  const { driver } = browser;
  const there = left?.on === on && left.where === where;
  left = null;
  if (!there) {
    await on(driver);
    if (where === "panel") {
      // A click on what does nothing gives it the keys.
      const ground = await until("some ground", () => inPanel<string>("['.sheet h2', '.calc h2', '.top .name'].find((it) => document.querySelector(it)?.checkVisibility()) ?? null"));
      await driver.clickIn("panel", ground);
    }
  }
  await does(driver, (...keys) => (where === "page" ? driver.press(...keys) : driver.pressInPanel(...keys)));
  assert.deepEqual(driver.errors, []);
  if (stays) left = { on, where };
}

for (const where of ["page", "panel"] as const) {
  for (const [id, it] of Object.entries(CASES)) {
    if (where === "page" || !it.pageOnly) test(`${id} in the ${where}`, () => carriedOut(it, where));
  }
}
