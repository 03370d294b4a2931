// Stepping targets: no press is lost and none counts twice, whatever is read meanwhile.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Steps, type Way } from "../../extension/content/steps";

const SCALE = ["4.6", "4.7", "4.8", "4.9", "5.0"];

/** A page with one score, whose readings end when the test says so. */
function page(start: string) {
  const steps = new Steps();
  const [kept, waiting]: [string[], (() => void)[]] = [[], []];
  const state = { shown: start, told: start, ends: 0 };
  const events = {
    target: (way: Way): string | null => SCALE[SCALE.indexOf(state.shown) + (way === "up" ? 1 : -1)] ?? null,
    keep: (target: string): Promise<void> => {
      kept.push(target);
      state.told = target;
      return new Promise((done) => waiting.push(done));
    },
    end: (): void => void state.ends++,
  };
  return {
    steps, state, kept,
    press: (way: Way, key = "k") => steps.press(key, way, events),
    /** The reading that was asked for is shown, and whoever asked is told. */
    read: async (): Promise<void> => {
      state.shown = state.told;
      waiting.splice(0).forEach((done) => done());
      await new Promise((done) => setImmediate(done));
    },
  };
}

test("two quick presses are two steps", async () => {
  const { press, read, kept } = page("4.7");
  press("up");
  press("up");
  await read();
  await read();
  assert.deepEqual(kept, ["4.8", "4.9"]);
});

test("a step there and one back end where they began", async () => {
  const { press, read, kept } = page("4.8");
  press("up");
  press("down");
  await read();
  await read();
  assert.deepEqual(kept, ["4.9", "4.8"]);
});

test("presses beyond the end of the scale stop there, and the next press counts", async () => {
  const { press, read, kept, state } = page("4.9");
  for (let presses = 0; presses < 4; presses++) press("up");
  for (let readings = 0; readings < 4; readings++) await read();
  assert.deepEqual([kept, state.ends], [["5.0"], 1]);
  press("down");
  assert.deepEqual(kept, ["5.0", "4.9"]);
});

test("what waits for one score is dropped when another is stepped or all are left", async () => {
  const { press, read, kept, steps } = page("4.7");
  press("up");
  press("up");
  press("down", "another");
  assert.deepEqual(kept, ["4.8", "4.6"]);
  press("down", "another");
  steps.drop();
  await read();
  assert.deepEqual(kept, ["4.8", "4.6"]);
});
