// The keys of teaching: the same on every keyboard, and none of the input method's or the page's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Pressed, teachKey } from "../../extension/content/teach-keys";

const IN_PAGE: Pressed = { inBar: false, onButton: false, typing: false, bare: true };

function press(key: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent {
  const plain = { code: "", keyCode: 0, isTrusted: true, isComposing: false, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
  return { ...plain, key, ...more } as KeyboardEvent;
}

test("letters and arrows lead through the list", () => {
  const means = ["j", "k", "h", "l", "s", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Enter", "Escape"].map((key) => teachKey(press(key), IN_PAGE));
  assert.deepEqual(means, ["down", "up", "narrower", "wider", "save", "down", "up", "narrower", "wider", "choose", "leave"]);
});

test("Caps Lock, full-width letters and a Cyrillic layout are the same keys", () => {
  assert.equal(teachKey(press("J", { code: "KeyJ" }), IN_PAGE), "down");
  assert.equal(teachKey(press("Ｓ", { code: "KeyS" }), IN_PAGE), "save");
  assert.equal(teachKey(press("ｋ", { code: "KeyK" }), IN_PAGE), "up");
  assert.equal(teachKey(press("о", { code: "KeyJ" }), IN_PAGE), "down");
});

test("what an input method composes, a chord, Shift and a script's key are not ours", () => {
  assert.equal(teachKey(press("j", { isComposing: true }), IN_PAGE), null);
  assert.equal(teachKey(press("j", { keyCode: 229 }), IN_PAGE), null);
  assert.equal(teachKey(press("Enter", { isComposing: true }), IN_PAGE), null);
  assert.equal(teachKey(press("Process", { code: "KeyJ" }), IN_PAGE), null);
  for (const held of ["ctrlKey", "altKey", "metaKey", "shiftKey"]) assert.equal(teachKey(press("j", { code: "KeyJ", [held]: true }), IN_PAGE), null, held);
  assert.equal(teachKey(press("j", { isTrusted: false }), IN_PAGE), null);
  for (const name of ["constructor", "toString"]) assert.equal(teachKey(press(name), IN_PAGE), null);
});

test("who writes in the page writes, and a button in the bar keeps its Enter", () => {
  assert.equal(teachKey(press("j"), { ...IN_PAGE, typing: true }), null);
  assert.equal(teachKey(press("j"), { ...IN_PAGE, typing: true, inBar: true }), "down");
  assert.equal(teachKey(press("Enter"), { ...IN_PAGE, inBar: true, onButton: true }), null);
  assert.equal(teachKey(press("j"), { ...IN_PAGE, inBar: true, onButton: true }), "down");
});

test("with bare keys off letters are heard in the bar alone, arrows as before", () => {
  const off = { ...IN_PAGE, bare: false };
  assert.deepEqual(["j", "s", "ArrowDown", "Escape"].map((key) => teachKey(press(key), off)), [null, null, "down", "leave"]);
  assert.deepEqual(["j", "s"].map((key) => teachKey(press(key), { ...off, inBar: true })), ["down", "save"]);
});
