// The page side inside the extension: the background evaluates, the panel and the popup knock here.

import { EngineStopped, type Host, type HostEvents, HostGone, type PanelEvents, type PanelPort } from "./host";
import type { Dock, FromPanel, Report, ScoreField, StartAnswer } from "./protocol";

type Incoming = { kind?: string; paused?: unknown; frame?: unknown; report?: unknown; id?: unknown; dock?: unknown; key?: unknown };

/** The answer, unless it says why nothing was kept. */
function failing(answer: unknown): unknown {
  const { refused, failed, error } = (answer ?? {}) as { refused?: string; failed?: string; error?: string };
  const why = refused ?? failed ?? error;
  if (why !== undefined) throw new Error(why);
  return answer;
}

export class ChromeHost implements Host {
  readonly #id = chrome.runtime.id;
  /** Which frame of the tab this is, as the browser numbers them. */
  #frame = 0;

  async start(): Promise<StartAnswer> {
    const answer = await this.#ask({ kind: "start", load: performance.timeOrigin });
    if (!answer || typeof answer !== "object" || !("keymap" in answer)) throw new EngineStopped("no start");
    const { frame, ...start } = answer as StartAnswer & { frame?: number };
    this.#frame = frame ?? 0;
    return start;
  }

  wake(): void {
    this.#ask({ kind: "wake" }).catch(() => undefined);
  }

  async evaluate(request: string): Promise<string> {
    const answer = await this.#ask({ kind: "evaluate", request });
    if (typeof answer !== "string") throw new EngineStopped("no answer");
    return answer;
  }

  async pause(paused: boolean): Promise<void> {
    await this.#ask({ kind: "pause", paused });
  }

  async keep(name: string, field: ScoreField, value: string | null): Promise<void> {
    failing(await this.#ask({ kind: "score.keep", name, field, value }));
  }

  async teach(page: object): Promise<void> {
    failing(await this.#ask({ kind: "teach.keep", page }));
  }

  day(message: { kind: string } & Record<string, unknown>): Promise<unknown> {
    return this.#ask(message).then(failing);
  }

  async keepDock(dock: Partial<Dock>): Promise<void> {
    failing(await this.#ask({ kind: "dock", ...dock }));
  }

  async openOptions(): Promise<void> {
    failing(await this.#ask({ kind: "options.open" }));
  }

  /** After a reload of the extension the old content script loses its `runtime.id`. */
  alive(): boolean {
    try {
      return chrome.runtime?.id === this.#id;
    } catch {
      return false;
    }
  }

  panelUrl(): string | null {
    return this.alive() ? chrome.runtime.getURL(`pages/panel.html#${this.#frame}`) : null;
  }

  panelAdded(): void {
    // The panel connects by itself, with tabs.connect.
  }

  onPanel(events: PanelEvents, signal: AbortSignal): void {
    const connected = (port: chrome.runtime.Port): void => {
      if (!port.name.startsWith("panel") || port.sender?.id !== this.#id) return port.disconnect();
      port.onMessage.addListener((message: FromPanel) => events.message(message));
      // A port of a reloaded extension throws on every call.
      const quietly = (call: () => void): void => {
        try {
          call();
        } catch {
          events.closed(mine);
        }
      };
      const mine: PanelPort = { post: (message) => quietly(() => port.postMessage(message)), close: () => quietly(() => port.disconnect()) };
      port.onDisconnect.addListener(() => events.closed(mine));
      events.opened(mine);
    };
    this.#during(signal, chrome.runtime.onConnect, connected);
  }

  listen(events: HostEvents, signal: AbortSignal): void {
    const heard = (message: Incoming, sender: chrome.runtime.MessageSender, respond: (answer: unknown) => void): boolean => {
      if (sender.id !== this.#id) return false;
      switch (message?.kind) {
        case "report":
          respond(events.report());
          return false;
        case "pause":
          events.pause(message.paused === true);
          respond(true);
          return false;
        case "refresh":
          events.refresh();
          return false;
        case "day":
          events.day();
          return false;
        case "dock":
          events.dock(message.dock as Dock);
          return false;
        case "go":
          respond(events.go(String(message.key)));
          return false;
        case "frame-ask":
          events.frameAsk();
          return false;
        case "command":
          events.command(String(message.id));
          respond(true);
          return false;
        case "frame-report":
          if (typeof message.frame === "number" && message.report) events.frameReport(message.frame, message.report as Report);
          return false;
        default:
          return false;
      }
    };
    this.#during(signal, chrome.runtime.onMessage, heard);
  }

  sendFrameReport(report: Report): void {
    this.#ask({ kind: "frame-report", report }).catch(() => undefined);
  }

  #during<T extends (...args: never[]) => unknown>(signal: AbortSignal, event: { addListener(it: T): void; removeListener(it: T): void }, listener: T): void {
    event.addListener(listener);
    signal.addEventListener("abort", () => this.alive() && event.removeListener(listener), { once: true });
  }

  /** A worker that was stopped in the middle of a request is asked once more: the browser wakes it up. */
  async #ask(message: object): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      if (!this.alive()) throw new HostGone();
      try {
        return await chrome.runtime.sendMessage(message);
      } catch (error) {
        if (!this.alive() || /context invalidated/i.test(String(error))) throw new HostGone();
        if (attempt === 1) throw new EngineStopped(String(error));
      }
    }
  }
}
