// Where a walk through the product begins: a list, a card, the queue, a draft, the scores, each opened as an agent would.

import { openKit } from "./browser.ts";
import { type Driver, until } from "./driver.ts";
import { pageNamed } from "./kits.ts";
import { badgesShown } from "./marks.ts";
import { shownInPanel } from "./panel.ts";

const day = (driver: Driver): Promise<{ kept?: Record<string, { done?: number; until?: number }> }> =>
  driver.extension("chrome.storage.local.get('day').then((it) => it.day ?? {})");
export const kept = async (driver: Driver): Promise<readonly { done?: number; until?: number }[]> => Object.values((await day(driver)).kept ?? {});

/** Nothing done, put off or counted. What the page before has told the background is over first: written late, it would bring the old day back. */
export async function newDay(driver: Driver): Promise<void> {
  await driver.open("about:blank", null);
  await driver.extension("chrome.runtime.sendMessage({ kind: 'day.read' })");
  await driver.extension("chrome.storage.local.remove('day')");
}

export async function list(driver: Driver): Promise<void> {
  await newDay(driver);
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
}

export async function card(driver: Driver): Promise<void> {
  await list(driver);
  await driver.press("j", "o");
  await shownInPanel(driver, ".sheet .part-advice");
}

export async function queue(driver: Driver): Promise<void> {
  await list(driver);
  await driver.press("q");
  await shownInPanel(driver, ".queue .row");
}

/** Opens the card of the first marked review and, on the page, the reply box of the same review. */
export async function openBeside(driver: Driver): Promise<void> {
  await driver.press("j", "o");
  await shownInPanel(driver, ".sheet-review");
  const numbers = await driver.panel<string[]>("[...document.querySelectorAll('.facts dd')].map((it) => it.textContent)");
  const order = await driver.evaluate<string>(`[...document.querySelectorAll('[data-answer]')].map((it) => it.dataset.answer).find((it) => ${JSON.stringify(numbers)}.includes(it))`);
  await driver.evaluate(`document.querySelector('[data-answer="${order}"]').scrollIntoView({ block: 'center', inline: 'center' })`);
  await driver.press("Escape");
  await driver.click(`[data-answer="${order}"]`);
  await driver.press("o");
}

/** The card of a review whose reply box stands open on the page. */
export async function draft(driver: Driver): Promise<void> {
  await openKit(driver, pageNamed("reviews-jd"));
  await badgesShown(driver, 1);
  await openBeside(driver);
  await until("a draft that the lint lets pass", () => driver.panel<boolean>("document.querySelector('.draft-text')?.value && !!document.querySelector('.lint-line[data-state=clear], .findings:not(:has([data-severity=block]))') || null"));
}

export async function scores(driver: Driver): Promise<void> {
  await openKit(driver, pageNamed("scores-taobao"));
  await until("chips", async () => (await driver.chips()).some((it) => it.visible));
}

export async function calculator(driver: Driver): Promise<void> {
  await scores(driver);
  await driver.press("s", "t");
  await shownInPanel(driver, ".calc h2");
}
