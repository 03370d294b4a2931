// Where the panel is docked: changed from the panel itself, and then no page has to be read anew.

import type { Items } from "./store";

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;
type Look = { value?: { dock?: unknown } & Items } & Items;

/** The edits of a message that moves or widens the panel; what does not fit is refused by the engine. */
export function dockEdits({ side, width }: Items): object[] {
  const edits = [];
  if (side !== undefined) edits.push({ path: "/look/dock/side", value: side });
  if (width !== undefined) edits.push({ path: "/look/dock/width", value: width });
  return edits;
}

/** The new place where nothing else has changed, else null. */
export function dockAlone(changes: Changes): object | null {
  const names = Object.keys(changes);
  const look = changes["settings.look"];
  if (names.length !== 1 || !look) return null;
  const without = (value: unknown): string => {
    const { dock: _, ...rest } = (value as Look | undefined)?.value ?? {};
    return JSON.stringify(Object.entries(rest).sort());
  };
  if (without(look.oldValue) !== without(look.newValue)) return null;
  const dock = (look.newValue as Look | undefined)?.value?.dock;
  return { side: "right", width: 400, ...(typeof dock === "object" ? dock : {}) };
}
