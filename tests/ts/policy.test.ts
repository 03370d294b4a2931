// A team's policy: nobody waits for a browser that does not say it, and what it says late is taken up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Policy } from "../../extension/background/policy";
import type { Area, Items } from "../../extension/background/store";

class Local implements Area {
  constructor(public items: Items = {}) {}
  async get(key: string | null): Promise<Items> {
    return key !== null && key in this.items ? { [key]: this.items[key] } : {};
  }
  async set(items: Items): Promise<void> {
    Object.assign(this.items, items);
  }
  async remove(keys: string[]): Promise<void> {
    for (const key of keys) delete this.items[key];
  }
}

/** A browser that says the policy when the test wants it to. */
function browser() {
  let answer: (items: Items) => void = () => undefined;
  const questions: string[] = [];
  const get = (): Promise<Items> => {
    questions.push("asked");
    return new Promise((done) => (answer = done));
  };
  return { managed: { get }, questions, say: (items: Items) => answer(items) };
}

const DARK = { look: { theme: "dark" } };
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

test("what the browser says at once holds, and is kept", async () => {
  const local = new Local();
  const policy = new Policy({ get: async () => DARK }, local, () => assert.fail("nobody held another"));
  assert.deepEqual(await policy.get(), DARK);
  assert.deepEqual(local.items, { policy: DARK });
});

test("a browser that never answers is not waited for, nor asked over and over", async () => {
  const { managed, questions } = browser();
  const policy = new Policy(managed, new Local({ policy: DARK }), () => undefined);
  assert.deepEqual(await policy.get(), DARK);
  assert.deepEqual(await policy.get(), DARK);
  assert.deepEqual(questions, ["asked"]);
  assert.deepEqual(await new Policy(browser().managed, new Local(), () => undefined).get(), {});
});

test("what is said late is told where it is news, and asked for anew afterwards", async () => {
  for (const [held, news] of [[{}, 1], [{ policy: DARK }, 0]] as const) {
    const [local, { managed, say, questions }] = [new Local({ ...held }), browser()];
    let changes = 0;
    const policy = new Policy(managed, local, () => changes++);
    await policy.get();
    say(DARK);
    await settled();
    assert.deepEqual([changes, local.items], [news, { policy: DARK }]);
    const again = policy.get();
    say({});
    assert.deepEqual(await again, {});
    assert.deepEqual([local.items, questions.length], [{}, 2]);
  }
});

test("no policy, or one that is refused, is none", async () => {
  const local = new Local({ policy: DARK });
  assert.deepEqual(await new Policy({ get: () => Promise.reject(new Error("no manifest")) }, local, () => undefined).get(), {});
  assert.deepEqual(local.items, {});
  assert.deepEqual(await new Policy(undefined, local, () => undefined).get(), {});
});

test("what is no policy at all is none, and does not keep the settings from being read", async () => {
  for (const odd of [null, undefined, [], "x", 7]) {
    const get = async (): Promise<Items> => odd as unknown as Items;
    assert.deepEqual(await new Policy({ get }, new Local(), () => undefined).get(), {});
    assert.deepEqual(await new Policy({ get: () => new Promise(() => undefined) }, new Local({ policy: odd }), () => undefined).get(), {});
  }
});
