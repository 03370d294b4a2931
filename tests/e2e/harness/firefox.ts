// Firefox: geckodriver and WebDriver BiDi. Requests are answered by BiDi's network interception, so pages have their real addresses.

import type { Session } from "./bidi.ts";
import { withTab } from "./chromium.ts";
import { answer, type Blocked } from "./firefox-answer.ts";
import { clickAt, clickNode, clickOn, press, wheelAt } from "./firefox-input.ts";
import { calledOn, layersOf } from "./firefox-layers.ts";
import { badgeOf, type Badge, type Chip, chipOf, type Driver, ringOf, type Serve, until } from "./driver.ts";
import { type LayerNode, partsOf, taughtIn } from "./layers.ts";

/** Firefox draws the id of an extension's pages by lot; a preference fixes it. */
export const PAGES_ID = "5f0c1f5e-6d8a-4c0e-9a55-3f2f8f1b7a11";

interface Tree {
  readonly contexts: readonly { readonly context: string; readonly url: string; readonly children: Tree["contexts"] }[];
}

export class FirefoxDriver implements Driver {
  readonly browser = "firefox";
  leaks: string[] = [];
  errors: string[] = [];
  private serve: Serve | null = () => null;
  private page = "";
  private own = "";

  constructor(private session: Session, private readonly folder: string, private readonly start: () => Promise<Session>, private readonly cleared: () => Promise<void>) {}

  /** `first`: the extension has not been in this profile before. */
  async prepare(first: boolean): Promise<void> {
    await this.session.classic("/moz/addon/install", { path: this.folder, temporary: true });
    this.session.on("network.beforeRequestSent", (event: Blocked) => void this.answer(event));
    this.session.on("log.entryAdded", (entry: { type: string; level: string; text: string }) => {
      if (entry.type === "javascript" && entry.level === "error") this.errors.push(entry.text);
    });
    await this.session.send("session.subscribe", { events: ["network.beforeRequestSent", "log.entryAdded"] });
    const urlPatterns = ["http", "https"].map((protocol) => ({ type: "pattern", protocol }));
    await this.session.send("network.addIntercept", { phases: ["beforeRequestSent"], urlPatterns });
    if (first) await this.closeGreeting();
    const { contexts } = await this.session.send<Tree>("browsingContext.getTree", {});
    this.page = contexts.find((it) => !it.url.startsWith("moz-extension:"))?.context ?? "";
    await this.openOwnPage();
  }

  /** The extension greets whoever installs it, and would stand before the test's tab. */
  private async closeGreeting(): Promise<void> {
    const greeting = await until("the welcome page", async () => {
      const { contexts } = await this.session.send<Tree>("browsingContext.getTree", {});
      return contexts.find((it) => it.url.endsWith("/pages/welcome.html"));
    });
    await this.session.send("browsingContext.close", { context: greeting.context });
  }

  private async openOwnPage(): Promise<void> {
    this.own = (await this.session.send<{ context: string }>("browsingContext.create", { type: "tab", background: true })).context;
    await until("the extension's page", async () => {
      await this.goOwn("popup.html");
      return this.run(this.own, "typeof chrome.tabs === 'object'");
    });
    await this.session.send("browsingContext.activate", { context: this.page });
  }

  private async answer(blocked: Blocked): Promise<void> {
    const served = await answer(this.session, blocked, this.serve);
    if (served === null) this.leaks.push(blocked.request.url);
  }

  async open(url: string, serve: Serve | null): Promise<void> {
    await this.session.send("browsingContext.navigate", { context: this.page, url: "about:blank", wait: "complete" });
    this.serve = serve;
    this.leaks = [];
    this.errors = [];
    await this.session.send("browsingContext.activate", { context: this.page });
    await this.focusContent();
    await this.session.send("browsingContext.navigate", { context: this.page, url, wait: "complete" });
  }

  /** As a click into the page does: Tab may have carried the focus into the browser's own bars, where a button in the page hears no Enter. */
  private focusContent(): Promise<void> {
    return this.privileged("Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser.focus();", []);
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.run(this.page, expression);
  }

  async panel<T>(expression: string): Promise<T | null> {
    const frame = await this.panelFrame();
    return frame ? this.run<T>(frame, expression) : null;
  }

