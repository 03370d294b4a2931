// One life of the page side: from `start` until the extension is gone or the page is left. Ends without a trace.

import { Desk } from "./desk";
import { EngineStopped, type Host, HostGone } from "./host";
import { listenToKeys } from "./keys";
import { nameAfter, sweep } from "./names";
import { noticesOf } from "./notices";
import { Painter } from "./paint";
import { textsOf } from "./paint-texts";
import type { Notice, Report, StartAnswer } from "./protocol";
import { ReaderLoop } from "./reader-loop";
import { Records } from "./records";
import { emptyReport, merged } from "./report";
import { Teaching } from "./teach";

/** Time for a screen reader to take up a sentence. */
const SAID_MS = 2000;

const NO_ANSWER: StartAnswer = { keymap: { trie: {}, commands: [] }, words: {}, settings: {}, paused: false };

export class Life {
  readonly #ended = new AbortController();
  /** Ends with a pause; the life goes on. */
  #active = new AbortController();
  readonly #own = new WeakSet<Node>();
  readonly #records = new Records();
  readonly #frames = new Map<number, Report>();
  #answer = NO_ANSWER;
  #loop: ReaderLoop | null = null;
  #painter: Painter;
  readonly #desk: Desk;
  readonly #teaching: Teaching;
  /** Teaching was asked for before the first answer was there. */
  #toTeach = false;
  #started = false;
  /** The switch, when it was moved while the first answer was still on its way. */
  #told: boolean | null = null;
  #failed = false;
  #unwelcome = false;
  #keyed = new WeakSet<Window>();
  readonly #say = (key: string, args: readonly string[] = []): string =>
    (this.#answer.words[key] ?? key).replace(/\$(\d)/g, (_, digit: string) => args[Number(digit) - 1] ?? "");

  constructor(private readonly host: Host, private readonly top: boolean) {
    this.#painter = this.#newPainter();
    this.#teaching = new Teaching(
      { host, own: this.#own, settings: () => this.#answer.settings, say: (key, ...args) => this.#say(key, args), aloud: (text) => this.#painter.say(text) },
      this.#ended.signal,
    );
    this.#desk = new Desk(
      {
        host, records: this.#records, own: this.#own, painter: () => this.#painter, answer: () => this.#answer,
        notices: () => this.#notices(), say: (key, ...args) => this.#say(key, args), pause: (paused) => this.#setPaused(paused, true),
        again: () => this.#loop?.again(), teaching: this.#teaching,
      },
      this.#ended.signal,
    );
    host.listen(
      {
        report: () => this.#report(),
        pause: (paused) => this.#setPaused(paused, false),
        refresh: () => void this.#refresh(),
        command: (id) => this.#command(id),
        day: () => void this.#desk.day.seen(true),
        dock: (dock) => this.#desk.dock(dock),
        go: (key) => this.#desk.goTo(key),
        frameAsk: () => this.#tellTop(),
        frameReport: (frame, report) => void this.#frames.set(frame, report),
      },
      this.#ended.signal,
    );
  }

