// Teaching a page as an agent would: what the bar says, what is pointed at, what is named, by mouse and by keys.

import { type Driver, type Serve, until } from "./driver.ts";
import { type Report, reported } from "./report.ts";

/** The names that are offered, in their order; the first one takes a name away. */
const NAMES = {
  refunds: ["none", "reason", "note", "refund_id", "order_id", "refund_amount", "paid_amount", "status", "deadline", "applied_at", "service", "shipping", "goods"],
  reviews: ["none", "content", "stars", "order_id", "product", "reviewed_at", "reply", "state"],
} as const;
export type Kind = keyof typeof NAMES;
/** Where something stands, and what it is named. */
export type Pair = readonly [string, string];

export const ask = <T>(driver: Driver, message: object): Promise<T> => driver.extension<T>(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);

const allowed = new Set<string>();

/** Opens a page of a host that the extension may read from now on. */
export async function openUnknown(driver: Driver, url: string, serve: Serve): Promise<Report> {
  const { origin } = new URL(url);
  await ask(driver, { kind: "settings.edit", edits: [{ path: "/look/locale", value: "zh-CN" }] });
  if (!allowed.has(origin)) await driver.allow(origin);
  allowed.add(origin);
  await driver.open(url, serve);
  return reported(driver, "a page that is not known", (it) => it.read === 0 && it.notices.every((notice) => notice.kind !== "reading"));
}

/** Waits for the bar to say something. */
export const bar = (driver: Driver, what: RegExp): Promise<unknown> =>
  until(`the bar to say ${what}`, async () => {
    const said = await driver.taught();
    if (what.test(said)) return true;
    throw new Error(`it says ${said}`);
  });

/** The columns are shown, and no names. */
export const COLUMNS = /Enter 起名/;

export async function startByPopup(driver: Driver): Promise<void> {
  await driver.extension("chrome.runtime.sendMessage({ kind: 'teach.begin', tab })");
  await bar(driver, /点列表里的任意一条退款或评价/);
}

/** Where the first element with this text is, in the window; an element of a selector where it begins with `@`. */
export const spot = (driver: Driver, text: string, frame = false): Promise<{ x: number; y: number }> =>
  driver.evaluate(`(() => {
    const frame = ${frame ? "document.querySelector('iframe')" : "null"};
    const inside = frame ? frame.contentDocument : document;
    const wanted = ${JSON.stringify(text)};
    const element = wanted.startsWith('@') ? inside.querySelector(wanted.slice(1)) : [...inside.querySelectorAll('body *')].find((it) => it.children.length === 0 && it.textContent === wanted);
    const box = element.getBoundingClientRect();
    const around = frame ? frame.getBoundingClientRect() : { x: 0, y: 0 };
    return { x: Math.round(around.x + box.x + Math.min(box.width / 2, 30)), y: Math.round(around.y + box.y + box.height / 2) };
  })()`);

export async function point(driver: Driver, text: string, frame = false): Promise<void> {
  const { x, y } = await spot(driver, text, frame);
  await driver.clickPlace(x, y);
}

/** The lines of the bar's list. */
export const lines = async (driver: Driver): Promise<string[]> => (await driver.taught()).split("\n").filter((it) => it.startsWith("- "));

const nameAt = (kind: Kind, name: string): number => {
  const place = (NAMES[kind] as readonly string[]).indexOf(name);
  if (place < 0) throw new Error(`${kind} have no ${name}`);
  return place;
};

/** Points at each of these and names it with the mouse. */
export async function nameByMouse(driver: Driver, kind: Kind, pairs: readonly Pair[], frame = false): Promise<void> {
  for (const [text, name] of pairs) {
    await point(driver, text, frame);
    await bar(driver, /是什么/);
    await driver.clickTaught(`line-${nameAt(kind, name)}`);
    await bar(driver, COLUMNS);
  }
}

/** The columns still have the names that they were given when the page was looked at. */
export async function unnameByKeys(driver: Driver): Promise<void> {
  const columns = await lines(driver);
  for (let at = 0; at < columns.length; at++) await driver.press("k");
  for (const column of columns) {
    if (!column.includes("不读")) {
      await driver.press("Enter");
      await bar(driver, /是什么/);
      for (let at = 0; at < 30; at++) await driver.press("k");
      await driver.press("Enter");
      await bar(driver, COLUMNS);
    }
    await driver.press("j");
  }
}

/** Goes to each of these in the bar's list and names it, with keys alone. */
export async function nameByKeys(driver: Driver, kind: Kind, pairs: readonly Pair[]): Promise<void> {
  for (const [text, name] of pairs) {
    const columns = await lines(driver);
    const wanted = columns.findIndex((it) => it.includes(text));
    if (wanted < 0) throw new Error(`${text} is none of ${columns.join()}`);
    for (let at = 0; at < columns.length; at++) await driver.press("k");
    // Caps Lock, which holds no Shift, changes nothing.
    for (let at = 0; at < wanted; at++) await driver.press("J");
    await driver.press("Enter");
    await bar(driver, /是什么/);
    for (let at = 0; at < 30; at++) await driver.press("ArrowUp");
    for (let at = 0; at < nameAt(kind, name); at++) await driver.press("ArrowDown");
    await driver.press("Enter");
    await bar(driver, COLUMNS);
  }
}
