// What happens when the engine traps.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine, type Instance, STOPPED } from "../../extension/background/engine";

function instance(answer: (request: string) => string): Instance & { starts: number } {
  return { starts: 0, async init() { this.starts++; }, evaluate: answer };
}

const trap = (): string => {
  throw new Error("unreachable");
};

test("it starts once, when the first request comes", async () => {
  const first = instance((it) => `${it}!`);
  const engine = new Engine([first]);
  assert.equal(first.starts, 0);
  assert.deepEqual(await Promise.all([engine.evaluate("a", "page"), engine.evaluate("b", "page")]), ["a!", "b!"]);
  assert.equal(first.starts, 1);
});

test("loaded ahead it starts no second time, and a load that fails leaves it to the spare", async () => {
  const first = instance((it) => it);
  const engine = new Engine([first]);
  engine.start();
  engine.start();
  assert.equal(await engine.evaluate("a", "page"), "a");
  assert.equal(first.starts, 1);
  const lost: Instance = { init: () => Promise.reject(new Error("no file")), evaluate: trap };
  const other = new Engine([lost, instance((it) => `${it}?`)]);
  other.start();
  assert.equal(await other.evaluate("b", "page"), "b?");
});

test("after a trap the spare answers the same request", async () => {
  const [broken, spare] = [instance(trap), instance((it) => it)];
  const engine = new Engine([broken, spare]);
  assert.equal(await engine.evaluate("a", "page"), "a");
  assert.equal(await engine.evaluate("b", "page"), "b");
  assert.equal(spare.starts, 1);
});

test("a page that brought two down is refused, others are still served", async () => {
  let asked = 0;
  const fragile = () => instance((it) => (asked++, it === "poison" ? trap() : it));
  const engine = new Engine([fragile(), fragile(), fragile()]);
  assert.equal(await engine.evaluate("poison", "bad"), STOPPED);
  assert.equal(await engine.evaluate("poison", "bad"), STOPPED);
  assert.equal(asked, 2);
  assert.equal(await engine.evaluate("fine", "good"), "fine");
});

test("without instances it says so", async () => {
  const engine = new Engine([instance(trap)]);
  assert.equal(await engine.evaluate("a", "page"), STOPPED);
  assert.equal(await engine.evaluate("a", "another"), STOPPED);
});

test("requests that wait while an instance breaks do not use up the spare", async () => {
  const spare = instance((it) => it);
  const engine = new Engine([instance(trap), spare]);
  assert.deepEqual(await Promise.all(["a", "b", "c"].map((it) => engine.evaluate(it, it))), ["a", "b", "c"]);
});