  /** Asks for key map, words and settings, then reads. An engine that cannot start now is asked again when the agent does something. */
  async begin(): Promise<void> {
    if (this.#ended.signal.aborted) return;
    try {
      const answer = await this.host.start();
      this.#answer = this.#told === null ? answer : { ...answer, paused: this.#told };
      this.#told = null;
      if (!this.#started) {
        nameAfter(answer.names);
        sweep(document, this.#own);
      }
      this.#started = true;
      this.#failed = false;
    } catch (error) {
      if (error instanceof HostGone) return this.end();
      if (!(error instanceof EngineStopped)) throw error;
      this.#failed = true;
      window.addEventListener("pointerdown", () => void this.begin(), { once: true, capture: true, passive: true, signal: this.#ended.signal });
      return;
    }
    this.#listen(window);
    if (!this.#answer.paused) this.#wake();
    if (this.#toTeach) this.#command("page.teach");
  }

  /** From the popup: there is no second press that would end what the first one began. */
  #command(id: string): void {
    this.#toTeach = id === "page.teach" && !this.#started;
    if (this.#toTeach || (id === "page.teach" && this.#teaching.active)) return;
    if (this.#desk.can(id) || id === "panel.open") this.#desk.run(id);
  }

  #listen(view: Window): void {
    if (this.#keyed.has(view)) return;
    this.#keyed.add(view);
    this.#desk.reviews.boxes.watch(view, this.#ended.signal);
    this.#desk.theft.listen(view, this.#desk.panel, this.#ended.signal);
    listenToKeys(view, () => this.#answer.keymap.trie, this.#desk, this.#ended.signal);
  }

  #wake(): void {
    this.#active.abort();
    this.#active = new AbortController();
    this.#painter = this.#newPainter();
    this.#loop = new ReaderLoop(
      this.host, this.#records, this.#own, () => this.#answer.settings,
      {
        read: () => this.#read(),
        moved: () => this.#painter.place(),
        removed: () => void (this.#unwelcome ||= !this.#painter.comeBack()),
        gone: () => this.end(),
      },
      this.#active.signal,
    );
    this.#loop.start();
  }

  /** `whole`: not to begin anew at once, with which what is being taught goes on. */
  #sleep(whole = true): void {
    this.#active.abort();
    this.#loop = null;
    this.#records.clear();
    this.#desk.close();
    if (whole) this.#teaching.leave();
    this.#desk.walk.focus = null;
    this.#desk.scores.leave();
    this.#desk.day.forget();
    this.#painter.hide();
  }

  #read(): void {
    for (const frame of this.#loop?.frames ?? []) if (frame.defaultView) this.#listen(frame.defaultView);
    this.#desk.refresh();
    void this.#desk.day.seen();
    this.#tellTop();
  }

  #tellTop(): void {
    if (!this.top && this.#records.plan) this.host.sendFrameReport(this.#report());
  }

  async #refresh(): Promise<void> {
    if (!this.#started) return;
    this.#sleep(false);
    await this.begin().finally(() => this.#answer.paused && this.#teaching.leave());
  }

  /** The switch of this site. `aloud` when a key did it: then it is said, and even what says it leaves again. */
  #setPaused(paused: boolean, aloud: boolean): void {
    this.host.pause(paused).catch((error: unknown) => error instanceof HostGone && this.end());
    if (!this.#started) this.#told = paused;
    if (paused === this.#answer.paused) return;
    this.#answer = { ...this.#answer, paused };
    if (paused) this.#sleep();
    else this.#wake();
    if (!aloud) return;
    this.#painter.say(this.#say(paused ? "page_paused" : "page_resumed"));
    if (paused) setTimeout(() => this.#answer.paused && this.#painter.hide(), SAID_MS);
  }

  #report(): Report {
    const mine = this.#records.report();
    const reports = [...(mine ? [mine] : []), ...this.#frames.values()];
    return reports.length > 0 && !this.#answer.paused ? merged(reports, this.#notices(), false) : emptyReport(this.#answer.paused, this.#notices());
  }

  #notices(): Notice[] {
    const reading = !this.#answer.paused && !this.#records.plan;
    const standing = { failed: this.#failed, trouble: this.#loop?.trouble, unwelcome: this.#unwelcome, stolen: this.#desk.theft.found, reading };
    return noticesOf(standing, this.#say);
  }

  #newPainter(): Painter {
    const texts = textsOf(() => this.#desk, String(this.#answer.settings["locale"] ?? "zh-CN"), this.#say);
    return new Painter(this.#own, texts, (entry) => this.#desk.open(entry), this.#ended.signal);
  }

  /** Everything of ours leaves; the page is as it was before we came. */
  end(): void {
    if (this.#ended.signal.aborted) return;
    this.#sleep();
    this.#ended.abort();
  }
}