  private async panelFrame(): Promise<string | undefined> {
    const { contexts } = await this.session.send<Tree>("browsingContext.getTree", { root: this.page });
    return contexts[0]?.children.find((it) => it.url.startsWith("moz-extension://"))?.context;
  }

  extension<T>(expression: string): Promise<T> {
    return this.run(this.own, withTab(expression));
  }

  async openPopup(): Promise<void> {
    await this.session.send("browsingContext.activate", { context: this.page });
    await this.goOwn("popup.html");
    await until("the popup", () => this.run(this.own, "document.querySelector('.popup h2') !== null"));
  }

  async openOptions(): Promise<void> {
    await this.goOwn("options.html");
    await until("the options page", () => this.run(this.own, "document.querySelector('main section') !== null"));
  }

  async openOwn(page: string): Promise<void> {
    // A change of the hash alone would load nothing.
    await this.session.send("browsingContext.navigate", { context: this.own, url: "about:blank", wait: "complete" });
    await this.goOwn(page);
  }

  private readonly goOwn = (page: string): Promise<unknown> =>
    this.session.send("browsingContext.navigate", { context: this.own, url: `moz-extension://${PAGES_ID}/pages/${page}`, wait: "complete" });

  private async ownFrame(part: string): Promise<string | undefined> {
    const { contexts } = await this.session.send<Tree>("browsingContext.getTree", { root: this.own });
    const all = (some: Tree["contexts"]): Tree["contexts"] => some.flatMap((it) => [it, ...all(it.children)]);
    return all(contexts[0]?.children ?? []).find((it) => it.url.includes(part))?.context;
  }

  async inFrame<T>(part: string, expression: string): Promise<T | null> {
    const frame = await this.ownFrame(part);
    return frame ? this.run<T>(frame, expression) : null;
  }

  async clickInFrame(part: string, selector: string): Promise<void> {
    const frame = await this.ownFrame(part);
    if (frame) await this.clickOn(frame, selector);
  }

  async pressInFrame(part: string, ...keys: string[]): Promise<void> {
    const frame = await this.ownFrame(part);
    if (frame) await press(this.session, frame, keys);
  }

  async front(which: "page" | "own"): Promise<void> {
    await this.session.send("browsingContext.activate", { context: which === "page" ? this.page : this.own });
  }

  async screenshotOfOwn(): Promise<Uint8Array> {
    return Buffer.from((await this.session.send<{ data: string }>("browsingContext.captureScreenshot", { context: this.own })).data, "base64");
  }

  async pressInOptions(...keys: string[]): Promise<void> {
    // Only the tab in front takes keys.
    await this.session.send("browsingContext.activate", { context: this.own });
    await press(this.session, this.own, keys);
  }

  async chooseFile(selector: string, path: string): Promise<void> {
    const { result } = await this.session.send<{ result: { sharedId: string } }>("script.evaluate", {
      expression: `document.querySelector(${JSON.stringify(selector)})`, target: { context: this.own }, awaitPromise: false,
    });
    await this.session.send("input.setFiles", { context: this.own, element: { sharedId: result.sharedId }, files: [path] });
  }

  async widenOptions(width: number): Promise<void> {
    await this.session.send("browsingContext.setViewport", { context: this.own, viewport: { width, height: 900 } });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.session.send("browsingContext.setViewport", { context: this.page, viewport: { width, height } });
  }

  async clickIn(where: "popup" | "panel" | "options", selector: string): Promise<void> {
    if (where === "panel") {
      const frame = await this.panelFrame();
      return frame ? this.clickOn(frame, selector) : undefined;
    }
    // Only the tab in front takes the pointer.
    await this.session.send("browsingContext.activate", { context: this.own });
    await this.clickOn(this.own, selector);
    await this.session.send("browsingContext.activate", { context: this.page });
  }

  /** The preference behind "appearance of websites": 0 is dark, 1 is light. */
  async prefer(scheme: "light" | "dark"): Promise<void> {
    await this.privileged("Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0]);", [scheme === "dark" ? 0 : 1]);
  }

  async badges(): Promise<Badge[]> {
    return partsOf(await this.layers(), badgeOf);
  }

  readonly chips = async (): Promise<Chip[]> => partsOf(await this.layers(), chipOf);

