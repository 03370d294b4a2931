// The working day's book: what is kept is no buyer's, nothing is lost between windows, and everything expires.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Day, type Row, until } from "../../extension/background/day";
import { askedByPage, askedByPanel, goTo } from "../../extension/background/day-ask";
import { dockAlone } from "../../extension/background/dock";
import type { Area, Items } from "../../extension/background/store";

const NOW = new Date(2026, 10, 22, 15, 0).getTime();
const MINUTES = 60_000;
const HOURS = 60 * MINUTES;
const DAYS = 24 * HOURS;

class Memory implements Area {
  items: Items = {};
  refuse = false;
  async get(key: string | null): Promise<Items> {
    await null;
    return structuredClone(key === null ? this.items : key in this.items ? { [key]: this.items[key] } : {});
  }
  async set(items: Items): Promise<void> {
    await null;
    if (this.refuse) throw new Error("quota exceeded");
    Object.assign(this.items, structuredClone(items));
  }
  async remove(): Promise<void> {
    // Never asked for.
  }
}

interface Book {
  day: Day;
  local: Memory;
  session: Memory;
  clock: { now: number };
}

function made(): Book {
  const [local, session, clock] = [new Memory(), new Memory(), { now: NOW }];
  const hash = async (key: string): Promise<string> => `#${[...key].reverse().join("")}`;
  return { day: new Day(local, session, hash, () => clock.now), local, session, clock };
}

const row = (key: string, more: Items = {}): Row => ({ key, kind: "refund", level: "counted", ids: ["880011"], reason: "质量问题", ...more });
type Read = { rows: Row[]; done: Record<string, number>; snoozed: Record<string, number>; promises: Items[]; tally: Record<string, number> };
const read = async (day: Day): Promise<Read> => (await day.read()) as unknown as Read;

test("what is done is told to page and panel, and taken back", async () => {
  const { day } = made();
  await day.seen([row("jd:refund:1"), row("jd:refund:2")], [], { tab: 7, frame: 0 });
  await day.mark("jd:refund:1", "done");
  assert.deepEqual(Object.keys((await read(day)).done), ["jd:refund:1"]);
  assert.deepEqual((await day.seen([row("jd:refund:1")], [], {})).done, ["jd:refund:1"]);
  assert.equal((await read(day)).tally["done"], 1);
  await day.mark("jd:refund:1", "open");
  assert.deepEqual([(await read(day)).done, (await read(day)).tally["done"]], [{}, 0]);
});

test("done and asked expire, what was put off comes back", async () => {
  const { day, clock, local } = made();
  await day.seen([row("a"), row("b"), row("c")], [], {});
  await day.mark("a", "done");
  await day.mark("b", "hour");
  await day.note("c", "asked");
  const told = await day.seen([row("a"), row("b"), row("c")], [], {});
  assert.deepEqual([told.done, told.snoozed, told.asked], [["a"], { b: NOW + 3_600_000 }, ["c"]]);
  clock.now += 3_600_000;
  assert.deepEqual((await read(day)).snoozed, {});
  clock.now = NOW + 31 * DAYS;
  assert.deepEqual(await day.seen([row("a"), row("c")], [], {}), { done: [], snoozed: {}, asked: [] });
  await day.note("z", "copied");
  assert.deepEqual((local.items["day"] as { kept: object }).kept, {}, "what has expired is written no more");
});

test("on the disk lies no number, no reason and nothing that was seen", async () => {
  const { day, local, session } = made();
  await day.seen([row("jd:refund:880011", { goods: "茶杯", words: "杯口有裂", due: { at_ms: 5 } })], [], { tab: 1, frame: 0 });
  await day.mark("jd:refund:880011", "done");
  await day.note("jd:refund:880011", "asked");
  await day.promise("jd:refund:880011", NOW + DAYS);
  const disk = JSON.stringify(local.items);
  for (const word of ["880011", "质量问题", "茶杯", "杯口有裂"]) assert.ok(!disk.includes(word), word);
  assert.ok(!JSON.stringify(session.items).includes("杯口有裂"), "and the buyer's words are nowhere");
});

test("a page that is read again replaces what was known; safe records leave; the oldest go first", async () => {
  const { day } = made();
  await day.seen([row("a"), row("b")], [], {});
  await day.seen([row("a", { level: "watch" })], ["b"], {});
  assert.deepEqual((await read(day)).rows.map((it) => [it.key, it["level"]]), [["a", "watch"]]);
  await day.seen(Array.from({ length: 700 }, (_, at) => row(`n${at}`)), [], {});
  const { rows } = await read(day);
  assert.equal(rows.length, 600);
  assert.ok(rows.every((it) => it.key !== "a"));
});

test("changes of two windows at the same time all stay; a full storage is said and changes nothing", async () => {
  const { day, local } = made();
  await day.seen([row("a"), row("b"), row("c")], [], {});
  await Promise.all([day.mark("a", "done"), day.mark("b", "done"), day.note("c", "copied")]);
  assert.deepEqual(Object.keys((await read(day)).done).sort(), ["a", "b"]);
  local.refuse = true;
  await assert.rejects(day.mark("c", "done"), /quota/);
  local.refuse = false;
  assert.deepEqual(Object.keys((await read(day)).done).sort(), ["a", "b"]);
  await day.mark("c", "done");
  assert.equal((await read(day)).tally["done"], 3);
});

