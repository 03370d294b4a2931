// An input method at work: Chromium plays one over its protocol, Firefox has a text input processor for its own tests.

import { BROWSER } from "./browser.ts";
import type { ChromiumDriver } from "./chromium.ts";
import type { Driver } from "./driver.ts";
import type { FirefoxDriver } from "./firefox.ts";

/** Runs a script with `tip`, the text input processor of the window; it lives as long as the window. */
function processed(driver: Driver, script: string, args: readonly unknown[]): Promise<void> {
  return (driver as FirefoxDriver).privileged(
    `const window = Services.wm.getMostRecentWindow("navigator:browser");
    const tip = (window.inputMethodOfTests ??= Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor));
    if (!tip.beginInputTransactionForTests(window)) throw new Error("no input method");
    ${script}`,
    args,
  );
}

const codeOf = (key: string): string => (key.length === 1 ? `Key${key.toUpperCase()}` : key);

/** Keys while an input method is at work, wherever the focus is: the browser reports each with the code 229. */
export async function pressWhileComposing(driver: Driver, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (BROWSER === "firefox") {
      // The processor itself gives the code 229 to a key without a sign, as long as something is composed.
      await processed(driver, `const event = new window.KeyboardEvent("", { key: arguments[0], code: arguments[1], keyCode: arguments[0].length === 1 ? 229 : 0 });
        tip.keydown(event); tip.keyup(event);`, [key, codeOf(key)]);
    } else {
      const session = await (driver as ChromiumDriver).protocol();
      for (const type of ["rawKeyDown", "keyUp"] as const) await session.send("Input.dispatchKeyEvent", { type, key, code: codeOf(key), windowsVirtualKeyCode: 229 });
    }
  }
}

/** Text that an input method shows in the focused field before it is chosen. */
export async function compose(driver: Driver, text: string): Promise<void> {
  if (BROWSER === "firefox") {
    await processed(driver, `tip.setPendingCompositionString(arguments[0]);
      tip.appendClauseToPendingComposition(arguments[0].length, tip.ATTR_RAW_CLAUSE);
      tip.setCaretInPendingComposition(arguments[0].length);
      tip.flushPendingComposition();`, [text]);
  } else await (await (driver as ChromiumDriver).protocol()).send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
}

/** Nothing of it is taken over. */
export async function endComposing(driver: Driver): Promise<void> {
  if (BROWSER === "firefox") await processed(driver, "tip.cancelComposition();", []);
  else await (await (driver as ChromiumDriver).protocol()).send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
}
