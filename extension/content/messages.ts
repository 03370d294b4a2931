// The texts of a record that leave the panel by the agent's key: a message copied, a draft put into the page's box.

import { copyText } from "./copy";
import type { Day } from "./day";
import { firstMessage } from "./desk-message";
import type { PanelPort } from "./host";
import type { Painter } from "./paint";
import type { Reviews } from "./reviews";
import type { Walk } from "./walk";

export interface MessageSource {
  painter: () => Painter;
  say: (key: string, ...args: string[]) => string;
}

export class Messages {
  /** The place of the advice that the keys have chosen in the focused card; its message is the one that is copied. */
  advice: number | null = null;

  constructor(
    private readonly source: MessageSource,
    private readonly parts: { walk: Walk; reviews: Reviews; day: Day },
    private readonly port: () => PanelPort | null,
  ) {}

  /** Chooses the next or the previous advice; false where there is none. */
  choose(by: number): boolean {
    const list = this.parts.walk.current?.card?.advice ?? [];
    if (list.length === 0) return false;
    this.advice = Math.min(Math.max((this.advice ?? firstMessage(list)) + by, 0), list.length - 1);
    this.source.painter().say(list[this.advice]?.title ?? "");
    return true;
  }

  async copy(): Promise<void> {
    const { say, painter } = this.source;
    const entry = this.parts.walk.current;
    const draft = entry?.card?.review ? this.parts.reviews.draft(entry.mark.key) : undefined;
    const list = draft ? [{ kind: "reply", title: "", message: draft.text }] : (entry?.card?.advice ?? []);
    const chosen = [list[this.advice ?? 0], ...list].find((it) => it?.message);
    if (!entry || !chosen?.message) return painter().say(say("page_copy_none"));
    const done = await copyText(chosen.message);
    if (!done) return painter().warn(say("page_copy_failed"));
    painter().say(say("page_copied"));
    this.parts.day.copied(entry.mark.key, chosen.kind);
    this.port()?.post({ kind: "copied", key: entry.mark.key, advice: chosen.kind });
  }

  /** A key in the page puts in what the panel shows, if the lint lets it pass; else the panel says why not. */
  insertKept(key: string): void {
    const { say, painter } = this.source;
    const draft = this.parts.reviews.draft(key);
    if (!draft) return painter().say(say("page_insert_none"));
    if (draft.clear) return void this.insert(key, draft.text);
    this.port()?.post({ kind: "command", id: "reply.insert" });
  }

  async insert(key: string, text: string): Promise<void> {
    const outcome = await this.parts.reviews.insert(key, text);
    if (outcome === "done") {
      this.source.painter().say(this.source.say("page_insert_done"));
      this.parts.day.inserted(key);
    }
    this.port()?.post({ kind: "inserted", key, outcome });
  }
}