test("a record is counted as looked at once a day, and the tally begins anew at midnight", async () => {
  const { day, clock } = made();
  for (const key of ["a", "a", "b"]) await day.note(key, "looked");
  await day.note("a", "copied");
  assert.deepEqual((await read(day)).tally, { date: "2026-11-22", looked: 2, done: 0, copied: 1, inserted: 0 });
  clock.now = new Date(2026, 10, 23, 0, 1).getTime();
  assert.equal((await read(day)).tally["looked"], 0);
  await day.note("a", "looked");
  assert.equal((await read(day)).tally["looked"], 1);
});

test("one promise a record, ticked off by its hash, forgotten when long over", async () => {
  const { day, clock } = made();
  await day.seen([row("jd:refund:1")], [], {});
  await day.promise("jd:refund:1", NOW + 1);
  await day.promise("jd:refund:1", NOW + 2);
  await day.promise("taobao:refund:2", NOW + 3);
  const { promises } = await read(day);
  assert.deepEqual(promises.map((it) => [it["platform"], it["at"], it["key"]]), [["jd", NOW + 2, "jd:refund:1"], ["taobao", NOW + 3, null]]);
  await day.keptPromise(String(promises[0]?.["id"]));
  assert.equal((await read(day)).promises.length, 1);
  clock.now += 8 * DAYS;
  assert.equal((await read(day)).promises.length, 0);
});

test("put off until tomorrow is nine o'clock of this machine", () => {
  assert.equal(until("tomorrow", NOW), new Date(2026, 10, 23, 9).getTime());
  assert.equal(until("tomorrow", new Date(2026, 11, 31, 0, 1).getTime()), new Date(2027, 0, 1, 9).getTime());
  assert.equal(until("hours", NOW), NOW + 4 * 3_600_000);
});

test("a broken item is begun anew", async () => {
  const { day, local } = made();
  local.items["day"] = { kept: { x: 5, y: { done: "yes" } }, promises: [null, { id: 3 }], tally: "many" };
  assert.deepEqual((await read(day)).promises, []);
  await day.mark("a", "done");
  assert.equal(Object.keys((local.items["day"] as { kept: object }).kept).length, 1);
});

test("a page may tell and mark, but never read what other pages show", async () => {
  const { day } = made();
  await day.seen([row("a")], [], { tab: 3, frame: 0 });
  for (const kind of ["day.read", "day.promise", "day.kept", "day.go"]) assert.equal(askedByPage(day, { kind, key: "a", at: 1, id: "x" }, {}), null, kind);
  for (const bad of [{ kind: "day.mark", key: "a", as: "gone" }, { kind: "day.mark", key: "x".repeat(500), as: "done" }, { kind: "day.note", key: "a", what: "deleted" }]) assert.equal(askedByPage(day, bad, {}), null);
  assert.equal(askedByPanel(day, { kind: "day.promise", key: "a", at: Number.NaN }), null);
  await day.seen([{ level: "watch" } as unknown as Row, row("b", { goods: "长".repeat(5000) })], [], {});
  assert.ok(((await read(day)).rows.at(-1)?.["goods"] as string).length <= 120);
});

test("another tab is only turned to while it still shows the record", async () => {
  const { day } = made();
  await day.seen([row("a")], [], { tab: 3, frame: 2 });
  const calls: unknown[] = [];
  let shows = true;
  const tabs = {
    sendMessage: async (...args: unknown[]) => (calls.push(args), shows),
    update: async (id: number) => (calls.push(id), { windowId: 9 }),
    focusWindow: async (id: number) => calls.push(id),
  } as unknown as Parameters<typeof goTo>[2];
  assert.equal(await goTo(day, "a", tabs), true);
  assert.deepEqual(calls, [[3, { kind: "go", key: "a" }, { frameId: 2 }], 3, 9]);
  shows = false;
  assert.equal(await goTo(day, "a", tabs), false);
  assert.equal(await goTo(day, "never seen", tabs), false);
});

test("a panel that was only moved makes no page read anew", () => {
  const look = (value: Items) => ({ version: 1, value });
  const moved = { "settings.look": { oldValue: look({ theme: "dark" }), newValue: look({ theme: "dark", dock: { side: "left" } }) } };
  assert.deepEqual(dockAlone(moved), { side: "left", width: 400 });
  assert.equal(dockAlone({ "settings.look": { oldValue: look({}), newValue: look({ theme: "dark", dock: { side: "left" } }) } }), null);
  assert.equal(dockAlone({ ...moved, "settings.keys": {} }), null);
});

test("a promise is reminded of when it comes near and when it is over, each once a session", async () => {
  const { day, clock, session } = made();
  await day.promise("jd:refund:1", NOW + 2 * HOURS);
  await day.promise("jd:refund:2", NOW + 90 * MINUTES);
  assert.equal(await day.remind(), 0, "both are far");
  clock.now = NOW + 40 * MINUTES;
  assert.equal(await day.remind(), 1);
  assert.equal(await day.remind(), 0, "said already");
  clock.now = NOW + 70 * MINUTES;
  assert.equal(await day.remind(), 2, "one more has come near");
  clock.now = NOW + 91 * MINUTES;
  assert.equal(await day.remind(), 2, "one is over now");
  assert.equal(await day.remind(), 0);
  const [, second] = (await read(day)).promises;
  await day.keptPromise(String(second?.["id"]));
  clock.now = NOW + 3 * HOURS;
  assert.equal(await day.remind(), 1, "the other one is over now, too");
  session.items = {};
  assert.equal(await day.remind(), 1, "another session begins anew");
});

test("a page may ask whether a promise is near, and is told no more than how many", async () => {
  const { day } = made();
  await day.promise("jd:refund:1", NOW + MINUTES);
  assert.equal(await askedByPage(day, { kind: "day.remind" }, {}), 1);
});
