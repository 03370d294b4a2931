// Reading and writing the storage: nothing is lost, whoever writes and whatever the browser refuses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Settings } from "../../extension/background/settings";
import { type Area, type Areas, carryOut, type Items, readStored } from "../../extension/background/store";

/** An area as browsers have it; `refuse` makes its next writes fail. */
class Fake implements Area {
  refuse: string | null = null;
  constructor(public items: Items = {}) {}
  async get(key: string | null): Promise<Items> {
    await null;
    return key === null ? { ...this.items } : key in this.items ? { [key]: this.items[key] } : {};
  }
  async set(items: Items): Promise<void> {
    await null;
    if (this.refuse) throw new Error(this.refuse);
    Object.assign(this.items, items);
  }
  async remove(keys: string[]): Promise<void> {
    await null;
    if (this.refuse) throw new Error(this.refuse);
    for (const key of keys) delete this.items[key];
  }
}

function made(sync: Items = {}, local: Items = {}): Areas & { sync: Fake; local: Fake } {
  return { sync: new Fake(sync), local: new Fake(local), managed: undefined };
}

/** An engine that puts `edits` into the synchronised items, as slowly as it likes. */
async function engine(request: Items): Promise<Items> {
  const { stored, edits } = request as { stored: { sync: Items }; edits: { path: string; value: unknown }[] };
  const items = { ...((stored.sync["item"] as Items) ?? {}) };
  for (const { path, value } of edits) items[path] = value;
  await new Promise((done) => setImmediate(done));
  return { plan: { sync: { set: { item: items }, remove: [] }, local: { set: {}, remove: [] } } };
}

test("changes of two windows at the same time both stay", async () => {
  const areas = made();
  const settings = new Settings(engine, areas, () => "zh-CN");
  const edit = (path: string) => settings.change("settings.edit", { edits: [{ path, value: 1 }] });
  assert.deepEqual(await Promise.all([edit("a"), edit("b"), edit("c")]), [{}, {}, {}]);
  assert.deepEqual(areas.sync.items["item"], { a: 1, b: 1, c: 1 });
});

test("what is read right after a change has the change, even where the engine is slow", async () => {
  const areas = made();
  const kinds: unknown[] = [];
  const settings = new Settings(async (request) => {
    if (request["kind"] === "settings.edit") return engine(request);
    kinds.push(request["kind"]);
    return (request["stored"] as { sync: Items }).sync;
  }, areas, () => "zh-CN");
  for (const [value, read] of [() => settings.page("a"), () => settings.read([]), () => settings.export(), () => settings.texts({})].entries()) {
    const changed = settings.change("settings.edit", { edits: [{ path: "target", value }] });
    assert.deepEqual((await read())["item"], { target: value });
    await changed;
  }
  assert.deepEqual(kinds, ["settings.page", "settings.read", "settings.export", "settings.texts"]);
});

test("a change that fails keeps nobody from reading", async () => {
  const areas = made({ item: { a: 1 } });
  const settings = new Settings(async (request) => (request["kind"] === "settings.edit" ? { error: "engine stopped" } : (request["stored"] as { sync: Items }).sync), areas, () => "zh-CN");
  const refused = assert.rejects(settings.change("settings.edit", { edits: [] }), /engine stopped/);
  assert.deepEqual(await settings.page("a"), { item: { a: 1 } });
  await refused;
});

test("a full storage is said, the old value stays, and the next change goes on", async () => {
  const areas = made({ item: { a: 1 } });
  const settings = new Settings(engine, areas, () => "zh-CN");
  areas.sync.refuse = "QUOTA_BYTES_PER_ITEM quota exceeded";
  assert.deepEqual(await settings.change("settings.edit", { edits: [{ path: "a", value: 2 }] }), { failed: areas.sync.refuse });
  assert.deepEqual(areas.sync.items["item"], { a: 1 });
  areas.sync.refuse = null;
  assert.deepEqual(await settings.change("settings.edit", { edits: [{ path: "a", value: 3 }] }), {});
  assert.deepEqual(areas.sync.items["item"], { a: 3 });
});

test("where the second area refuses, the first is put back", async () => {
  const areas = made({ kept: 1, gone: 2, stays: 3 }, { settings: 4 });
  areas.local.refuse = "no space";
  const before = await readStored(areas, null);
  const plan = { sync: { set: { kept: 9, added: 9 }, remove: ["gone"] }, local: { set: { settings: 9 }, remove: [] } };
  await assert.rejects(carryOut(areas, plan, before), /no space/);
  assert.deepEqual([areas.sync.items, areas.local.items], [{ kept: 1, gone: 2, stays: 3 }, { settings: 4 }]);
});

test("an engine that fails or refuses changes nothing", async () => {
  const areas = made({ item: { a: 1 } });
  const answers: Items[] = [{ error: "engine stopped" }, { refused: "no", line: 7 }];
  const settings = new Settings(async () => answers.shift() ?? {}, areas, () => "zh-CN");
  await assert.rejects(settings.change("settings.edit", {}), /engine stopped/);
  assert.deepEqual(await settings.change("settings.import", {}), { refused: "no", line: 7 });
  assert.deepEqual(areas.sync.items, { item: { a: 1 } });
});

test("a check writes nothing", async () => {
  const areas = made();
  const settings = new Settings(engine, areas, () => "zh-CN");
  assert.deepEqual(await settings.change("settings.import", { edits: [{ path: "a", value: 1 }] }, true), {});
  assert.deepEqual(areas.sync.items, {});
});

test("areas that cannot be read are told apart from empty ones", async () => {
  const areas = made({ item: 1 });
  const broken = { get: () => Promise.reject(new Error("no")), set: areas.sync.set, remove: areas.sync.remove };
  assert.deepEqual(await readStored({ ...areas, sync: broken, managed: broken }, null), { sync: null, local: {}, managed: {} });
});
