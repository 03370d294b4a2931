// Keys that come by two ways, from the page and from the browser, are typed in the order they were pressed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Order } from "../../extension/pages/bridge/order";

function order() {
  const state = { text: "" };
  return { order: new Order((key) => void (state.text += key)), state };
}

test("what the browser brings waits for the page's last word", () => {
  const { order: it, state } = order();
  it.begin();
  it.send("c");
  it.arrive();
  assert.equal(state.text, "c");
  assert.ok(it.bring("7"));
  for (const key of "dd4q") it.send(key);
  it.end();
  assert.equal(state.text, "cdd4q7");
  assert.equal(it.bring("8"), false, "then the field has its keys itself");
});

test("the page's last word may come before the field has the focus", () => {
  const { order: it, state } = order();
  it.begin();
  it.send("a");
  it.end();
  assert.ok(it.bring("b"), "it would be taken for a command");
  assert.equal(state.text, "");
  it.arrive();
  assert.equal(state.text, "ab");
  assert.equal(it.bring("c"), false);
});

test("where a word never comes, all is typed in the end", () => {
  const { order: it, state } = order();
  it.begin();
  it.send("a");
  it.bring("b");
  it.giveUp();
  assert.equal(state.text, "ab");
  assert.equal(it.bring("c"), false);
  it.send("d");
  assert.equal(state.text, "abd", "a late one still finds its field");
});

test("nothing waits where no field was asked for", () => {
  const { order: it, state } = order();
  assert.equal(it.bring("a"), false);
  for (const word of ["end", "arrive", "giveUp"] as const) it[word]();
  assert.equal(state.text, "");
  assert.equal(it.awaitsField, false);
});

test("a second way begins where the first has not ended, and loses nothing", () => {
  const { order: it, state } = order();
  it.begin();
  it.bring("a");
  it.begin();
  it.send("b");
  it.arrive();
  it.end();
  assert.equal(state.text, "ab");
});
