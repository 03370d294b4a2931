// Looks and reaches into our own parts of the browser, where the drivers' common ways do not go.

import { BROWSER } from "./browser.ts";
import type { ChromiumDriver } from "./chromium.ts";
import { type Driver, until } from "./driver.ts";
import type { FirefoxDriver } from "./firefox.ts";
import { warnedIn } from "./layers.ts";

/** What the page side shows as gone wrong; empty where nothing is. */
export async function warned(driver: Driver): Promise<string> {
  return warnedIn(await driver.layers());
}

/** What the page side reminds of; empty where it reminds of nothing. */
export async function reminded(driver: Driver): Promise<string> {
  return warnedIn(await driver.layers(), "reminder");
}

/** Nothing can be written to the extension's local storage any more, or again. The background forgets that when it is stopped. */
export async function failLocal(driver: Driver, fails: boolean): Promise<void> {
  const failing = (window: string): string => `{
    const area = ${window}.chrome.storage.local;
    ${window}.wholeSet ??= area.set.bind(area);
    area.set = ${fails} ? () => Promise.reject(new Error("The disk is full")) : ${window}.wholeSet;
  }`;
  if (BROWSER === "firefox") await driver.extension(`chrome.runtime.getBackgroundPage().then((page) => { ${failing("page")} })`);
  else await (driver as ChromiumDriver).inBackground(`(() => { ${failing("globalThis")} })()`);
}

const COUNT_TIMERS = `(() => {
  if (globalThis.timersAsked === undefined) {
    globalThis.timersAsked = 0;
    for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback"]) {
      const whole = globalThis[name].bind(globalThis);
      globalThis[name] = (...args) => (globalThis.timersAsked++, whole(...args));
    }
  }
  return globalThis.timersAsked;
})()`;

/** How many timers, frames and idle moments our side of the page has asked for since the first call. Only Chromium lets us look there. */
export async function ownTimers(driver: ChromiumDriver): Promise<number> {
  const session = await driver.protocol();
  const worlds: number[] = [];
  const found = ({ context }: { context: { id: number; origin: string } }): void => {
    if (context.origin.startsWith("chrome-extension://")) worlds.push(context.id);
  };
  session.on("Runtime.executionContextCreated", found);
  await session.send("Runtime.enable");
  session.off("Runtime.executionContextCreated", found);
  await session.send("Runtime.disable");
  const [contextId] = worlds;
  if (contextId === undefined) throw new Error("our side of the page is not there");
  const { result } = await session.send("Runtime.evaluate", { contextId, returnByValue: true, expression: COUNT_TIMERS });
  return result.value as number;
}

/** Hides the panel behind another tab, or brings it to the front again. Chromium under test shows every tab as if it were in front: there the panel is told so. */
export async function hidePanel(driver: Driver, hides: boolean): Promise<void> {
  if (BROWSER === "chromium") {
    await driver.panel(`(() => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${hides} }); document.dispatchEvent(new Event('visibilitychange')); })()`);
  } else await driver.front(hides ? "own" : "page");
  await until(`the panel to be ${hides ? "hidden" : "seen"}`, async () => (await driver.panel("document.hidden")) === hides);
}

/** The reader of the screen has asked for less motion, or for none of that. */
export async function calm(driver: Driver, asks: boolean): Promise<void> {
  if (BROWSER === "firefox") await (driver as FirefoxDriver).privileged("Services.prefs.setIntPref('ui.prefersReducedMotion', arguments[0]);", [asks ? 1 : 0]);
  else for (const page of (driver as ChromiumDriver).context.pages()) await page.emulateMedia({ reducedMotion: asks ? "reduce" : "no-preference" });
}
