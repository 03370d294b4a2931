// What the agent does with the records: moving, opening, copying. Carries out commands of the key map; decides nothing about refunds.

import { Day } from "./day";
import { canRun } from "./desk-can";
import { type DeskSource, deskMessage, dockOf } from "./desk-message";
import { runOn } from "./desk-run";
import { Handover } from "./handover";
import type { KeyTarget } from "./keys";
import { Messages } from "./messages";
import { Panel } from "./panel";
import type { Dock, FromPanel, View } from "./protocol";
import type { ChipEntry, Entry } from "./records";
import { Reviews } from "./reviews";
import { Scores } from "./scores";
import { Theft } from "./theft";
import { Walk } from "./walk";

export class Desk implements KeyTarget {
  readonly panel: Panel;
  readonly scores: Scores;
  hidden = false;
  readonly reviews: Reviews;
  readonly day: Day;
  readonly walk: Walk;
  readonly theft: Theft;
  readonly messages: Messages;
  readonly #handover: Handover;
  view: View = "queue";

  constructor(readonly source: DeskSource, signal: AbortSignal) {
    const { host, records, painter, say, again, own } = source;
    this.panel = new Panel(host, own);
    this.scores = new Scores({
      host, records, painter, say, again, hidden: () => this.hidden, settings: () => source.answer().settings,
      show: () => (this.panel.isOpen && this.view === "calculator" ? this.post() : this.show("calculator")), post: () => this.post(),
    });
    this.reviews = new Reviews(records);
    this.day = new Day({ host, records, again, say, changed: () => this.refresh() });
    this.walk = new Walk(source, this.day, (other) => {
      if (other) this.messages.advice = null;
      this.#place();
      this.post();
    });
    this.messages = new Messages(source, this, () => this.panel.port);
    this.#handover = new Handover({ send: (message) => (this.panel.port?.post(message), this.panel.port !== null) });
    this.theft = new Theft(() => {
      painter().say(say("page_notice_focus_stolen"));
      this.post();
    });
    const events = {
      opened: (port: Panel["port"]): void => {
        this.panel.port?.close();
        this.panel.port = port;
        this.post();
        this.#handover.opened();
      },
      message: (message: FromPanel): void => this.#heard(message),
      closed: (port: Panel["port"]): void => void (this.panel.port === port && (this.panel.port = null)),
    };
    host.onPanel(events, signal);
  }

  can(id: string): boolean {
    const { records, answer, teaching } = this.source;
    return canRun(id, {
      teaching: teaching.active, paused: answer().paused, open: this.panel.isOpen, view: this.view, current: this.walk.current,
      focused: this.walk.focus !== null || this.scores.focus !== null, records, scores: this.scores, undo: this.day.canUndo,
    });
  }

  run(id: string): void {
    runOn(this, id);
  }

  takes(event: KeyboardEvent): boolean {
    return this.#handover.takes(event, event.timeStamp, this.panel.isTarget(event));
  }

  writeInPanel(id: string): void {
    if (this.panel.isOpen) this.#handover.begin(id, performance.now());
  }

  /** Shows the card of a refund. */
  open(entry: Entry | undefined): void {
    if (!entry) return this.source.painter().say(this.source.say("page_none_marked"));
    this.walk.set(entry);
    this.show("card");
  }

  openScore(entry: ChipEntry): void {
    this.scores.open(entry);
  }

  close(): void {
    this.#handover.drop();
    this.theft.forget();
    this.panel.close();
    this.source.painter().place();
  }

  /** The records have changed. */
  refresh(): void {
    if (this.walk.focus !== null && !this.walk.current) this.walk.focus = null;
    const marked = this.source.records.marked().map((entry) => this.day.drawn(entry));
    this.source.painter().draw(this.hidden ? [] : marked, this.walk.current);
    this.scores.refresh();
    this.post();
  }

  /** Shows a record that the agent has chosen in another tab's panel; false where it is not here any more. */
  goTo(key: string): boolean {
    const entry = this.source.records.find(key);
    if (entry) this.open(entry);
    return entry !== undefined;
  }

  /** The panel was moved or widened in another tab. */
  dock(dock: Dock): void {
    this.source.answer().settings["dock"] = dock;
    this.#place();
    this.post();
  }

  keepDock(dock: Partial<Dock>): void {
    this.dock({ ...this.panel.dock, ...dock });
    this.source.host.keepDock(dock).catch(() => this.source.painter().say(this.source.say("page_not_kept")));
  }

  async markCurrent(id: string): Promise<void> {
    const key = this.walk.current?.mark.key;
    const said = await this.day.mark(key, id);
    if (said) this.source.painter().say(said);
  }

  show(view: View): void {
    this.view = view;
    if (!this.panel.open(this.source.say("page_panel_title"))) return;
    this.#place();
    this.post();
  }

  #place(): void {
    this.panel.dock = dockOf(this.source.answer().settings);
    this.panel.placeBeside(this.view === "card" ? (this.walk.current?.pieces ?? []) : []);
  }

  toggleMarks(): void {
    this.hidden = !this.hidden;
    this.refresh();
    this.source.painter().say(this.source.say(this.hidden ? "page_marks_hidden" : "page_marks_shown"));
  }

  #heard(message: FromPanel): void {
    switch (message?.kind) {
      case "focus": {
        const entry = this.source.records.find(message.key);
        if (entry) this.walk.set(entry);
        return;
      }
      case "view":
        this.view = message.view;
        this.#place();
        return this.post();
      case "close":
        return this.close();
      case "ready":
        // Going to the field has brought the focus along; where there was none, the panel itself takes it.
        if (this.#handover.arrived() && !message.focused) this.panel.focus();
        return;
      case "command":
        if (this.can(message.id)) this.run(message.id);
        return;
      case "keep":
        return void this.scores.keep(message.key, message.field, message.value);
      case "draft":
        return this.reviews.keep(message);
      case "insert":
        return void this.messages.insert(message.key, message.text);
      case "copied":
        return this.day.copied(message.key, message.advice);
      case "width":
        if (message.kept) return this.keepDock({ width: message.px });
        this.panel.dock = { ...this.panel.dock, width: message.px };
        return this.panel.place();
    }
  }

  post(): void {
    const { port } = this.panel;
    if (port && this.view === "card" && this.walk.focus !== null) this.day.looked(this.walk.focus);
    port?.post(deskMessage(this.source, this, { view: this.view, advice: this.messages.advice }));
  }
}
