// The focus on its way into the panel: what is typed meanwhile is the panel's, in its order, and nothing is kept for ever.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Handover } from "../../extension/content/handover";

/** A panel that hears once it is `open`. */
function panel(open: boolean) {
  const state = { open, heard: "" };
  const handover = new Handover({
    send: (message) => {
      if (state.open) state.heard += message.kind === "typed" ? message.key : message.kind === "left" ? "|" : `<${message.id}>`;
      return state.open;
    },
  });
  const press = (key: string, now: number, onPanel = false, held = {}): boolean =>
    handover.takes({ key, code: "", ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, getModifierState: () => false, ...held }, now, onPanel);
  return { handover, press, state };
}

test("a key that nobody has asked to go to the panel stays the page's", () => {
  const { press, state } = panel(true);
  assert.equal(press("d", 0), false);
  assert.equal(state.heard, "");
});

test("what is typed before the panel is there reaches it in its order", () => {
  const { handover, press, state } = panel(false);
  handover.begin("queue.search", 0);
  assert.ok([..."起球"].every((key, at) => press(key, at)));
  assert.ok(press("Backspace", 20));
  state.open = true;
  handover.opened();
  assert.ok(press("x", 30));
  assert.equal(state.heard, "<queue.search>起球Backspacex");
  assert.equal(handover.arrived(), true);
  handover.left();
  assert.equal(press("y", 40), false, "the page's own focus is not on the panel");
  assert.equal(press("y", 50, true), true, "it is, and the browser still sends keys to the page");
  assert.equal(state.heard, "<queue.search>起球Backspacex|y");
});

test("the panel's word may come before the page has lost the focus, and after", () => {
  for (const wordFirst of [true, false]) {
    const { handover, press, state } = panel(true);
    handover.begin("queue.search", 0);
    if (wordFirst) handover.arrived();
    else handover.left();
    assert.equal(press("d", 10), true, "on its way: no command");
    if (wordFirst) handover.left();
    else handover.arrived();
    assert.equal(press("d", 20), false, "both are through");
    assert.equal(state.heard, wordFirst ? "<queue.search>d|" : "<queue.search>|d");
  }
});

test("a click in the page ends the way there, and a frame's focus is not waited for", () => {
  const { handover, press } = panel(true);
  handover.begin("queue.search", 0);
  handover.drop();
  assert.equal(press("d", 10), false);
  handover.begin("queue.search", 20, true);
  handover.arrived();
  assert.equal(press("d", 30), false);
});

test("the panel is told once that nothing more comes, in the order of what has waited for it", () => {
  const { handover, press, state } = panel(false);
  handover.begin("queue.search", 0);
  assert.ok(press("a", 1));
  handover.left();
  state.open = true;
  handover.opened();
  handover.left();
  assert.equal(state.heard, "<queue.search>a|");
});

test("the panel waits for nothing where the agent clicks in the page, or was in one of its frames", () => {
  const clicked = panel(true);
  clicked.handover.begin("queue.search", 0);
  clicked.handover.drop();
  assert.equal(clicked.state.heard, "<queue.search>|");
  const framed = panel(true);
  framed.handover.begin("queue.search", 0, true);
  assert.equal(framed.state.heard, "<queue.search>|");
});

test("a panel that was not asked for a field is told nothing", () => {
  const { handover, state } = panel(true);
  handover.left();
  handover.drop();
  assert.equal(state.heard, "");
});

test("a command that leads to no field is not waited for", () => {
  assert.equal(panel(true).handover.arrived(), false);
});

test("Escape, a chord and a panel that never comes leave the keys to the page", () => {
  const { handover, press, state } = panel(false);
  handover.begin("queue.search", 0);
  assert.equal(press("c", 1, false, { ctrlKey: true }), false);
  assert.equal(press("a", 2), true);
  assert.equal(press("Escape", 3), false);
  assert.equal(press("b", 4), false);
  handover.begin("queue.search", 10);
  assert.equal(press("b", 5011), false);
  handover.drop();
  state.open = true;
  handover.opened();
  assert.equal(state.heard, "", "what waited went with the panel");
});

test("keys that type nothing do not reach the page from the panel's place", () => {
  const { press, state } = panel(true);
  assert.equal(press("Enter", 0, true), true);
  assert.equal(state.heard, "");
});
