// Reads when something changed, asks the engine, keeps the records. At most one reading or question is under way; nothing runs while the
// page stands still or is hidden.

import { typeOf } from "./dom";
import { EngineStopped, type Host, HostGone } from "./host";
import { Change, Watcher } from "./observe";
import { Pace } from "./pace";
import type { Plan } from "./protocol";
import { type Asker, askPage, askPatch, patchOf, readWhole } from "./reader-ask";
import type { Entry, Records } from "./records";

const PATCH_MS = 40;
/** Beyond this many changed refunds one whole reading is cheaper. */
const PATCH_MOST = 40;

export type Trouble = "engine_stopped" | "restless" | null;

export interface LoopEvents {
  /** Records are up to date with the page. */
  read(): void;
  /** The page moved something, with or without meaning. */
  moved(): void;
  /** Our own nodes were taken out. */
  removed(): void;
  gone(): void;
}

export class ReaderLoop {
  trouble: Trouble = null;
  readonly watcher: Watcher;
  /** Frame documents read with this page. */
  frames: Document[] = [];
  readonly #pace = new Pace();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Infinity;
  #busy = false;
  #stopped = false;
  #want = Change.Strong;
  readonly #entries = new Set<Entry>();
  #last: { json: string; plan: Plan; said: string } | null = null;
  #route = "";
  /** A reading was asked for; it does not wait for its turn. */
  #asked = false;
  /** Who is told once that reading is there. */
  #askers: (() => void)[] = [];

  readonly #asker: Asker;

  constructor(
    private readonly host: Host,
    private readonly records: Records,
    private readonly own: WeakSet<Node>,
    settings: () => Record<string, unknown>,
    private readonly events: LoopEvents,
    signal: AbortSignal,
  ) {
    this.#asker = { host, records, settings };
    this.watcher = new Watcher(records, own, (ours, words) => this.#changed(ours, words));
    const options = { capture: true, passive: true, signal };
    document.addEventListener("visibilitychange", () => this.#plan(0), options);
    for (const name of ["pointerdown", "keydown"]) window.addEventListener(name, (event) => event.isTrusted && this.#nudge(), options);
    signal.addEventListener("abort", () => this.#stop(), { once: true });
  }

  start(): void {
    this.watcher.watch(document, []);
    this.#plan(0);
  }

  #stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.watcher.stop();
  }

  /** Reads anew though the page has not changed: what the agent has said of it has. Settles when that reading is there, or has failed. */
  again(): Promise<void> {
    if (this.#last) this.#last.json = "";
    this.#want = Change.Strong;
    this.#asked = true;
    this.#plan(0);
    return new Promise((done) => this.#askers.push(done));
  }

  #nudge(): void {
    if (!this.host.alive()) return this.events.gone();
    if (this.#pace.nudge() && this.#want !== Change.None) this.#plan(0);
  }

  #changed(ours: boolean, words: boolean): void {
    if (!this.host.alive()) return this.events.gone();
    if (ours) this.events.removed();
    else this.events.moved();
    const still = this.#due === Infinity;
    if (!this.#busy) this.#collect();
    // The wait until the question is time enough to start what may have been stopped.
    if (words && still && this.#due < Infinity) this.host.wake();
  }

  #collect(): void {
    const { outside, entries } = this.watcher.take();
    if (outside > this.#want) this.#want = outside;
    for (const entry of entries) this.#entries.add(entry);
    if (this.#route !== location.href) {
      this.#route = location.href;
      this.#pace.nudge();
    }
    if (this.#want !== Change.None) this.#plan(this.#pace.wait(performance.now(), this.#want === Change.Weak));
    if (this.#entries.size > 0) this.#plan(PATCH_MS);
  }

  /** Runs in `wait` milliseconds, or earlier where an earlier run is planned. A hidden page waits until it is seen. */
  #plan(wait: number): void {
    if (this.#stopped || document.hidden || wait === Infinity) return;
    const due = performance.now() + wait;
    if (due >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => void this.#run(), wait);
  }

  async #run(): Promise<void> {
    this.#due = Infinity;
    if (this.#busy || this.#stopped || document.hidden) return;
    this.#busy = true;
    try {
      const { outside, entries } = this.watcher.take();
      if (outside > this.#want) this.#want = outside;
      for (const entry of entries) this.#entries.add(entry);
      const ready = this.#want !== Change.None && (this.#last === null || this.#asked || this.#pace.wait(performance.now(), false) <= PATCH_MS * 2);
      if (ready || this.#entries.size > PATCH_MOST) {
        const askers = this.#askers.splice(0);
        await this.#readAll().finally(() => askers.forEach((done) => done()));
      } else if (this.#entries.size > 0) await this.#readSome();
    } catch (error) {
      if (error instanceof HostGone) return this.events.gone();
      if (!(error instanceof EngineStopped)) throw error;
      this.trouble = "engine_stopped";
      this.#want = Change.Strong;
      this.#pace.done(performance.now(), 0, false);
      this.events.read();
      // The next change of the page, or the next thing the agent does, tries again.
      this.#busy = false;
      return;
    } finally {
      this.#busy = false;
    }
    this.#collect();
  }

  async #readAll(): Promise<void> {
    if (!document.body) return;
    this.#want = Change.None;
    this.#asked = false;
    this.#entries.clear();
    const reading = await readWhole(document.body, this.own, this.watcher);
    this.watcher.watch(document, reading.elements);
    this.frames = reading.elements.filter((it): it is Document => typeOf(it) === Node.DOCUMENT_NODE);
    const cost = reading.elements.length * 0.003;
    if (this.#last?.json === reading.json && this.trouble !== "engine_stopped") {
      this.records.replace(this.#last.plan, reading.elements);
      this.#pace.done(performance.now(), cost, false);
    } else {
      const plan = await askPage(this.#asker, reading);
      if (this.#stopped) return;
      const said = JSON.stringify([plan.page, plan.marks, plan.chips, plan.report]);
      this.#pace.done(performance.now(), cost, said !== this.#last?.said);
      this.#last = { json: reading.json, plan, said };
      this.records.replace(plan, reading.elements);
    }
    this.trouble = this.#pace.restless ? "restless" : null;
    this.events.read();
  }

  async #readSome(): Promise<void> {
    const patch = patchOf(this.#entries, this.own);
    if (patch.left) this.#want = Change.Strong;
    this.#entries.clear();
    const context = this.records.plan?.context;
    if (patch.changed.length === 0) return;
    if (!context) return void (this.#want = Change.Strong);
    const plan = await askPatch(this.#asker, context, patch);
    if (this.#stopped) return;
    if (plan.stale || !this.records.patch(plan, patch.changed, patch.elements)) {
      this.#want = Change.Strong;
      return;
    }
    // The whole page no longer is what it was at the last whole reading.
    if (this.#last) this.#last.json = "";
    this.events.read();
  }
}
