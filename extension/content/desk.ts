// What the agent does with the records: moving, opening, copying. Carries out commands of the key map; decides nothing about refunds.

import { Day } from "./day";
import { canRun } from "./desk-can";
import { hear } from "./desk-hear";
import { type DeskSource, deskMessage, dockOf } from "./desk-message";
import { runOn } from "./desk-run";
import { Handover, LATE_KEY_MS } from "./handover";
import type { KeyTarget } from "./keys";
import { Messages } from "./messages";
import { Panel } from "./panel";
import type { Dock, FromPanel, View } from "./protocol";
import type { ChipEntry, Entry } from "./records";
import { Reminder } from "./reminder";
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
  readonly handover: Handover;
  readonly #reminder: Reminder;
  view: View = "queue";
  /** The panel's numbered message that was heard last, and the last one that a desk has answered. */
  #heard = 0;
  #answered = 0;
  /** Commands for a panel that is still on its way. */
  #untold: string[] = [];

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
      this.place();
      this.post();
    });
    this.messages = new Messages(source, this, () => this.panel.port);
    this.handover = new Handover({ send: (message) => (this.panel.port?.post(message), this.panel.port !== null) });
    this.#reminder = new Reminder({ host, painter, say, wanted: () => source.answer().settings["promises"] === true && !source.answer().paused }, signal);
    this.theft = new Theft(() => {
      painter().say(say("page_notice_focus_stolen"));
      this.post();
    });
    const events = {
      opened: (port: Panel["port"]): void => {
        this.panel.port?.close();
        this.panel.port = port;
        this.post();
        for (const id of this.#untold.splice(0)) this.tellPanel(id);
        this.handover.opened();
      },
      message: (message: FromPanel): void => this.#answer(message),
      closed: (port: Panel["port"]): void => void (this.panel.port === port && (this.panel.port = null)),
    };
    host.onPanel(events, signal);
    // A key that the browser sent here before may still be on its way, and comes first.
    window.addEventListener("blur", (event) => event.isTrusted && setTimeout(() => this.handover.left(), LATE_KEY_MS), { signal });
    // Who clicks in the page means the page.
    window.addEventListener("pointerdown", (event) => event.isTrusted && this.handover.drop(), { capture: true, passive: true, signal });
    // Zooming is a resize, too: what the window has become too small for would be cut off.
    window.addEventListener("resize", (event) => event.isTrusted && this.panel.isOpen && this.#fit(), { passive: true, signal });
  }

  #fit(): void {
    this.place();
    this.post();
  }

  can(id: string): boolean {
    const { records, answer, teaching } = this.source;
    return canRun(id, {
      teaching: teaching.active, paused: answer().paused, open: this.panel.isOpen, view: this.view, current: this.walk.current,
      focused: this.walk.focus !== null || this.scores.focus !== null, records, scores: this.scores, undo: this.day.canUndo,
    });
  }

  run(id: string): void {
    this.source.painter().calm();
    runOn(this, id);
  }

  takes(event: KeyboardEvent): boolean {
    return this.handover.takes(event, event.timeStamp, this.panel.isTarget(event));
  }

  /** What the panel carries out itself. */
  tellPanel(id: string): void {
    if (this.panel.port) this.panel.port.post({ kind: "command", id });
    else this.#untold.push(id);
  }

  writeInPanel(id: string): void {
    if (this.panel.isOpen) this.handover.begin(id, performance.now(), document.activeElement instanceof HTMLIFrameElement);
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
    this.#untold = [];
    this.handover.drop();
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
    void this.#reminder.look();
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
    this.place();
    this.post();
  }

  keepDock(dock: Partial<Dock>): void {
    this.dock({ ...this.panel.dock, ...dock });
    this.source.host.keepDock(dock).catch(() => this.source.painter().warn(this.source.say("page_not_kept")));
  }

  async markCurrent(id: string): Promise<void> {
    const key = this.walk.current?.mark.key;
    const said = await this.day.mark(key, id).catch(() => null);
    if (said === null) this.source.painter().warn(this.source.say("page_not_kept"));
    else if (said) this.source.painter().say(said);
  }

  show(view: View): void {
    this.view = view;
    if (!this.panel.open(this.source.say("page_panel_title"))) return;
    this.place();
    this.post();
  }

  place(): void {
    this.panel.dock = dockOf(this.source.answer().settings);
    this.panel.placeBeside(this.view === "card" ? (this.walk.current?.pieces ?? []) : []);
  }

  toggleMarks(): void {
    this.hidden = !this.hidden;
    this.refresh();
    this.source.painter().say(this.source.say(this.hidden ? "page_marks_hidden" : "page_marks_shown"));
  }

  /** What is numbered is answered by a desk, also where it changes nothing: the panel waits for it. */
  #answer(message: FromPanel): void {
    const number = message && "n" in message ? message.n : this.#answered;
    this.#heard = number;
    hear(this, message);
    if (this.#answered !== number) this.post();
  }

  post(): void {
    const { port } = this.panel;
    if (port && this.view === "card" && this.walk.focus !== null) this.day.looked(this.walk.focus);
    this.#answered = this.#heard;
    port?.post(deskMessage(this.source, this, { view: this.view, advice: this.messages.advice, heard: this.#heard }));
  }
}
