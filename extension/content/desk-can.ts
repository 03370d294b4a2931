// Which commands would do something now: keys of all others are left to the page.

import type { View } from "./protocol";
import type { Entry, Records } from "./records";
import type { Scores } from "./scores";

export interface Now {
  /** Is a page being taught? Then the keys mean other things. */
  teaching: boolean;
  paused: boolean;
  /** Is the panel there? */
  open: boolean;
  view: View;
  current: Entry | undefined;
  /** Is a record or a score in focus? */
  focused: boolean;
  records: Records;
  scores: Scores;
  /** Is there a mark to take back? */
  undo: boolean;
}

export function canRun(id: string, { teaching, paused, open, view, current, focused, records, scores, undo }: Now): boolean {
  if (teaching) return id === "page.teach";
  if (id === "site.pause") return true;
  if (paused) return false;
  if (id === "panel.close") return open || focused;
  if (["score.csv", "score.picture", "score.days"].includes(id)) return open && view === "calculator";
  if (id.startsWith("score.")) return scores.can(id);
  if (id === "page.teach" || id === "options.open") return true;
  if (id === "help.toggle") return open || (records.plan !== null && records.plan.page !== "unknown");
  const review = current?.card?.review;
  // Where the shop has answered there is no field to write in.
  if ((id.startsWith("reply.") || id === "texts.find") && review?.answered === true) return false;
  if (id.startsWith("reply.") && !review) return false;
  if (id === "texts.find" || id === "message.copy" || id.startsWith("advice.") || id.startsWith("reply.")) return open && view === "card" && current !== undefined;
  if (id === "queue.level" || id === "queue.platform" || id === "queue.aside") return open && view === "queue";
  if (id === "promise.kept") return open && view === "deadlines";
  if (id.startsWith("tab.") || id === "panel.side" || id === "panel.wider" || id === "panel.narrower") return open;
  if (id === "record.undo") return open || undo;
  if (id.startsWith("record.")) return open || (current !== undefined && current.mark.level !== "safe");
  if (id === "marks.toggle") return records.entries.length > 0 || records.chips.length > 0;
  return records.entries.length > 0;
}