  readonly ring = async (): Promise<number | null> => partsOf(await this.layers(), ringOf)[0] ?? null;

  layers(): Promise<LayerNode<string>[]> {
    return layersOf(this.session, this.page);
  }

  onLayerNode<T>({ handle }: LayerNode<unknown>, declaration: string): Promise<T> {
    return calledOn(this.session, this.page, handle as string, declaration) as Promise<T>;
  }

  press(...keys: string[]): Promise<void> {
    return press(this.session, this.page, keys);
  }

  async pressInPanel(...keys: string[]): Promise<void> {
    const frame = await this.panelFrame();
    if (frame) await press(this.session, frame, keys);
  }

  wheelAt(x: number, y: number, pixels: number): Promise<void> {
    return wheelAt(this.session, this.page, x, y, pixels);
  }

  click(selector: string): Promise<void> {
    return this.clickOn(this.page, selector);
  }

  private clickOn(context: string, selector: string): Promise<void> {
    return clickOn(this.session, context, selector);
  }

  clickPlace(x: number, y: number, context = this.page): Promise<void> {
    return clickAt(this.session, context, x, y);
  }

  /** A preference answers the browser's question with yes; it must be asked while a person's click is handled. */
  async allow(origin: string): Promise<void> {
    await this.privileged("Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);", []);
    const request = `chrome.permissions.request({ origins: [${JSON.stringify(`${origin}/*`)}] })`;
    await this.run(this.own, `void addEventListener("click", () => (globalThis.allowed = ${request}), { once: true, capture: true })`);
    await this.session.send("browsingContext.activate", { context: this.own });
    await this.clickPlace(4, 4, this.own);
    await until(`${origin} to be allowed`, () => this.run(this.own, "globalThis.allowed"));
    await this.run(this.own, "delete globalThis.allowed");
    await this.session.send("browsingContext.activate", { context: this.page });
  }

  async taught(): Promise<string> {
    return taughtIn(await this.layers());
  }

  async clickTaught(act: string): Promise<void> {
    const { handle: sharedId } = await until(act, async () => (await this.layers()).find((it) => it.attributes["data-act"] === act));
    await calledOn(this.session, this.page, sharedId, "(it) => it.scrollIntoView({ block: 'nearest' })");
    await clickNode(this.session, this.page, sharedId);
  }

  async screenshot(): Promise<Uint8Array> {
    const { data } = await this.session.send<{ data: string }>("browsingContext.captureScreenshot", { context: this.page });
    return Buffer.from(data, "base64");
  }

  /** Firefox stops an idle event page by the same call that its developer tools make. */
  async stopBackground(): Promise<void> {
    await this.privileged(
      `const { WebExtensionPolicy } = globalThis; const policy = WebExtensionPolicy.getByHostname(arguments[0]);
      return policy.extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }).then(() => true);`,
      [PAGES_ID],
    );
  }

  /** Runs a script with the browser's own rights. */
  async privileged(script: string, args: readonly unknown[]): Promise<void> {
    await this.session.classic("/moz/context", { context: "chrome" });
    await this.session.classic("/execute/sync", { script, args });
    await this.session.classic("/moz/context", { context: "content" });
  }

  async reloadExtension(): Promise<void> {
    await this.run(this.own, "void chrome.runtime.reload()").catch(() => undefined);
    await until("the extension's page to close", async () => {
      const { contexts } = await this.session.send<Tree>("browsingContext.getTree", {});
      return contexts.every((it) => it.context !== this.own);
    });
    await this.openOwnPage();
  }

  async restart(): Promise<void> {
    await this.session.close();
    this.session = await this.start();
    await this.prepare(false);
  }

  /** The browser's own storage refuses as with a broken profile. */
  async failSync(fails: boolean): Promise<void> {
    await this.privileged(
      `const { extensionStorageSync: own } = ChromeUtils.importESModule("resource://gre/modules/ExtensionStorageSync.sys.mjs");
      for (const call of ["get", "set", "remove"]) arguments[0] ? (own[call] = () => Promise.reject(new Error("broken"))) : delete own[call];`,
      [fails],
    );
  }

  async close(): Promise<void> {
    await this.session.close();
    await this.cleared();
  }

  private readonly run = <T>(context: string, expression: string): Promise<T> => this.session.evaluate(context, expression);
}
