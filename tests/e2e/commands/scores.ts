// Scores and their calculator.

import { calculator, scores } from "../harness/begin.ts";
import { type Driver, until } from "../harness/driver.ts";
import { shownInPanel } from "../harness/panel.ts";
import { type Case, closed, savedFile, watchSaving } from "./case.ts";

const labels = async (driver: Driver): Promise<string> => (await driver.chips()).map((it) => it.label).join("|");
const subject = (driver: Driver): Promise<string | null> => driver.panel<string>("document.querySelector('.calc h2')?.parentElement.textContent ?? null");
/** The calculator with a score whose ratings leave a window again, so that there are two pictures. */
async function pictured(driver: Driver): Promise<void> {
  await calculator(driver);
  await driver.panel("document.querySelectorAll('.calc details').forEach((fold) => { fold.open = true; })");
  for (const [field, typed] of Object.entries({ score: "4.70", count: "1800", target: "4.8", window: "180", "per-day": "10", "new-mean": "4.9" })) {
    await driver.clickIn("panel", `#calc-${field}`);
    await driver.pressInPanel("Control+a", ...typed);
  }
  await shownInPanel(driver, ".calc-plot ~ .calc-plot");
  // The keys are the page's again.
  await driver.clickPlace(3, 3);
}

/** Saves by a key what a button saves by the mouse. */
const saves = (key: string, file: RegExp): Case => ({
  on: pictured,
  stays: true,
  does: async (driver, press) => {
    await watchSaving(driver);
    await press("w", key);
    await savedFile(driver, file);
  },
});

export const SCORES: Readonly<Record<string, Case>> = {
  "score.next": { on: calculator, stays: true, does: async (driver, press) => { const before = await subject(driver); await press("s"); await until("another score", async () => (await subject(driver)) !== before); } },
  "score.previous": {
    on: calculator, stays: true,
    does: async (driver, press) => {
      const before = await subject(driver);
      await press("s");
      await until("another score", async () => (await subject(driver)) !== before);
      await press("Shift+S");
      await until("the first score", async () => (await subject(driver)) === before);
    },
  },
  "score.up": { on: scores, stays: true, pageOnly: true, does: async (driver, press) => { const before = await labels(driver); await press("s", "+"); await until("another target", async () => (await labels(driver)) !== before); } },
  "score.down": { on: scores, stays: true, pageOnly: true, does: async (driver, press) => { const before = await labels(driver); await press("s", "-"); await until("another target", async () => (await labels(driver)) !== before); } },
  "score.copy": {
    on: scores,
    pageOnly: true,
    does: async (driver, press) => {
      await press("s", "y");
      await driver.evaluate("(() => { const field = document.createElement('textarea'); field.id = 'paste'; document.body.append(field); field.focus(); })()");
      await driver.press("Control+v");
      await until("the sentence", () => driver.evaluate<string>("document.querySelector('#paste').value"));
    },
  },
  "score.open": { on: scores, pageOnly: true, does: async (driver, press) => { await press("s", "t"); await shownInPanel(driver, ".calc h2"); await press("t"); await closed(driver); } },
  "score.csv": saves("c", /^scores\.csv data:text\/csv/),
  "score.picture": saves("p", /^score-ratings\.png data:image\/png/),
  "score.days": saves("d", /^score-days\.png data:image\/png/),
};
