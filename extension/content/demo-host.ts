// The page side without an extension: the engine runs in the demo page itself, the panel is a frame of the same site.

import { DemoDay } from "./demo-day";
import type { Host, HostEvents, PanelEvents, PanelPort } from "./host";
import type { Dock, FromPanel, Report, ScoreField, StartAnswer } from "./protocol";

export interface DemoOptions {
  /** Asks the engine; throws {@link EngineStopped} where it cannot answer. */
  evaluate: (request: string) => Promise<string>;
  locale: string;
  /** Address of the panel page, of this site's origin. */
  panelUrl: string;
}

/** The panel has no background to ask here. */
interface Question {
  kind: "write" | "day";
  id: number;
  request: string;
}

const PAUSED = "aftersales-radar-paused";
const TAUGHT = "aftersales-radar-taught";
const TARGETS = "aftersales-radar-targets";

type Targets = Record<string, Record<string, unknown>>;

export class DemoHost implements Host {
  #events: PanelEvents | null = null;
  #heard: HostEvents | null = null;
  #dock: Partial<Dock> = {};
  readonly #day = new DemoDay();

  constructor(private readonly options: DemoOptions) {}

  async start(): Promise<StartAnswer> {
    const { locale } = this.options;
    const answer = await this.evaluate(JSON.stringify({ kind: "start", v: 1, locale, settings: { locale } }));
    return { ...(JSON.parse(answer) as StartAnswer), settings: { locale, targets: kept(), taught: taught(), dock: this.#dock }, paused: sessionStorage.getItem(PAUSED) === "1" };
  }

  wake(): void {
    // The engine runs in this page.
  }

  evaluate(request: string): Promise<string> {
    return this.options.evaluate(request);
  }

  async pause(paused: boolean): Promise<void> {
    if (paused) sessionStorage.setItem(PAUSED, "1");
    else sessionStorage.removeItem(PAUSED);
  }

  async keep(name: string, field: ScoreField, value: string | null): Promise<void> {
    const all = kept();
    all[name] = { ...all[name], [field]: value };
    sessionStorage.setItem(TARGETS, JSON.stringify(all));
  }

  async teach(page: object): Promise<void> {
    sessionStorage.setItem(TAUGHT, JSON.stringify([page, ...taught()]));
    this.#heard?.refresh();
  }

  day(message: { kind: string } & Record<string, unknown>): Promise<unknown> {
    return this.#day.page(message);
  }

  async keepDock(dock: Partial<Dock>): Promise<void> {
    Object.assign(this.#dock, dock);
  }

  async openOptions(): Promise<void> {
    // The published demo has none; those of the extension lie beside its own demo.
    if (/^chrome-extension:|^moz-extension:/.test(location.protocol)) window.open("options.html", "_blank", "noopener");
  }

  alive(): boolean {
    return true;
  }

  panelUrl(): string {
    return this.options.panelUrl;
  }

  /** The panel page says when it is ready and is given one end of a channel. */
  panelAdded(frame: HTMLIFrameElement): void {
    const ready = (event: MessageEvent): void => {
      if (event.origin !== location.origin || event.source !== frame.contentWindow || (event.data as { kind?: string } | null)?.kind !== "panel-ready") return;
      window.removeEventListener("message", ready);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<FromPanel | Question>) => {
        if (!("request" in data)) return this.#events?.message(data);
        const answer = (text: string | null): void => port1.postMessage({ kind: "answer", id: data.id, text });
        const asked = data.kind === "day" ? this.#ofDay(data.request) : this.evaluate(data.request);
        asked.then(answer, () => answer(null));
      };
      frame.contentWindow?.postMessage({ kind: "panel-port", locale: this.options.locale }, location.origin, [port2]);
      const port: PanelPort = {
        post: (message) => port1.postMessage(message),
        close: () => {
          port1.close();
          this.#events?.closed(port);
        },
      };
      this.#events?.opened(port);
    };
    window.addEventListener("message", ready);
  }

  /** A change made in the panel is also one of the page's records. */
  async #ofDay(request: string): Promise<string> {
    const message = JSON.parse(request) as Record<string, unknown>;
    const answer = JSON.stringify(await this.#day.panel(message));
    if (message["kind"] === "day.mark") this.#heard?.day();
    return answer;
  }

  onPanel(events: PanelEvents): void {
    this.#events = events;
  }

  listen(events: HostEvents): void {
    this.#heard = events;
  }

  sendFrameReport(): void {
    // Demo pages have no frames of other sites.
  }

  /** What the popup would ask of the page. */
  report(): Report | null {
    return this.#heard?.report() ?? null;
  }

  setPaused(paused: boolean): void {
    this.#heard?.pause(paused);
  }

  command(id: string): void {
    this.#heard?.command(id);
  }
}

function taught(): object[] {
  try {
    return (JSON.parse(sessionStorage.getItem(TAUGHT) ?? "[]") as object[] | null) ?? [];
  } catch {
    return [];
  }
}

function kept(): Targets {
  try {
    return (JSON.parse(sessionStorage.getItem(TARGETS) ?? "{}") as Targets | null) ?? {};
  } catch {
    return {};
  }
}
