// What each message of the panel does on the desk.

import type { Desk } from "./desk";
import type { FromPanel } from "./protocol";

export function hear(desk: Desk, message: FromPanel): void {
  switch (message?.kind) {
    case "focus": {
      const entry = desk.source.records.find(message.key);
      if (entry) desk.walk.set(entry);
      return;
    }
    case "view":
      desk.view = message.view;
      desk.place();
      return desk.post();
    case "close":
      return desk.close();
    case "ready":
      // Going to the field has brought the focus along; where there was none, the panel itself takes it.
      if (desk.handover.arrived() && !message.focused) desk.panel.focus();
      return;
    case "command":
      if (desk.can(message.id)) desk.run(message.id);
      return;
    case "keep":
      return void desk.scores.keep(message.key, message.field, message.value);
    case "draft":
      return desk.reviews.keep(message);
    case "insert":
      return void desk.messages.insert(message.key, message.text);
    case "copied":
      return desk.day.copied(message.key, message.advice);
    case "width":
      if (message.kept) return desk.keepDock({ width: message.px });
      desk.panel.dock = { ...desk.panel.dock, width: message.px };
      return desk.panel.place();
  }
}
