// The way of the focus from the page into a field of the panel. It takes a while: the frame loads, the panel draws its field, and the browser
// goes on sending keys to the page though the frame has the focus (seen: seven letters of a search typed into the shop's page). What the agent
// types meanwhile is the panel's: the page does not hear it, and the panel gets it in its order.

import type { KeyPress } from "./strokes";

/** So long a key may be on its way from the browser to a page that the focus has just left. */
export const LATE_KEY_MS = 50;
/** A panel that does not answer in this time has failed; then keys are the page's again. */
const LONGEST_MS = 5000;
const MOST_KEPT = 200;

export interface HandoverEvents {
  /** Sends the panel something; false while none is connected. */
  send(message: { kind: "typed"; key: string } | { kind: "command"; id: string; field: true } | { kind: "left" }): boolean;
}

export class Handover {
  #since: number | null = null;
  /** The panel says that its field has the focus; the page has seen it go. Either may come first, and it is over with both. */
  #ready = false;
  #gone = false;
  /** A command for a panel that is still on its way, and what was typed after it. */
  #later: string | null = null;
  #kept: string[] = [];

  constructor(private readonly events: HandoverEvents) {}

  /** The agent has asked for a field of the panel. The panel goes there first: a key that reached it before would be taken for a command.
   *  `away`: the focus is in a frame of the page, whose window alone sees it go. */
  begin(id: string, now: number, away = false): void {
    [this.#since, this.#ready, this.#gone] = [now, false, away];
    this.#later = this.events.send({ kind: "command", id, field: true }) ? null : id;
    if (away && this.#later === null) this.events.send({ kind: "left" });
  }

  /** The panel is connected: it gets what has waited for it. */
  opened(): void {
    if (this.#later !== null) this.events.send({ kind: "command", id: this.#later, field: true });
    for (const key of this.#kept.splice(0)) this.events.send({ kind: "typed", key });
    if (this.#later !== null && this.#gone) this.events.send({ kind: "left" });
    this.#later = null;
  }

  /** The panel has done what it was told; true where that was to go to a field. */
  arrived(): boolean {
    const awaited = this.#since !== null && !this.#ready;
    this.#ready = true;
    this.#end();
    return awaited;
  }

  /** The page has lost the focus. A key that comes between the panel's word and this would be taken for a command. The panel waits for this, too:
   *  what the browser brings it comes after the last key from here. */
  left(): void {
    this.#tellLeft();
    this.#gone = true;
    this.#end();
  }

  #tellLeft(): void {
    if (this.#since !== null && !this.#gone && this.#later === null) this.events.send({ kind: "left" });
  }

  #end(): void {
    if (this.#ready && this.#gone) this.#since = null;
  }

  /** The panel has gone, or the agent has thought better of it. */
  drop(): void {
    this.#tellLeft();
    [this.#since, this.#later, this.#kept] = [null, null, []];
  }

  /** Is this key, pressed in the page, the panel's? `onPanel`: the page's own focus is on the panel already. */
  takes(press: KeyPress, now: number, onPanel: boolean): boolean {
    if (press.ctrlKey || press.altKey || press.metaKey) return false;
    const under = this.#since !== null && now - this.#since <= LONGEST_MS;
    if (!under) this.#since = null;
    if (!under && !onPanel) return false;
    const writes = [...press.key].length === 1 || press.key === "Backspace";
    // Escape is the way out wherever the focus is.
    if (press.key === "Escape") this.drop();
    else if (writes && (this.#kept.length > 0 || !this.events.send({ kind: "typed", key: press.key }))) this.#kept = [...this.#kept, press.key].slice(-MOST_KEPT);
    return writes || (onPanel && press.key !== "Escape");
  }
}
