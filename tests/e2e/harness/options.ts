// What tests do on the options page, and what they ask the background for.

import { type Driver, until } from "./driver.ts";

export interface Options {
  /** Asks the background as our own pages do. */
  ask<T>(message: object): Promise<T>;
  /** The settings as a file, and as what it says. */
  file(): Promise<string>;
  exported(): Promise<Record<string, unknown>>;
  /** The line under the page that says what has come of it. */
  said(): Promise<{ text: string; bad: boolean }>;
  focus(selector: string): Promise<unknown>;
  /** Types into a field as a person would, over what stands there, and leaves it. */
  type(selector: string, text: string): Promise<void>;
  /** Chooses a value of a list with the keys. */
  choose(selector: string, value: string): Promise<void>;
  /** Chooses a key for a command by pressing it; a bare one may be the first of two until Enter. */
  chooseKey(command: string, ...keys: string[]): Promise<void>;
  /** Waits until an expression holds on the page. */
  see(what: string, expression: string): Promise<unknown>;
  /** Waits until the setting at `path` is stored with this value. */
  stored(path: string, expected: unknown): Promise<void>;
  /** Waits for the page to show the value. */
  shows(selector: string, expected: string): Promise<unknown>;
}

/** `holder` has its driver once the browser has started. */
export function optionsOf(holder: { readonly driver: Driver }): Options {
  const run = <T>(expression: string): Promise<T> => holder.driver.extension<T>(expression);
  const ask = <T>(message: object): Promise<T> => run<T>(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  const file = async (): Promise<string> => (await ask<{ text: string }>({ kind: "settings.export" })).text;
  const exported = async (): Promise<Record<string, unknown>> => JSON.parse(await file());
  const said = (): Promise<{ text: string; bad: boolean }> =>
    run("(() => { const it = document.querySelector('.said'); return { text: it.textContent, bad: it.classList.contains('bad') }; })()");
  const focus = (selector: string): Promise<unknown> => run(`document.querySelector(${JSON.stringify(selector)}).focus()`);
  return {
    ask, file, exported, said, focus,
    type: async (selector, text) => {
      await focus(selector);
      await holder.driver.pressInOptions("Control+a", ...text, "Tab");
    },
    choose: async (selector, value) => {
      const place = await run<number>(`[...document.querySelector(${JSON.stringify(selector)}).options].findIndex((it) => it.value === ${JSON.stringify(value)})`);
      if (place < 0) throw new Error(`${selector} has no ${value}`);
      await focus(selector);
      await holder.driver.pressInOptions("Home", ...Array.from({ length: place }, () => "ArrowDown"), "Tab");
    },
    chooseKey: async (command, ...keys) => {
      await holder.driver.clickIn("options", `#key-${command.replace(".", "-")}`);
      await until("the field for the key", () => run("document.activeElement.id === 'recording'"));
      await holder.driver.pressInOptions(...keys);
    },
    see: (what, expression) => until(what, () => run<boolean>(expression)),
    stored: async (path, expected) => {
      await until(`${path} to be stored`, async () => {
        const found = path.split("/").reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], await exported());
        if (JSON.stringify(found) === JSON.stringify(expected)) return true;
        throw new Error(`${path} is ${JSON.stringify(found)}, the page says ${JSON.stringify(await said())}`);
      });
    },
    shows: (selector, expected) => until(`${expected} in ${selector}`, async () => (await run(`document.querySelector(${JSON.stringify(selector)}).value`)) === expected),
  };
}
