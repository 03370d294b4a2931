// What a command is tried on, and what shows that it was carried out.

import { type Driver, until } from "../harness/driver.ts";

export type Press = (...keys: string[]) => Promise<void>;
export type Ground = (driver: Driver) => Promise<void>;
/** What a command is pressed on, and what shows that it was carried out. */
export interface Case {
  readonly on: Ground;
  readonly does: (driver: Driver, press: Press) => Promise<void>;
  /** It ends on the ground where it began, and the next case on such a ground goes on there. */
  readonly stays?: true;
  /** It has to do with the page alone, or closes what it would be pressed in. */
  readonly pageOnly?: true;
}


export const closed = (driver: Driver): Promise<unknown> => until("the panel to leave", async () => (await driver.panel("1")) === null);

/** Which files the panel saves from now on; the browser is not asked. */
export async function watchSaving(driver: Driver): Promise<void> {
  await driver.panel("(() => { window.saved = []; HTMLAnchorElement.prototype.click = function () { saved.push(this.download + ' ' + this.href.slice(0, 14)); }; })()");
}

export const savedFile = (driver: Driver, what: RegExp): Promise<unknown> =>
  until(`a file like ${what}`, async () => (await driver.panel<string[]>("window.saved"))?.some((it) => what.test(it)));
