// Chromium: playwright-core drives the system's own Chromium over its debugging protocol.

import { rm } from "node:fs/promises";
import type { BrowserContext, CDPSession, Frame, Page } from "playwright-core";
import { calledOn, layersOf } from "./chromium-layers.ts";
import { badgeOf, type Badge, type Chip, chipOf, type Driver, ringOf, type Serve, until } from "./driver.ts";
import { type LayerNode, partsOf, taughtIn } from "./layers.ts";

export class ChromiumDriver implements Driver {
  readonly browser = "chromium";
  leaks: string[] = [];
  errors: string[] = [];
  private serve: Serve | null = () => null;
  private own!: Page;
  private session: Promise<CDPSession> | null = null;
  page!: Page;

  constructor(public context: BrowserContext, private readonly origin: string, private readonly profile: string, private readonly start: () => Promise<BrowserContext>) {}

  /** `first`: the extension has just been installed. */
  async prepare(first: boolean): Promise<void> {
    await this.context.route(/^(https?|wss?):/, async (route) => {
      if (!this.serve) return route.continue();
      const url = new URL(route.request().url());
      const served = this.serve(url);
      if (!served) this.leaks.push(url.href);
      const body = served ? (typeof served.body === "string" ? served.body : Buffer.from(served.body)) : "";
      const headers = served ? { "content-type": served.type, ...served.headers } : {};
      // The page may have been left while its request was waiting.
      await route.fulfill({ status: served ? 200 : 404, headers, body }).catch(() => undefined);
    });
    // The extension greets whoever installs it. That tab may come before or after the first one and would stand before the test's.
    const greeting = first ? await until("the welcome page", async () => this.context.pages().find((it) => it.url().endsWith("/pages/welcome.html"))) : null;
    this.page = this.context.pages().find((it) => it !== greeting) ?? (await this.context.newPage());
    this.session = null;
    this.page.on("pageerror", (error) => this.errors.push(String(error)));
    await greeting?.close();
    await this.openOwnPage();
  }

  private async openOwnPage(): Promise<void> {
    this.own = await this.context.newPage();
    await until("the extension's page", async () => {
      await this.own.goto(`${this.origin}/pages/popup.html`);
      return this.own.evaluate("typeof chrome.tabs === 'object'");
    });
    // A page that is not in front is hidden, and what is hidden is not read.
    await until("the page to be in front", async () => {
      await this.page.bringToFront();
      return this.page.evaluate("!document.hidden");
    });
  }

  async open(url: string, serve: Serve | null): Promise<void> {
    await this.page.goto("about:blank");
    this.serve = serve;
    this.leaks = [];
    this.errors = [];
    // The greeting's tab, closed at the start, hands the front on whenever it gets to that; keys for a frame go astray in a tab behind.
    await this.page.bringToFront();
    await this.page.goto(url, { waitUntil: "load" });
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.page.evaluate(expression) as Promise<T>;
  }

  async panel<T>(expression: string): Promise<T | null> {
    const frame = this.panelFrame();
    return frame ? ((await frame.evaluate(expression)) as T) : null;
  }

  extension<T>(expression: string): Promise<T> {
    return this.own.evaluate(withTab(expression)) as Promise<T>;
  }

  async openPopup(): Promise<void> {
    await this.page.bringToFront();
    await this.own.goto(`${this.origin}/pages/popup.html`);
    await this.ownShows(".popup h2");
  }

  async openOptions(): Promise<void> {
    await this.own.goto(`${this.origin}/pages/options.html`);
    await this.ownShows("main section");
  }

  /** Playwright itself would wait for frames, which a tab behind another does not draw. */
  private ownShows(selector: string): Promise<unknown> {
    return until(selector, () => this.own.evaluate(`document.querySelector(${JSON.stringify(selector)}) !== null`));
  }

  async openOwn(page: string): Promise<void> {
    // A change of the hash alone would load nothing.
    await this.own.goto("about:blank");
    await this.own.goto(`${this.origin}/pages/${page}`);
  }

  async inFrame<T>(part: string, expression: string): Promise<T | null> {
    const frame = this.own.frames().find((it) => it !== this.own.mainFrame() && it.url().includes(part));
    return frame ? ((await frame.evaluate(expression)) as T) : null;
  }

  async clickInFrame(part: string, selector: string): Promise<void> {
    await this.own.frames().find((it) => it !== this.own.mainFrame() && it.url().includes(part))?.click(selector);
  }

  async pressInFrame(_part: string, ...keys: string[]): Promise<void> {
    for (const key of keys) await this.own.keyboard.press(key);
  }

  async front(which: "page" | "own"): Promise<void> {
    await (which === "page" ? this.page : this.own).bringToFront();
  }

  async screenshotOfOwn(): Promise<Uint8Array> {
    return this.own.screenshot();
  }

  async pressInOptions(...keys: string[]): Promise<void> {
    for (const key of keys) await this.own.keyboard.press(key);
  }

  async chooseFile(selector: string, path: string): Promise<void> {
    await this.own.setInputFiles(selector, path);
  }

