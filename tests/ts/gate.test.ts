// Who may ask the background for what.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostsOf, tierOf } from "../../extension/background/gate";

const ID = "abcdefghijklmnop";
const OWN = `chrome-extension://${ID}`;
const HOSTS = hostsOf({ content_scripts: [{ matches: ["https://shop.jd.com/*", "https://mms.pinduoduo.com/*"] }] });
const tier = (sender: { id?: string; url?: string; tab?: unknown }) => tierOf({ id: ID, tab: {}, ...sender }, ID, OWN, HOSTS);

test("a content script on a named host may evaluate", () => {
  assert.deepEqual(tier({ url: "https://shop.jd.com/jdm/trade/after-sale/list?x=1" }), { kind: "page", host: "shop.jd.com" });
});

test("our own pages may set", () => {
  assert.deepEqual(tier({ url: `${OWN}/pages/popup.html` }), { kind: "ui" });
  assert.deepEqual(tierOf({ id: ID, url: `${OWN}/pages/popup.html` }, ID, OWN, HOSTS), { kind: "ui" });
});

test("everybody else is not heard", () => {
  for (const url of [
    "https://evil.example/", "http://shop.jd.com/", "https://shop.jd.com.evil.example/", "https://evil.shop.jd.com/", "https://evil.example/https://shop.jd.com/",
    "https://shop.jd.com@evil.example/", "about:blank", "data:text/html,x", "not an address", `chrome-extension://${ID}x/pages/popup.html`, `${OWN}.evil.example/`,
  ]) assert.equal(tier({ url }), null, url);
  assert.equal(tierOf({ id: "another", url: "https://shop.jd.com/", tab: {} }, ID, OWN, HOSTS), null);
  assert.equal(tierOf({ id: ID, url: "https://shop.jd.com/" }, ID, OWN, HOSTS), null, "no tab: no content script");
  assert.equal(tierOf({ id: ID, tab: {} }, ID, OWN, HOSTS), null);
});

test("only whole hosts count as named", () => {
  assert.equal(hostsOf({ content_scripts: [{ matches: ["<all_urls>", "https://*/*", "*://shop.jd.com/*"] }] }).size, 0);
});
