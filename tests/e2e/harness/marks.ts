// What is painted: badges in our layer, highlighted text, our nodes in the page.

import { type Badge, type Driver, until } from "./driver.ts";

export const MARKED = ["counted", "at_risk", "watch"];

/** Badges that can be seen now. */
export async function visibleBadges(driver: Driver): Promise<Badge[]> {
  return (await driver.badges()).filter((it) => it.visible);
}

/** Waits until at least so many badges can be seen. */
export function badgesShown(driver: Driver, count: number): Promise<Badge[]> {
  return until(`${count} badges on screen`, async () => {
    const shown = await visibleBadges(driver);
    return shown.length >= count ? shown : null;
  });
}

/** How many pieces of text are highlighted. The names of our highlights differ on every load; the page itself has none. */
export function highlighted(driver: Driver): Promise<number> {
  return driver.evaluate<number>("[...CSS.highlights.values()].reduce((sum, it) => sum + it.size, 0)");
}

/** Every node that stands beside head and body: where our layer and panel hang. */
export function hosts(driver: Driver): Promise<number> {
  return driver.evaluate<number>("[...document.documentElement.children].filter((it) => it.localName.startsWith('x-')).length");
}
