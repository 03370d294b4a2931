// A page that takes the focus: told from an agent who clicks, and from a single accident.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Theft } from "../../extension/content/theft";

function watched() {
  let told = 0;
  const theft = new Theft(() => told++);
  const steal = (at: number): void => {
    theft.gained();
    theft.lost(at);
  };
  return { theft, steal, told: () => told };
}

test("twice without a hand in the page is a theft, and is told once", () => {
  const { steal, theft, told } = watched();
  steal(1000);
  assert.equal(theft.found, false);
  for (const at of [2000, 3000, 4000]) steal(at);
  assert.deepEqual([theft.found, told()], [true, 1]);
});

test("an agent who clicks into the page, or twice in an hour, is no thief", () => {
  const { steal, theft } = watched();
  for (const at of [1000, 2000, 3000]) {
    theft.hand(at - 5);
    steal(at);
  }
  steal(100_000);
  steal(200_000);
  assert.equal(theft.found, false);
});

test("focus that moves about in the page says nothing, and a closed panel begins anew", () => {
  const { theft, steal, told } = watched();
  for (const at of [1, 2, 3]) theft.lost(at);
  steal(10);
  theft.forget();
  steal(20);
  assert.equal(told(), 0);
});

test("a focus that is taken on its way to the panel counts, one that comes back with the window does not", () => {
  const { theft } = watched();
  for (const at of [1000, 3000]) {
    theft.left(at);
    theft.lost(at + 2000);
  }
  assert.equal(theft.found, false);
  for (const at of [6000, 7000]) {
    theft.left(at);
    theft.lost(at + 10);
  }
  assert.equal(theft.found, true);
});
