// Keys, clicks and wheel as WebDriver BiDi sends them: trusted, and to one context.

import type { Session } from "./bidi.ts";
import { until } from "./driver.ts";

const KEYS: Readonly<Record<string, string>> = { Escape: "\uE00C", Enter: "\uE007", Tab: "\uE004", ArrowDown: "\uE015", ArrowUp: "\uE013", ArrowLeft: "\uE012", ArrowRight: "\uE014", Control: "\uE009", Shift: "\uE008", Alt: "\uE00A", Home: "\uE011", End: "\uE010", Backspace: "\uE003", F8: "\uE038" };

const perform = (session: Session, context: string, source: object): Promise<unknown> => session.send("input.performActions", { context, actions: [source] });
const pointer = (actions: readonly object[]): object => ({ type: "pointer", id: "mouse", actions });
const PRESSED = [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];

/** Presses keys one after the other: `j`, `Enter`, `Control+v`. */
export async function press(session: Session, context: string, keys: readonly string[]): Promise<void> {
  const actions = keys.flatMap((key) => {
    const held = key.length > 1 ? key.split("+").map((part) => KEYS[part] ?? part) : [key];
    return [...held.map((value) => ({ type: "keyDown", value })), ...held.reverse().map((value) => ({ type: "keyUp", value }))];
  });
  await perform(session, context, { type: "key", id: "keyboard", actions });
}

export async function clickAt(session: Session, context: string, x: number, y: number): Promise<void> {
  await perform(session, context, pointer([{ type: "pointerMove", x, y }, ...PRESSED]));
}

/**
 * Clicks as a hand does: the pointer goes there, and presses once the element stands still under it. A frame that has just come, or that
 * scrolls, is drawn by another process; where the pointer is judged to be lags behind for some frames, and a press meanwhile would hit nothing.
 */
export async function clickOn(session: Session, context: string, selector: string): Promise<void> {
  const element = `document.querySelector(${JSON.stringify(selector)})`;
  let last = { x: -9, y: -9 };
  await until(`the pointer to stand on ${selector}`, async () => {
    // A frame that has just come may take one scroll back, so it is asked for until it holds.
    const spot = await session.evaluate<{ x: number; y: number }>(context, `(() => {
      ${element}.scrollIntoView({ block: "center", behavior: "instant" });
      const box = ${element}.getBoundingClientRect();
      return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
    })()`);
    // One step beside the place, so that it moves even where it stood there already.
    await perform(session, context, pointer([spot.x - 1, spot.x].map((x) => ({ type: "pointerMove", x: Math.max(x, 0), y: spot.y }))));
    // Centring may come and go by one pixel.
    const still = Math.abs(spot.x - last.x) + Math.abs(spot.y - last.y) <= 1;
    last = spot;
    const hovered = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(${element}?.matches(":hover") ?? false))))`;
    return (await session.evaluate<boolean>(context, hovered)) && still;
  });
  await perform(session, context, pointer(PRESSED));
}

/** Clicks the middle of a node that BiDi knows by its shared id. */
export async function clickNode(session: Session, context: string, sharedId: string): Promise<void> {
  await perform(session, context, pointer([{ type: "pointerMove", x: 0, y: 0, origin: { type: "element", element: { sharedId } } }, ...PRESSED]));
}

/** Moves to a place as a hand does, and turns the wheel. */
export async function wheelAt(session: Session, context: string, x: number, y: number, pixels: number): Promise<void> {
  await perform(session, context, pointer([x - 2, x, x + 2].map((at) => ({ type: "pointerMove", x: at, y }))));
  await perform(session, context, { type: "wheel", id: "wheel", actions: [{ type: "scroll", x: x + 2, y, deltaX: 0, deltaY: pixels }] });
}
