// What the agent does with the scores: moving between them, stepping targets, opening the calculator, copying the sentence.
// Targets and sentences come from the engine; here they are only carried.

import { copyText } from "./copy";
import { boxOf, connected } from "./dom";
import type { Host } from "./host";
import type { Painter } from "./paint";
import type { ScoreField } from "./protocol";
import type { ChipEntry, Records } from "./records";
import { Steps, type Way } from "./steps";

export interface ScoreSource {
  host: Host;
  records: Records;
  painter: () => Painter;
  settings: () => Record<string, unknown>;
  say: (key: string, ...args: string[]) => string;
  /** Has the page read anew with the settings as they are now; settles when that is shown. */
  again: () => Promise<void> | undefined;
  /** Are marks and chips switched off? */
  hidden: () => boolean;
  /** Shows the calculator. */
  show: () => void;
  post: () => void;
}

type Targets = Record<string, Record<string, unknown>>;

export class Scores {
  focus: string | null = null;
  /** What was last said of the score in focus. */
  #said: string | null = null;
  readonly #steps = new Steps();

  constructor(private readonly source: ScoreSource) {}

  can(id: string): boolean {
    const { chips } = this.source.records;
    if (id === "score.up" || id === "score.down" || id === "score.copy") return this.current() !== undefined;
    return chips.length > 0;
  }

  run(id: string): void {
    switch (id) {
      case "score.next":
        return this.#go(1);
      case "score.previous":
        return this.#go(-1);
      case "score.up":
      case "score.down": {
        const entry = this.current();
        return entry && this.step(entry, id === "score.up" ? "up" : "down");
      }
      case "score.open":
        return this.source.show();
      case "score.copy":
        return void this.#copy();
    }
  }

  current(): ChipEntry | undefined {
    return this.#find(this.focus);
  }

  #find(key: string | null): ChipEntry | undefined {
    return this.source.records.chips.find((it) => it.chip.key === key);
  }

  open(entry: ChipEntry): void {
    this.focus = entry.chip.key;
    this.draw();
    this.source.show();
  }

  step(entry: ChipEntry, way: Way): void {
    const { painter, say } = this.source;
    const { key } = entry.chip;
    this.focus = key;
    this.#steps.press(key, way, {
      target: (way) => this.#find(key)?.chip[way] ?? null,
      keep: (target) => this.keep(key, "target", target),
      end: () => painter().say(say("page_score_end")),
    });
  }

  /** Keeps what the agent says of a score, and shows at once what it means; settles when it is shown. */
  async keep(key: string, field: ScoreField, value: string | null): Promise<void> {
    const { host, settings, painter, say, again } = this.source;
    const name = this.#find(key)?.chip.name;
    if (!name) return;
    const chosen = settings();
    const all = { ...(chosen["targets"] as Targets | undefined) };
    const { [field]: _, ...rest } = all[name] ?? {};
    all[name] = value === null ? rest : { ...rest, [field]: field === "target" || field === "per_day" ? value : Number(value) };
    chosen["targets"] = all;
    host.keep(name, field, value).catch(() => painter().warn(say("page_score_not_kept")));
    await again();
  }

  /** The scores have been read anew. */
  refresh(): void {
    const { records, painter } = this.source;
    const before = this.#said;
    const now = this.current()?.chip.label ?? null;
    if (this.focus !== null && now === null) this.focus = null;
    this.draw();
    this.#said = now;
    if (before !== null && now !== null && before !== now && records.chips.length > 0) painter().say(now);
  }

  draw(): void {
    const { painter, records, hidden } = this.source;
    painter().drawChips(hidden() ? [] : records.chips, this.focus);
  }

  /** Takes the focus off the scores; false where it was on none. */
  leave(): boolean {
    if (this.focus === null) return false;
    [this.focus, this.#said] = [null, null];
    this.#steps.drop();
    this.draw();
    return true;
  }

  #go(by: number): void {
    const { records, painter, say, post } = this.source;
    const all = records.chips;
    const at = all.findIndex((it) => it.chip.key === this.focus);
    const entry = at < 0 ? (by > 0 ? all[0] : all.at(-1)) : all[Math.min(Math.max(at + by, 0), all.length - 1)];
    if (!entry) return painter().say(say("page_score_none"));
    this.focus = entry.chip.key;
    this.#said = entry.chip.label;
    const { anchor } = entry;
    if (anchor && connected(anchor) && !seen(anchor)) anchor.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    this.draw();
    painter().say(say("page_score_position", String(all.indexOf(entry) + 1), String(all.length), entry.chip.label));
    post();
  }

  async #copy(): Promise<void> {
    const { painter, say } = this.source;
    const sentence = this.current()?.chip.sentence;
    if (!sentence) return painter().say(say("page_score_copy_none"));
    if (await copyText(sentence)) painter().say(say("page_score_copied"));
    else painter().warn(say("page_score_copy_failed"));
  }
}

function seen(element: Element): boolean {
  const { top, bottom } = boxOf(element);
  return top >= 0 && bottom <= window.innerHeight;
}
