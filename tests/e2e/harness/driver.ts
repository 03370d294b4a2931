// What a test may do in a browser. Chromium and Firefox each have one implementation, so that every test runs in both.

import type { LayerNode } from "./layers.ts";

/** An answer to a request of the page. */
export interface Served {
  readonly body: string | Uint8Array;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers an address, or null where there is nothing: such a request is a leak and is recorded. */
export type Serve = (url: URL) => Served | null;

/** A badge as the page shows it, read past its closed shadow root by the browser's own tools. */
export interface Badge {
  readonly label: string;
  readonly level: string;
  readonly visible: boolean;
}

/** A chip beside a score. */
export interface Chip {
  readonly label: string;
  readonly state: string;
  readonly visible: boolean;
  /** Where it begins in the window, of a page that is not scrolled. */
  readonly x: number;
  readonly y: number;
}

export interface Driver {
  readonly browser: "chromium" | "firefox";
  /** Requests for which nothing was served, since the last `open`. */
  readonly leaks: readonly string[];
  /** Errors that page or extension scripts let through, since the last `open`. */
  readonly errors: readonly string[];
  /** Opens an address in the test's tab; `serve` answers all its requests. Null: whoever has the address answers. */
  open(url: string, serve: Serve | null): Promise<void>;
  /** Runs an expression in the page's own world and answers its value. Promises are awaited. */
  evaluate<T>(expression: string): Promise<T>;
  /** Runs an expression in the panel's frame; null where there is no panel. */
  panel<T>(expression: string): Promise<T | null>;
  /** Runs an expression in a page of the extension that lies in another tab. `tab` is the id of the test's tab. */
  extension<T>(expression: string): Promise<T>;
  /** The badges in our layer, in no order. */
  badges(): Promise<Badge[]>;
  /** The chips beside scores, in no order. */
  chips(): Promise<Chip[]>;
  /** How wide the ring around the current record is, in CSS pixels; null where none is shown. */
  ring(): Promise<number | null>;
  /** Moves the pointer to a place in the window and turns the wheel there. */
  wheelAt(x: number, y: number, pixels: number): Promise<void>;
  /** Opens the extension's popup for the test's tab, as it is when the page is looked at now. */
  openPopup(): Promise<void>;
  /** Opens the options page in the tab beside the test's; it is also looked into by `extension`. */
  openOptions(): Promise<void>;
  /** Opens one of the extension's pages in the tab beside the test's. */
  openOwn(page: string): Promise<void>;
  /** Runs an expression in the frame of that page whose address contains `part`; null where there is none. */
  inFrame<T>(part: string, expression: string): Promise<T | null>;
  /** Clicks in such a frame, and presses keys in it. */
  clickInFrame(part: string, selector: string): Promise<void>;
  pressInFrame(part: string, ...keys: string[]): Promise<void>;
  /** Brings the test's tab or the one beside it to the front: what is hidden is not read. */
  front(which: "page" | "own"): Promise<void>;
  /** A png of the visible part of the tab beside the test's. */
  screenshotOfOwn(): Promise<Uint8Array>;
  /** Clicks in the open popup, in the panel or in the options page as a person would. */
  clickIn(where: "popup" | "panel" | "options", selector: string): Promise<void>;
  /** Presses keys in the options page. */
  pressInOptions(...keys: string[]): Promise<void>;
  /** Chooses a file in a field of the options page. */
  chooseFile(selector: string, path: string): Promise<void>;
  /** Makes the options page so many CSS pixels wide. */
  widenOptions(width: number): Promise<void>;
  /** Makes the test's tab so many CSS pixels wide and high, as resizing the window and zooming both do. */
  resize(width: number, height: number): Promise<void>;
  /** Which colours the reader of the screen has asked for. */
  prefer(scheme: "light" | "dark"): Promise<void>;
  /** Presses keys one after the other, as a person would: `j`, `?`, `Enter`, `Escape`, `Control+v`. */
  press(...keys: string[]): Promise<void>;
  /** The same in the panel, where the focus is. */
  pressInPanel(...keys: string[]): Promise<void>;
  /** Clicks the middle of an element as a person would. */
  click(selector: string): Promise<void>;
  /** Presses the mouse at a place in the window, whatever lies there. */
  clickPlace(x: number, y: number): Promise<void>;
  /** Lets the extension read a further site: its question to the browser, answered with yes. */
  allow(origin: string): Promise<void>;
  /** What stands in our layers on the page. */
  layers(): Promise<LayerNode<unknown>[]>;
  /** Runs a function on one of these. */
  onLayerNode<T>(node: LayerNode<unknown>, declaration: string): Promise<T>;
  /** What the bar of teaching says, a line each, with `- ` before what can be chosen; empty where there is none. */
  taught(): Promise<string>;
  /** Clicks what bears this name in the bar of teaching. */
  clickTaught(act: string): Promise<void>;
  /** A png of the visible part of the page. */
  screenshot(): Promise<Uint8Array>;
  /** Stops the extension's background as the browser does to save memory. */
  stopBackground(): Promise<void>;
  /** Reloads the extension while pages stay open. */
  reloadExtension(): Promise<void>;
  /** Makes the synchronised storage refuse every call, or work again. */
  failSync(fails: boolean): Promise<void>;
  /** Ends the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Polls until the answer is truthy and returns it; the error tells what was waited for and what came last. */
export async function until<T>(what: string, ask: () => Promise<T>, milliseconds = 20_000): Promise<NonNullable<T>> {
  const end = Date.now() + milliseconds;
  let last: unknown;
  // Asked ever more rarely: two browsers share the machine, and to ask costs the one that is waited for.
  for (let pause = 20; ; pause = Math.min(pause * 1.3, 120)) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited in vain for ${what}; last: ${last instanceof Error ? last.stack : JSON.stringify(last)}`);
    await new Promise((done) => setTimeout(done, pause));
  }
}

/** The chip that an element of our layer is; null for the layer's other parts. */
export function chipOf(tag: string, attributes: Readonly<Record<string, string>>): Chip | null {
  const [kind, state] = (attributes["class"] ?? "").split(" ");
  if (tag !== "button" || kind !== "chip") return null;
  const style = attributes["style"] ?? "";
  const [, x = "0", y = "0"] = /translate\((-?[\d.]+)px(?:, (-?[\d.]+)px)?\)/.exec(style) ?? [];
  return { label: attributes["aria-label"] ?? "", state: state ?? "", visible: /visibility:\s*visible/.test(style), x: Number(x), y: Number(y) };
}

/** The width of the ring, where the element is the ring and is shown. */
export function ringOf(tag: string, attributes: Readonly<Record<string, string>>): number | null {
  if (tag !== "div" || attributes["class"] !== "ring" || "hidden" in attributes) return null;
  const [, width = "0"] = /width:\s*([\d.]+)px/.exec(attributes["style"] ?? "") ?? [];
  return Number(width);
}

/** The badge that an element of our layer is, from its tag and attributes; null for the layer's other parts. */
export function badgeOf(tag: string, attributes: Readonly<Record<string, string>>): Badge | null {
  const [kind, level] = (attributes["class"] ?? "").split(" ");
  if (tag !== "button" || kind !== "badge") return null;
  return { label: attributes["aria-label"] ?? "", level: level ?? "", visible: !/visibility:\s*hidden/.test(attributes["style"] ?? "") };
}
