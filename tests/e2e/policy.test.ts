// What a team lead has set by policy: it holds, its controls are shown as fixed and do nothing, what is wrong in it is named piece by piece.
// No administrator's file is there to be found, so each browser is told another way: Firefox by what it makes of its policies.json, Chromium by the
// background's own question for it.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { useBrowser } from "./harness/browser.ts";
import type { ChromiumDriver } from "./harness/chromium.ts";
import { until } from "./harness/driver.ts";
import type { FirefoxDriver } from "./harness/firefox.ts";
import { setPolicy } from "./harness/firefox-policy.ts";
import { optionsOf } from "./harness/options.ts";

const browser = useBrowser();
const { ask, see, shows, stored, type } = optionsOf(browser);

/** By control: what is fixed there, and what the control shows then. */
const FIXED: readonly (readonly [path: string, value: unknown, control: string, shown: string])[] = [
  ["/look/locale", "en", "#locale", "en"],
  ["/look/theme", "dark", "#theme", "dark"],
  ["/look/dock/side", "left", "#dock-side", "left"],
  ["/look/dock/width", 480, "#dock-width", "480"],
  ["/sites/platforms/jd", false, "#platform-jd", "false"],
  ["/sites/hosts/mms.pinduoduo.com", false, "[id='host-mms.pinduoduo.com']", "false"],
  ["/judgement/close_hours", 12, "#close-hours", "12"],
  ["/judgement/reply_close_hours", 24, "#reply-close-hours", "24"],
  ["/judgement/mark_from", "at_risk", "#mark-from", "at_risk"],
  ["/judgement/bad_stars", 3, "#bad-stars", "3"],
  ["/replies/tone", "brief", "#tone", "brief"],
  ["/replies/script", "hant", "#script", "hant"],
  ["/replies/promises", true, "#promises", "true"],
  ["/keys/bare", false, "#bare", "false"],
];
/** Lists have no control to switch off; they show what is fixed without the buttons that would change it. */
const LISTED = {
  judgement: { own: { taobao: { reasons: { "team.1": { class: "quality", counts: "no", note: "from the team lead", spellings: ["team case"] } } } } },
  snippets: { own: { t1: { title: "team text", text: "Thank you from the team" } } },
  keys: { chosen: { "refund.next": ["Alt+j"] } },
  targets: { scores: { "taobao.dsr_service": { target: "4.85" } } },
};
/** Each of these is left out, and nothing else for it. */
const WRONG = { replies: { shop: 7 }, targets: { scores: { "taobao.x": { target: 4.8 } } }, sites: { platforms: { ebay: true } }, boss: true };

function policy(): object {
  const all = structuredClone(LISTED) as Record<string, unknown>;
  const lay = (below: Record<string, unknown>, above: object): void => {
    for (const [name, value] of Object.entries(above)) {
      if (typeof value === "object" && value !== null && !Array.isArray(value)) lay((below[name] ??= {}) as Record<string, unknown>, value);
      else below[name] = value;
    }
  };
  for (const [path, value] of FIXED) lay(all, path.slice(1).split("/").reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as object);
  lay(all, WRONG);
  return all;
}

let governed: Promise<void> | null = null;
beforeEach(() => (governed ??= govern()));

async function govern(): Promise<void> {
  const { driver } = browser;
  await (driver.browser === "firefox" ? setPolicy(driver as FirefoxDriver, policy()) : (driver as ChromiumDriver).policy(policy()));
  // Chromium may take its time with its first answer, and until then the last one holds.
  await until("the policy to hold", async () => (await ask<{ tone: string }>({ kind: "settings.look" })).tone === "brief");
  await driver.openOptions();
}

test("each fixed setting holds, is disabled and says why", async () => {
  for (const [path, , control, shown] of FIXED) {
    const it = `document.querySelector(${JSON.stringify(control)})`;
    await see(`${path} fixed`, `(${it}.value || ${it}.getAttribute('aria-checked')) === '${shown}' && ${it}.disabled && ${it}.closest('.field, .switch-line').querySelector('.fixed')?.textContent.includes('administrator')`);
  }
  const told = await ask<Record<string, unknown>>({ kind: "settings.look" });
  for (const [name, value] of Object.entries({ locale: "en", theme: "dark", close_hours: 12, reply_close_hours: 24, mark_from: "at_risk", bad_stars: 3, tone: "brief", script: "hant", promises: true, bare: false })) assert.equal(told[name], value, name);
});

test("in lists what is fixed is shown, and cannot be changed or taken away", async () => {
  const buttons = (row: string): string => `document.querySelector(${JSON.stringify(row)}).querySelectorAll('button').length`;
  await see("the rule", "document.querySelector('#judgement .row')?.textContent.includes('from the team lead')");
  await see("the text", "document.querySelector('#replies .row')?.textContent.includes('Thank you from the team')");
  await see("the key", "document.querySelector(\"[data-command='refund.next']\").textContent.includes('Alt+j')");
  await see("the target", "document.querySelector('#targets .row')?.textContent.includes('4.85')");
  for (const row of ["#judgement .row", "#replies .row", "[data-command='refund.next']", "#targets .row"]) {
    assert.equal(await browser.driver.extension(buttons(row)), 0, row);
    assert.ok(await browser.driver.extension(`document.querySelector(${JSON.stringify(row)}).querySelector('.fixed') !== null`), `${row} says why`);
  }
});

test("what is fixed is refused to whoever asks for it all the same", async () => {
  for (const [path, value] of FIXED) {
    const { refused } = await ask<{ refused?: string }>({ kind: "settings.edit", edits: [{ path, value: typeof value === "boolean" ? !value : null }] });
    assert.ok(refused?.includes(path), `${path}: ${refused}`);
  }
});

test("each wrong piece is named, and only that is left out", async () => {
  const { driver } = browser;
  const said = await until("what is wrong", () => driver.extension<string[]>("[...document.querySelectorAll('.problems')][0] && [...document.querySelectorAll('.problems')[0].querySelectorAll('li')].map((it) => it.textContent)"));
  for (const path of ["/replies/shop", "/targets/scores/taobao.x/target", "/sites/platforms/ebay", "/boss"]) assert.equal(said.filter((it) => it.startsWith(`${path}:`)).length, 1, `${path} in ${said.join()}`);
  assert.equal(said.length, 4);
  // What could not be used is the agent's own again.
  await shows("#shop", "");
  await type("#shop", "mine");
  await stored("replies/shop", "mine");
});
