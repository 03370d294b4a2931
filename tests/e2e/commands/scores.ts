// Scores and their calculator.

import { calculator, scores } from "../harness/begin.ts";
import { type Driver, until } from "../harness/driver.ts";
import { shownInPanel } from "../harness/panel.ts";
import { type Case, closed, savedFile, watchSaving } from "./case.ts";

const labels = async (driver: Driver): Promise<string> => (await driver.chips()).map((it) => it.label).join("|");
const subject = (driver: Driver): Promise<string | null> => driver.panel<string>("document.querySelector('.calc h2')?.parentElement.textContent ?? null");
/** Saves by a key what `button` saves by the mouse; the picture's place among the pictures. */
const saves = (key: string, file: RegExp): Case => ({
  on: calculator,
  stays: true,
  does: async (driver, press) => {
    await shownInPanel(driver, `.calc [data-act=${key === "c" ? "csv" : "png"}]`);
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
