// The storage calls, and nothing else. What is stored and what it means is decided by the engine (src/settings); nothing of any page,
// buyer or order is ever written here.

export type Items = Record<string, unknown>;
/** What was read; null where an area cannot be read. */
export type Stored = { sync: Items | null; local: Items | null; managed: Items };
export type Writes = { set: Items; remove: string[] };
export type Plan = { sync: Writes; local: Writes };

export interface Area {
  get(keys: string | null): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(keys: string[]): Promise<void>;
}
export type Areas = { sync: Area; local: Area; managed: Pick<Area, "get"> | undefined };

/** All of the synchronised storage and of the policy; of the local one everything or, for a page's start, the item of the settings. */
export async function readStored(areas: Areas, local: "settings" | null): Promise<Stored> {
  const none = (): null => null;
  const [sync, here, managed] = await Promise.all([
    areas.sync.get(null).catch(none),
    areas.local.get(local).catch(none),
    areas.managed?.get(null).catch(none),
  ]);
  return { sync, local: here, managed: managed ?? {} };
}

/** Writes all of the plan or, where the browser refuses a part of it, leaves everything as it was before and throws. */
export async function carryOut(areas: Areas, plan: Plan, before: Stored): Promise<void> {
  try {
    await write(areas.sync, plan.sync);
    await write(areas.local, plan.local);
  } catch (error) {
    await write(areas.sync, undo(plan.sync, before.sync ?? {})).catch(() => undefined);
    throw error;
  }
}

async function write(area: Area, { set, remove }: Writes): Promise<void> {
  if (Object.keys(set).length > 0) await area.set(set);
  if (remove.length > 0) await area.remove(remove);
}

function undo(writes: Writes, before: Items): Writes {
  const names = [...Object.keys(writes.set), ...writes.remove];
  const was = names.filter((name) => Object.hasOwn(before, name));
  return { set: Object.fromEntries(was.map((name) => [name, before[name]])), remove: names.filter((name) => !was.includes(name)) };
}

// The switch per site is this machine's. One entry per site, so that two tabs that write at the same time do not undo each other.
const pauseKey = (host: string): string => `paused:${host}`;

export async function readPaused(area: Area, host: string): Promise<boolean> {
  const key = pauseKey(host);
  return (await area.get(key).catch((): Items => ({})))[key] === true;
}

export async function writePaused(area: Area, host: string, paused: boolean): Promise<void> {
  if (paused) await area.set({ [pauseKey(host)]: true });
  else await area.remove([pauseKey(host)]);
}

const WELCOMED = "welcomed";

/** Opens the welcome page, unless it has been opened before. To whoever begins with this version nothing in it is news. */
export async function welcome(area: Area, version: string, open: (page: string) => Promise<unknown>): Promise<void> {
  if ((await area.get(WELCOMED))[WELCOMED] === true) return;
  await area.set({ [WELCOMED]: true, told: version });
  await open("pages/welcome.html");
}
