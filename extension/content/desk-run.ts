// What each command of the key map does on the desk. Decides nothing about the records.

import type { Desk } from "./desk";

/** What the panel alone can do: it knows its texts, its filters and its figures. */
const PANELS = new Set([
  "reply.fix", "reply.fault", "reply.tone", "reply.again", "reply.evidence", "queue.level", "queue.platform", "queue.aside", "promise.kept", "score.csv", "score.picture", "score.days",
]);

export function runOn(desk: Desk, id: string): void {
  const { source } = desk;
  const { records } = source;
  if (id === "score.open" && desk.panel.isOpen && desk.view === "calculator") return desk.close();
  if (PANELS.has(id)) return desk.tellPanel(id);
  if (id.startsWith("score.")) return desk.scores.run(id);
  const review = desk.walk.current?.card?.review ? desk.walk.current : undefined;
  if (id.startsWith("record.") && !desk.panel.isOpen) return void desk.markCurrent(id);
  // The panel turns its tabs and knows what its focus is on.
  if (id.startsWith("tab.") || id.startsWith("record.")) return desk.tellPanel(id);
  switch (id) {
    case "queue.search":
      if (!desk.panel.isOpen) desk.show("queue");
      return desk.writeInPanel(id);
    case "panel.side":
      return desk.keepDock({ side: desk.panel.dock.side === "left" ? "right" : "left" });
    case "panel.wider":
    case "panel.narrower":
      return desk.keepDock({ width: desk.panel.widthAfter(id === "panel.wider" ? 1 : -1) });
    case "options.open":
      return void source.host.openOptions().catch(() => undefined);
    case "texts.find":
    case "reply.look":
    case "reply.edit":
      return desk.writeInPanel(id);
    case "reply.insert":
      return void (review && desk.messages.insertKept(review.mark.key));
    case "refund.next":
      return desk.walk.step(1);
    case "refund.previous":
      return desk.walk.step(-1);
    case "refund.first":
      return desk.walk.go(desk.walk.open[0]);
    case "refund.last":
      return desk.walk.go(desk.walk.open.at(-1));
    case "refund.open":
      return desk.panel.isOpen && desk.view === "card" ? desk.close() : desk.open(desk.walk.current ?? desk.walk.nearest);
    case "message.copy":
      return void desk.messages.copy();
    case "advice.next":
    case "advice.previous":
      // The drafts of a review are the panel's.
      if (review) return desk.tellPanel(id);
      return void (desk.messages.choose(id === "advice.next" ? 1 : -1) && desk.post());
    case "panel.toggle":
      return desk.panel.isOpen && desk.view === "queue" ? desk.close() : desk.show("queue");
    case "panel.open":
      return desk.show(desk.walk.current ? "card" : records.entries.length === 0 && records.chips.length > 0 ? "calculator" : "queue");
    case "help.toggle":
      return desk.panel.isOpen && desk.view === "help" ? desk.close() : desk.show("help");
    case "panel.close":
      if (desk.panel.isOpen) return desk.close();
      if (desk.scores.leave()) return;
      desk.walk.focus = null;
      return source.painter().ring(undefined);
    case "marks.toggle":
      return desk.toggleMarks();
    case "page.teach":
      return source.teaching.toggle(() => desk.close());
    case "site.pause":
      return source.pause(!source.answer().paused);
  }
}
