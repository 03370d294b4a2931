// Further hosts: the content script runs where a person has allowed it, and nowhere else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostsKnown, registerFurther, type Script } from "../../extension/background/hosts";
import { hostsOf } from "../../extension/background/gate";

const MANIFEST = { content_scripts: [{ matches: ["https://shop.jd.com/*"] }], optional_host_permissions: ["https://a.cn/*", "https://b.cn/*", "https://*/*"] };
const granted = (...origins: string[]) => ({
  contains: async (wanted: { origins: string[] }) => wanted.origins.every((it) => origins.includes(it)),
  getAll: async () => ({ origins }),
});

/** The browser's list of registered scripts; registering twice or updating what is not there is an error, as in browsers. */
function scripting(): { all: Script[] } & Parameters<typeof registerFurther>[2] {
  const all: Script[] = [];
  return {
    all,
    getRegisteredContentScripts: async ({ ids }) => all.filter((it) => ids.includes(it.id)),
    registerContentScripts: async (scripts) => {
      assert.ok(scripts.every((it) => all.every((other) => other.id !== it.id)), "registered twice");
      all.push(...scripts);
    },
    updateContentScripts: async (scripts) => {
      for (const script of scripts) all[all.findIndex((it) => it.id === script.id)] = script;
    },
    unregisterContentScripts: async ({ ids }) => {
      for (const id of ids) all.splice(all.findIndex((it) => it.id === id), 1);
    },
  };
}

test("hosts are told with what the browser allows", async () => {
  assert.deepEqual(await hostsKnown(MANIFEST, granted("https://shop.jd.com/*", "https://b.cn/*")), [
    { host: "shop.jd.com", granted: true, optional: false },
    { host: "a.cn", granted: false, optional: true },
    { host: "b.cn", granted: true, optional: true },
  ]);
});

test("a host that no manifest names is known once a person has allowed it", async () => {
  const known = await hostsKnown(MANIFEST, granted("https://shop.jd.com/*", "https://erp.example.com/*", "http://192.168.1.9/*"));
  assert.deepEqual(known.slice(-2), [{ host: "erp.example.com", granted: true, optional: true }, { host: "192.168.1.9", granted: true, optional: true }]);
});

test("leave for all sites at once is leave for none: a person allows each by name", async () => {
  const browser = scripting();
  for (const all of ["https://*/*", "<all_urls>", "*://*/*", "https://*.example.com/*"]) await registerFurther(MANIFEST, granted(all), browser);
  assert.deepEqual(browser.all, []);
  await registerFurther(MANIFEST, granted("https://*/*", "http://192.168.1.9/*"), browser);
  assert.deepEqual(browser.all.map((it) => it.matches), [["http://192.168.1.9/*"]]);
});

test("the script follows what is allowed and what is taken back", async () => {
  const browser = scripting();
  const matches = async (...origins: string[]): Promise<string[][]> => {
    await registerFurther(MANIFEST, granted(...origins), browser);
    return browser.all.map((it) => it.matches);
  };
  assert.deepEqual(await matches("https://shop.jd.com/*"), [], "the standing hosts need no script of their own");
  assert.deepEqual(await matches("https://a.cn/*"), [["https://a.cn/*"]]);
  assert.deepEqual(await matches("https://a.cn/*", "https://b.cn/*"), [["https://a.cn/*", "https://b.cn/*"]]);
  assert.deepEqual(await matches("https://b.cn/*"), [["https://b.cn/*"]]);
  assert.deepEqual(await matches(), []);
  assert.deepEqual(await matches(), []);
});

test("a script on a further host is heard, one on any other is not", () => {
  const hosts = hostsOf(MANIFEST);
  assert.deepEqual([...hosts], ["https://shop.jd.com", "https://a.cn", "https://b.cn"]);
});