  async widenOptions(width: number): Promise<void> {
    await this.own.setViewportSize({ width, height: 900 });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  async clickIn(where: "popup" | "panel" | "options", selector: string): Promise<void> {
    if (where === "panel") return this.panelFrame()?.click(selector);
    // A tab behind another draws no frames, and a click waits for some.
    await this.own.bringToFront();
    await this.own.click(selector);
    await this.page.bringToFront();
  }

  async prefer(scheme: "light" | "dark"): Promise<void> {
    for (const page of [this.page, this.own]) await page.emulateMedia({ colorScheme: scheme });
  }

  private panelFrame(): Frame | undefined {
    return this.page.frames().find((it) => it.url().startsWith("chrome-extension://"));
  }

  async badges(): Promise<Badge[]> {
    return partsOf(await this.layers(), badgeOf);
  }

  async chips(): Promise<Chip[]> {
    return partsOf(await this.layers(), chipOf);
  }

  async ring(): Promise<number | null> {
    return partsOf(await this.layers(), ringOf)[0] ?? null;
  }

  async layers(): Promise<LayerNode<number>[]> {
    return layersOf(await this.protocol());
  }

  onLayerNode<T>({ handle }: LayerNode<unknown>, declaration: string): Promise<T> {
    return this.protocol().then((session) => calledOn(session, handle as number, declaration)) as Promise<T>;
  }

  /** The protocol itself, for what Playwright has no call for. */
  protocol(): Promise<CDPSession> {
    return (this.session ??= this.context.newCDPSession(this.page));
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  pressInPanel(...keys: string[]): Promise<void> {
    return this.press(...keys);
  }

  async wheelAt(x: number, y: number, pixels: number): Promise<void> {
    await this.page.mouse.move(x - 2, y);
    await this.page.mouse.move(x, y);
    await this.page.mouse.move(x + 2, y);
    await this.page.mouse.wheel(0, pixels);
  }

  async clickPlace(x: number, y: number): Promise<void> {
    await this.page.mouse.move(x, y);
    await this.page.mouse.click(x, y);
  }

  /** What a person has allowed on the extension's card is not asked for again. */
  async allow(origin: string): Promise<void> {
    const cards = await this.context.newPage();
    await cards.goto("chrome://extensions");
    const id = this.origin.slice("chrome-extension://".length);
    await cards.evaluate(`chrome.developerPrivate.addHostPermission(${JSON.stringify(id)}, ${JSON.stringify(`${origin}/*`)})`);
    await cards.close();
    const allowed = await this.own.evaluate(`chrome.permissions.request({ origins: [${JSON.stringify(`${origin}/*`)}] })`);
    if (allowed !== true) throw new Error(`${origin} is not allowed`);
    // A tab that is closed hands the front to one beside it, whenever it gets to that.
    await until("the page to be in front", async () => {
      await this.page.bringToFront();
      return this.page.evaluate("!document.hidden");
    });
  }

  async taught(): Promise<string> {
    return taughtIn(await this.layers());
  }

  async clickTaught(act: string): Promise<void> {
    const session = await this.protocol();
    const { handle: backendNodeId } = await until(act, async () => (await layersOf(session)).find((it) => it.attributes["data-act"] === act));
    await session.send("DOM.scrollIntoViewIfNeeded", { backendNodeId });
    const { model } = await session.send("DOM.getBoxModel", { backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    await this.clickPlace((left + right) / 2, (top + bottom) / 2);
  }

  async click(selector: string): Promise<void> {
    await this.page.click(selector);
  }

  screenshot(): Promise<Uint8Array> {
    return this.page.screenshot();
  }

  async stopBackground(): Promise<void> {
    const session = await this.context.newCDPSession(this.own);
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await session.detach();
  }

  async reloadExtension(): Promise<void> {
    const closed = this.own.waitForEvent("close");
    await this.own.evaluate("void chrome.runtime.reload()").catch(() => undefined);
    await closed;
    await this.openOwnPage();
  }

  async restart(): Promise<void> {
    await this.context.close();
    this.context = await this.start();
    await this.prepare(false);
  }

  /** The background's own calls are answered as a broken profile would. It forgets that when it is stopped. */
  async failSync(fails: boolean): Promise<void> {
    await this.inBackground(`(() => {
      globalThis.whole ??= { ...Object.fromEntries(['get', 'set', 'remove'].map((call) => [call, chrome.storage.sync[call].bind(chrome.storage.sync)])) };
      const broken = () => Promise.reject(new Error("An unexpected error occurred"));
      for (const call of ['get', 'set', 'remove']) chrome.storage.sync[call] = ${fails} ? broken : globalThis.whole[call];
    })()`);
  }

  /** What a team's policy says, though no administrator's file is there. */
  async policy(items: unknown): Promise<void> {
    await this.inBackground(`void (chrome.storage.managed.get = async () => (${JSON.stringify(items)}))`);
  }

  /** Runs a script in the background. */
  async inBackground(expression: string): Promise<void> {
    // A question starts it where it has been stopped.
    await this.own.evaluate("chrome.runtime.sendMessage({ kind: 'settings.look' })");
    const worker = await until("the background", async () => this.context.serviceWorkers().at(-1));
    await worker.evaluate(expression);
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The expression with `tab` bound to the id of the test's tab: the only one that is not the extension's own. */
export function withTab(expression: string): string {
  return `(async () => {
    const tab = (globalThis.testTab ??= await chrome.tabs.getCurrent().then(async (me) => (await chrome.tabs.query({})).find((it) => it.id !== me.id).id));
    return (${expression});
  })()`;
}
