// Strokes and sequences as the page side hears them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type KeyPress, Walker, strokeName } from "../../extension/content/strokes";

function press(key: string, code = "", held: Partial<KeyPress> = {}): KeyPress {
  return { key, code, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, getModifierState: () => false, ...held };
}

test("signs are named by what they type", () => {
  assert.equal(strokeName(press("j", "KeyJ")), "j");
  assert.equal(strokeName(press("?", "Slash", { shiftKey: true })), "?");
  assert.equal(strokeName(press("G", "KeyG", { shiftKey: true })), "G");
  assert.equal(strokeName(press("Escape", "Escape")), "Escape");
  assert.equal(strokeName(press(" ", "Space")), "Space");
  assert.equal(strokeName(press("F8", "F8", { shiftKey: true, altKey: true })), "Alt+Shift+F8");
});

test("Caps Lock is no Shift", () => {
  assert.equal(strokeName(press("J", "KeyJ")), "j");
  assert.equal(strokeName(press("g", "KeyG", { shiftKey: true })), "G");
});

test("full-width signs are the same keys", () => {
  assert.equal(strokeName(press("ｊ", "KeyJ")), "j");
  assert.equal(strokeName(press("？", "Slash", { shiftKey: true })), "?");
});

test("other layouts count by place, chords always do", () => {
  assert.equal(strokeName(press("о", "KeyJ")), "j");
  assert.equal(strokeName(press("∆", "KeyJ", { altKey: true })), "Alt+j");
  assert.equal(strokeName(press("J", "KeyJ", { ctrlKey: true, shiftKey: true })), "Ctrl+Shift+j");
});

test("modifiers and input methods name no stroke", () => {
  for (const key of ["Shift", "Control", "AltGraph", "Dead", "Process", "Unidentified", ""]) assert.equal(strokeName(press(key)), null);
});

const TRIE = { j: "refund.next", g: { g: "refund.first" }, z: { p: "site.pause" } };

test("a sequence leads to its command", () => {
  const walker = new Walker(TRIE);
  assert.deepEqual(walker.step("j", 0), { command: "refund.next" });
  assert.equal(walker.step("z", 10), "more");
  assert.deepEqual(walker.step("p", 20), { command: "site.pause" });
  assert.equal(walker.step("p", 30), null);
});

test("a broken sequence begins anew", () => {
  const walker = new Walker(TRIE);
  assert.equal(walker.step("g", 0), "more");
  assert.deepEqual(walker.step("j", 10), { command: "refund.next" });
  assert.equal(walker.step("g", 20), "more");
  assert.equal(walker.step("z", 30), "more");
  assert.deepEqual(walker.step("p", 40), { command: "site.pause" });
});

test("two strokes far apart are no sequence", () => {
  const walker = new Walker(TRIE);
  walker.step("g", 0);
  assert.equal(walker.step("g", 5000), "more");
});

test("names of Object.prototype are no keys", () => {
  const walker = new Walker(TRIE);
  for (const key of ["constructor", "__proto__", "toString"]) assert.equal(walker.step(key, 0), null);
});
