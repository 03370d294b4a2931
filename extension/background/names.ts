// What our nodes in one load of a page are called after: told again to the next content script of the same load, unknown to the page.

const KEY = "names";

/** A name that only this installation can make from the page's host and the moment it was loaded. */
export async function namesOf(host: string, load: unknown): Promise<string> {
  const text = new TextEncoder().encode(`${await secret()} ${host} ${typeof load === "number" ? load : ""}`);
  const hash = new Uint32Array(await crypto.subtle.digest("SHA-256", text)).slice(0, 2);
  return Array.from(hash, (it) => it.toString(36).padStart(7, "0")).join("");
}

/** A name for a record's key that only this installation can make. */
export async function hashOf(key: string): Promise<string> {
  const text = new TextEncoder().encode(`${await secret()} record ${key}`);
  const hash = new Uint32Array(await crypto.subtle.digest("SHA-256", text)).slice(0, 3);
  return Array.from(hash, (it) => it.toString(36).padStart(7, "0")).join("");
}

let asked: Promise<string> | undefined;

/** Frames of one page ask at the same time: they get the same answer. */
function secret(): Promise<string> {
  asked ??= keptSecret();
  asked.catch(() => (asked = undefined));
  return asked;
}

async function keptSecret(): Promise<string> {
  const kept = (await chrome.storage.local.get(KEY))[KEY] as unknown;
  if (typeof kept === "string") return kept;
  const made = Array.from(crypto.getRandomValues(new Uint32Array(4)), (it) => it.toString(36)).join("");
  await chrome.storage.local.set({ [KEY]: made });
  return made;
}
