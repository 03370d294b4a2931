// Teaching on a site that is not read yet: what was wanted waits for the person's answer to the browser's question, and for no other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TeachWish } from "../../extension/background/teach";

function world(there: boolean) {
  const store = new Map<string, unknown>();
  const done: string[] = [];
  let injected = there;
  let now = 0;
  const waiting = {
    get: async (key: string) => ({ [key]: store.get(key) }),
    set: async (items: Record<string, unknown>) => void Object.entries(items).forEach(([key, value]) => store.set(key, value)),
    remove: async (key: string) => void store.delete(key),
  };
  const tabs = {
    tell: async (tab: number, message: object) => {
      if (!injected) throw new Error("nobody there");
      done.push(`${tab}: ${JSON.stringify(message)}`);
      return true;
    },
    inject: async (tab: number) => {
      injected = true;
      done.push(`inject ${tab}`);
    },
  };
  return { wish: new TeachWish(waiting, tabs, () => now), done, pass: (ms: number) => void (now += ms) };
}
const COMMAND = '7: {"kind":"command","id":"page.teach"}';

test("what was wanted begins when its host is allowed, once", async () => {
  const { wish, done } = world(false);
  await wish.wish(7, "https://erp.example.com");
  await wish.allowed(["https://other.example.com/*"]);
  assert.deepEqual(done, []);
  await wish.allowed(["https://erp.example.com/*"]);
  await wish.allowed(["https://erp.example.com/*"]);
  assert.deepEqual(done, ["inject 7", COMMAND]);
});

test("a page that has our script gets no second one", async () => {
  const { wish, done } = world(true);
  await wish.begin(7);
  assert.deepEqual(done, [COMMAND]);
});

test("an old wish and one that nobody had start nothing", async () => {
  const { wish, done, pass } = world(true);
  await wish.allowed(["https://erp.example.com/*"]);
  await wish.wish(7, "https://erp.example.com");
  pass(120_001);
  await wish.allowed(["https://erp.example.com/*"]);
  assert.deepEqual(done, []);
});
