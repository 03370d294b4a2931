// What the page side needs from where it runs: the extension (chrome-host.ts) or a demo page (demo-host.ts). The same content code runs on both.

import type { Desk, Dock, FromPanel, Report, ScoreField, StartAnswer } from "./protocol";

/** The extension was reloaded or removed under the open page: everything of ours has to leave. */
export class HostGone extends Error {
  override name = "HostGone";
}

/** The engine cannot answer now; the next change of the page tries again. */
export class EngineStopped extends Error {
  override name = "EngineStopped";
}

/** The two ends of the talk with the panel; it is over when `closed` is called. */
export type ToPanel =
  | Desk
  /** `field`: the command leads to a field, and what is typed meanwhile comes after it. */
  | { kind: "command"; id: string; field?: true }
  | { kind: "copied"; key: string; advice: string }
  | { kind: "inserted"; key: string; outcome: string }
  /** A key that was pressed while the focus was on its way into the panel. */
  | { kind: "typed"; key: string }
  /** The page has lost the focus: nothing more is typed from here. */
  | { kind: "left" };

export interface PanelPort {
  post(message: ToPanel): void;
  close(): void;
}

/** What arrives over a panel's port. */
export interface PanelEvents {
  opened(port: PanelPort): void;
  message(message: FromPanel): void;
  /** `port` is over; a newer one may have taken its place. */
  closed(port: PanelPort): void;
}

/** What the extension's own pages and other frames ask of the page side. */
export interface HostEvents {
  report(): Report;
  pause(paused: boolean): void;
  /** Settings have changed: ask `start` again. */
  refresh(): void;
  /** A command from the popup: one of the table, or `panel.open`. */
  command(id: string): void;
  /** The working day has changed elsewhere. */
  day(): void;
  /** The panel was moved or widened elsewhere. */
  dock(dock: Dock): void;
  /** Is this record on the page? Then it is shown. */
  go(key: string): boolean;
  /** The top frame is there now: frames that read themselves tell it. */
  frameAsk(): void;
  /** Another frame of this tab has read its part. Only the top frame is told. */
  frameReport(frame: number, report: Report): void;
}

export interface Host {
  start(): Promise<StartAnswer>;
  /** A question will follow: an engine that was stopped starts meanwhile. */
  wake(): void;
  /** The engine's answer to one request of docs/protocol.md. Throws {@link HostGone} or {@link EngineStopped}. */
  evaluate(request: string): Promise<string>;
  /** Keeps the switch for this site. */
  pause(paused: boolean): Promise<void>;
  /** Keeps what the agent says of a score, `name` being platform and metric. */
  keep(name: string, field: ScoreField, value: string | null): Promise<void>;
  /** Keeps a page that was taught; throws with the reason where it is not kept. */
  teach(page: object): Promise<void>;
  /** A question or word about the working day, docs/protocol.md section 7. */
  day(message: { kind: string } & Record<string, unknown>): Promise<unknown>;
  /** Keeps where the panel is docked. */
  keepDock(dock: Partial<Dock>): Promise<void>;
  /** Opens the options in a tab of their own. */
  openOptions(): Promise<void>;
  /** Is this side still connected to its extension? */
  alive(): boolean;
  /** Where the panel lies, or null where there is none. */
  panelUrl(): string | null;
  /** The frame has been put into the page: a demo host hands its message port over; in the extension the panel connects by itself. */
  panelAdded(frame: HTMLIFrameElement): void;
  onPanel(events: PanelEvents, signal: AbortSignal): void;
  listen(events: HostEvents, signal: AbortSignal): void;
  /** Tells the top frame what this frame has read. */
  sendFrameReport(report: Report): void;
}
