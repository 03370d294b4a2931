// What the panel shows, read from its own document.

import { type Driver, until } from "./driver.ts";

/** Waits for an element in the panel and answers its text. */
export function shownInPanel(driver: Driver, selector: string): Promise<string> {
  return until(`${selector} in the panel`, () => driver.panel<string>(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? null`));
}

export interface ShownCard {
  readonly numbers: readonly string[];
  readonly reason: string;
  readonly counts: string;
  /** `yes`, `no` or `unknown`. */
  readonly answer: string;
  readonly rule: string;
  readonly ruleSource: string;
  readonly words: readonly { readonly text: string; readonly cues: readonly string[] }[];
  readonly advice: readonly { readonly kind: string; readonly helps: string; readonly title: string; readonly message: string | null }[];
}

const CARD = `(() => {
  const sheet = document.querySelector('.sheet');
  if (!sheet) return null;
  const text = (selector, from = sheet) => from.querySelector(selector)?.textContent.trim() ?? '';
  return {
    numbers: [...sheet.querySelectorAll('.facts dd')].map((it) => it.textContent.trim()),
    reason: text('.reason strong'), counts: text('.reason .tag'), answer: sheet.querySelector('.reason .tag')?.dataset.counts ?? '', rule: text('.rule'), ruleSource: text('.rule-source'),
    words: [...sheet.querySelectorAll('blockquote')].map((it) => ({ text: it.textContent, cues: [...it.querySelectorAll('mark')].map((mark) => mark.textContent) })),
    advice: [...sheet.querySelectorAll('.advice > li')].map((it) => ({
      kind: it.dataset.kind, helps: it.dataset.helps, title: text('h4', it), message: it.querySelector('.message-text')?.textContent ?? null,
    })),
  };
})()`;

/** The card of the refund that has this number; waits until it is the one on show. */
export function cardOf(driver: Driver, number: string): Promise<ShownCard> {
  return until(`the card of ${number}`, async () => {
    const card = await driver.panel<ShownCard>(CARD);
    return card?.numbers.includes(number) ? card : null;
  });
}
