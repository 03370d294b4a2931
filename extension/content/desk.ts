// What the agent does with the refunds: moving, opening, copying. Carries out commands of the key map; decides nothing about refunds.

import { boxOf, connected } from "./dom";
import { copyText } from "./copy";
import { Day } from "./day";
import { canRun } from "./desk-can";
import { type DeskSource, deskMessage, dockOf, firstMessage, inView } from "./desk-message";
import { Handover } from "./handover";
import type { KeyTarget } from "./keys";
import { Panel } from "./panel";
import type { Dock, FromPanel, View } from "./protocol";
import type { ChipEntry, Entry } from "./records";
import { Reviews } from "./reviews";
import { Scores } from "./scores";
import { Theft } from "./theft";

export class Desk implements KeyTarget {
  readonly panel: Panel;
  readonly scores: Scores;
  focus: string | null = null;
  hidden = false;
  readonly reviews: Reviews;
  readonly day: Day;
  #view: View = "queue";
  #advice: number | null = null;
  /** A command for a panel that is still on its way. */
  #later: string | null = null;
  readonly #handover = new Handover({
    send: (key) => {
      this.panel.port?.post({ kind: "typed", key });
      return this.panel.port !== null;
    },
  });

  readonly theft = new Theft(() => {
    this.source.painter().say(this.source.say("page_notice_focus_stolen"));
    this.#post();
  });

  constructor(private readonly source: DeskSource, signal: AbortSignal) {
    this.panel = new Panel(source.host, source.own);
    const { host, records, painter, say, again } = source;
    this.scores = new Scores({
      host, records, painter, say, again, hidden: () => this.hidden, settings: () => source.answer().settings,
      show: () => (this.panel.isOpen && this.#view === "calculator" ? this.#post() : this.#show("calculator")), post: () => this.#post(),
    });
    this.reviews = new Reviews(source.records);
    this.day = new Day({ host, records, again, say, changed: () => this.refresh() });
    const events = {
      opened: (port: Panel["port"]): void => {
        this.panel.port?.close();
        this.panel.port = port;
        this.#post();
        if (this.#later) port?.post({ kind: "command", id: this.#later, field: true });
        this.#later = null;
        this.#handover.flush();
      },
      message: (message: FromPanel): void => this.#heard(message),
      closed: (port: Panel["port"]): void => void (this.panel.port === port && (this.panel.port = null)),
    };
    source.host.onPanel(events, signal);
  }

  can(id: string): boolean {
    const { records, answer, teaching } = this.source;
    return canRun(id, {
      teaching: teaching.active, paused: answer().paused, open: this.panel.isOpen, view: this.#view, current: this.#current(),
      focused: this.focus !== null || this.scores.focus !== null, records, scores: this.scores, undo: this.day.canUndo,
    });
  }

  run(id: string): void {
    const { records } = this.source;
    if (id === "score.open" && this.panel.isOpen && this.#view === "calculator") return this.close();
    if (id.startsWith("score.")) return this.scores.run(id);
    const review = this.#current()?.card?.review ? this.#current() : undefined;
    if (id.startsWith("record.") && !this.panel.isOpen) return void this.#markCurrent(id);
    // The panel turns its tabs and knows what its focus is on.
    if (id.startsWith("tab.") || id.startsWith("record.")) return this.panel.port?.post({ kind: "command", id });
    switch (id) {
      case "queue.search":
        if (!this.panel.isOpen) this.#show("queue");
        return this.#writeInPanel(id);
      case "panel.side":
        return this.#keepDock({ side: this.panel.dock.side === "left" ? "right" : "left" });
      case "reply.edit":
        return this.#writeInPanel(id);
      case "reply.insert":
        return void (review && this.#insertKept(review.mark.key));
      case "refund.next":
        return this.#step(1);
      case "refund.previous":
        return this.#step(-1);
      case "refund.first":
        return this.#go(this.#open()[0]);
      case "refund.last":
        return this.#go(this.#open().at(-1));
      case "refund.open":
        return this.panel.isOpen && this.#view === "card" ? this.close() : this.open(this.#current() ?? this.#nearest());
      case "message.copy":
        return void this.#copy();
      case "advice.next":
      case "advice.previous":
        // The drafts of a review are the panel's.
        if (review) return this.panel.port?.post({ kind: "command", id });
        return this.#chooseAdvice(id === "advice.next" ? 1 : -1);
      case "panel.toggle":
        return this.panel.isOpen && this.#view === "queue" ? this.close() : this.#show("queue");
      case "panel.open":
        return this.#show(this.#current() ? "card" : records.entries.length === 0 && records.chips.length > 0 ? "calculator" : "queue");
      case "help.toggle":
        return this.panel.isOpen && this.#view === "help" ? this.close() : this.#show("help");
      case "panel.close":
        if (this.panel.isOpen) return this.close();
        if (this.scores.leave()) return;
        this.focus = null;
        return this.source.painter().ring(undefined);
      case "marks.toggle":
        return this.#toggleMarks();
      case "page.teach":
        return this.source.teaching.toggle(() => this.close());
      case "site.pause":
        return this.source.pause(!this.source.answer().paused);
    }
  }

  takes(event: KeyboardEvent): boolean {
    return this.#handover.takes(event, event.timeStamp, this.panel.isTarget(event));
  }

  /** The panel goes to its field first: a key that reached it before would be taken for a command. */
  #writeInPanel(id: string): void {
    if (!this.panel.isOpen) return;
    this.#handover.begin(performance.now());
    if (this.panel.port) this.panel.port.post({ kind: "command", id, field: true });
    else this.#later = id;
  }

  /** Shows the card of a refund. */
  open(entry: Entry | undefined): void {
    if (!entry) return this.source.painter().say(this.source.say("page_none_marked"));
    this.#setFocus(entry, true);
    this.#show("card");
  }

  openScore(entry: ChipEntry): void {
    this.scores.open(entry);
  }

  close(): void {
    this.#handover.drop();
    this.theft.forget();
    this.#later = null;
    this.panel.close();
    this.source.painter().place();
  }

  /** The records have changed. */
  refresh(): void {
    if (this.focus !== null && !this.#current()) this.focus = null;
    const marked = this.source.records.marked().map((entry) => this.day.drawn(entry));
    this.source.painter().draw(this.hidden ? [] : marked, this.#current());
    this.scores.refresh();
    this.#post();
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
    this.#post();
  }

  #keepDock(dock: Partial<Dock>): void {
    this.dock({ ...this.panel.dock, ...dock });
    this.source.host.keepDock(dock).catch(() => this.source.painter().say(this.source.say("page_not_kept")));
  }

  async #markCurrent(id: string): Promise<void> {
    const key = this.#current()?.mark.key;
    const said = await this.day.mark(key, id);
    if (said) this.source.painter().say(said);
  }

  /** The marked refunds that are still to be worked on. */
  #open(): Entry[] {
    return this.source.records.marked().filter((entry) => !this.day.isQuiet(entry.mark.key) || entry.mark.key === this.focus);
  }

  #current(): Entry | undefined {
    return this.source.records.find(this.focus);
  }

  /** The first marked refund on screen, else the first of all. */
  #nearest(): Entry | undefined {
    const marked = this.#open();
    return marked.find((it) => it.anchor && connected(it.anchor) && boxOf(it.anchor).top >= 0) ?? marked[0];
  }

  #step(by: number): void {
    const marked = this.#open();
    const at = marked.findIndex((it) => it.mark.key === this.focus);
    if (at < 0) return this.#go(by > 0 ? this.#nearest() : marked.at(-1));
    this.#go(marked[Math.min(Math.max(at + by, 0), marked.length - 1)]);
  }

  #go(entry: Entry | undefined): void {
    const { say, painter } = this.source;
    if (!entry) return painter().say(say("page_none_marked"));
    this.#setFocus(entry, true);
    const marked = this.#open();
    painter().say(say("page_position", String(marked.indexOf(entry) + 1), String(marked.length), entry.mark.label));
  }

  #setFocus(entry: Entry, scroll: boolean): void {
    if (this.focus !== entry.mark.key) this.#advice = null;
    this.focus = entry.mark.key;
    const piece = entry.pieces.find(connected);
    if (scroll && piece && !inView(entry.pieces)) piece.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    this.source.painter().ring(entry);
    this.#place();
    this.#post();
  }

  #show(view: View): void {
    this.#view = view;
    if (!this.panel.open(this.source.say("page_panel_title"))) return;
    this.#place();
    this.#post();
  }

  #place(): void {
    this.panel.dock = dockOf(this.source.answer().settings);
    this.panel.placeBeside(this.#view === "card" ? (this.#current()?.pieces ?? []) : []);
  }

  #chooseAdvice(by: number): void {
    const list = this.#current()?.card?.advice ?? [];
    if (list.length === 0) return;
    this.#advice = Math.min(Math.max((this.#advice ?? firstMessage(list)) + by, 0), list.length - 1);
    this.source.painter().say(list[this.#advice]?.title ?? "");
    this.#post();
  }

  async #copy(): Promise<void> {
    const { say, painter } = this.source;
    const entry = this.#current();
    const draft = entry?.card?.review ? this.reviews.draft(entry.mark.key) : undefined;
    const list = draft ? [{ kind: "reply", title: "", message: draft.text }] : (entry?.card?.advice ?? []);
    const chosen = [list[this.#advice ?? 0], ...list].find((it) => it?.message);
    if (!entry || !chosen?.message) return painter().say(say("page_copy_none"));
    const done = await copyText(chosen.message);
    painter().say(say(done ? "page_copied" : "page_copy_failed"));
    if (!done) return;
    this.day.copied(entry.mark.key, chosen.kind);
    this.panel.port?.post({ kind: "copied", key: entry.mark.key, advice: chosen.kind });
  }

  /** A key in the page puts in what the panel shows, if the lint lets it pass; else the panel says why not. */
  #insertKept(key: string): void {
    const { say, painter } = this.source;
    const draft = this.reviews.draft(key);
    if (!draft) return painter().say(say("page_insert_none"));
    if (draft.clear) return void this.#insert(key, draft.text);
    this.panel.port?.post({ kind: "command", id: "reply.insert" });
  }

  async #insert(key: string, text: string): Promise<void> {
    const outcome = await this.reviews.insert(key, text);
    if (outcome === "done") {
      this.source.painter().say(this.source.say("page_insert_done"));
      this.day.inserted(key);
    }
    this.panel.port?.post({ kind: "inserted", key, outcome });
  }

  #toggleMarks(): void {
    this.hidden = !this.hidden;
    this.refresh();
    this.source.painter().say(this.source.say(this.hidden ? "page_marks_hidden" : "page_marks_shown"));
  }

  #heard(message: FromPanel): void {
    switch (message?.kind) {
      case "focus": {
        const entry = this.source.records.find(message.key);
        if (entry) this.#setFocus(entry, true);
        return;
      }
      case "view":
        this.#view = message.view;
        this.#place();
        return this.#post();
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
        return void this.#insert(message.key, message.text);
      case "copied":
        return this.day.copied(message.key, message.advice);
      case "width":
        if (message.kept) return this.#keepDock({ width: message.px });
        this.panel.dock = { ...this.panel.dock, width: message.px };
        return this.panel.place();
    }
  }

  #post(): void {
    const { port } = this.panel;
    if (port && this.#view === "card" && this.focus !== null) this.day.looked(this.focus);
    port?.post(deskMessage(this.source, this, { view: this.#view, advice: this.#advice }));
  }
}
