// What the options page says while one works on it: two windows, a text as it is written, what is stored, what is known and from where.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { useBrowser } from "./harness/browser.ts";
import { until } from "./harness/driver.ts";
import { optionsOf } from "./harness/options.ts";

const browser = useBrowser();
const { ask, choose, focus, said, see, shows, stored, type } = optionsOf(browser);
afterEach(async () => void (await ask({ kind: "settings.reset" })));

test("a second window shows what the first changes, keeps what is being typed, and the first shows what comes of that", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await driver.open(await driver.extension<string>("location.href"), null);
  const second = (selector: string): Promise<string> => driver.evaluate(`document.querySelector(${JSON.stringify(selector)})?.value ?? ''`);
  await until("the second window", () => driver.evaluate("document.querySelector('#shop') !== null"));
  await driver.click("#shop");
  await driver.press(..."xiao");
  // The first window is not turned to: Firefox takes leaving a tab for leaving the field.
  await ask({ kind: "settings.edit", edits: [{ path: "/judgement/close_hours", value: 11 }, { path: "/replies/tone", value: "brief" }, { path: "/replies/shop", value: "first" }] });
  await shows("#shop", "first");
  await until("the changes in the second window", async () => (await second("#close-hours")) === "11" && (await second("#tone")) === "brief");
  assert.equal(await second("#shop"), "xiao", "what is being typed is nobody else's");
  await driver.press(..."man", "Tab");
  await stored("replies/shop", "xiaoman");
  await shows("#shop", "xiaoman");
  await shows("#close-hours", "11");
  // Nobody types there any more: the next change is shown at once.
  await type("#shop", "last");
  await until("the change in the second window", async () => (await second("#shop")) === "last");
  await driver.open("about:blank", null);
});

test("a choice that could not be stored is taken back where it was made", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await shows("#tone", "warm");
  await driver.failSync(true);
  await choose("#tone", "brief");
  await until("the word about it", async () => (await said()).bad);
  await driver.failSync(false);
  await ask({ kind: "settings.edit", edits: [{ path: "/replies/shop", value: "x" }] });
  await shows("#shop", "x");
  await shows("#tone", "warm");
});

test("a text is looked over while it is written: what must not be said is named, and leaves with the words", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await driver.clickIn("options", "#text-new");
  await see("the form", "document.activeElement.id === 'text-title'");
  await focus("#text-text");
  const found = "[...document.querySelectorAll('.preview .findings b')].map((it) => it.textContent).join()";
  await driver.pressInOptions(..."Thank you for writing");
  await see("the preview", "document.querySelector('.preview .said-text')?.textContent === 'Thank you for writing'");
  assert.equal(await driver.extension(found), "");
  await driver.pressInOptions(..." 13812345678");
  await see("the number of a telephone", `${found}.includes('13812345678')`);
  assert.ok((await driver.extension<string>("document.querySelector('.preview .findings li').textContent")).length > 15, "it says why");
  for (let at = 0; at < 12; at++) await driver.pressInOptions("Backspace");
  await see("nothing wrong any more", `${found} === '' && document.querySelector('.preview .said-text').textContent === 'Thank you for writing'`);
  assert.equal(await driver.extension("document.activeElement.id"), "text-text", "the focus stays in the field");
});

test("what is stored is told by part, and grows with it", async () => {
  const { driver } = browser;
  const bytes = (): Promise<number[]> => driver.extension(`[...document.querySelectorAll('#data tbody tr')].map((row) => Number(/([\\d.]+) B/.exec(row.cells[1].textContent)?.[1] ?? 0))`);
  const names = (): Promise<string> => driver.extension("[...document.querySelectorAll('#data tbody th')].map((it) => it.textContent).join()");
  await ask({ kind: "settings.edit", edits: [{ path: "/look/locale", value: "en" }] });
  await driver.openOptions();
  await see("the table", "document.querySelector('#data tbody tr') !== null");
  const before = await names();
  await type("#shop", "x");
  const first = await until("the new part", async () => ((await names()) === before ? null : bytes()));
  await type("#shop", "x".repeat(31));
  await until("30 bytes more", async () => sum(await bytes()) === sum(first) + 30);
});
const sum = (all: readonly number[]): number => all.reduce((one, two) => one + two, 0);

test("every rule pack is told of, each rule with its date and its source", async () => {
  const { driver } = browser;
  await ask({ kind: "settings.edit", edits: [{ path: "/look/locale", value: "en" }] });
  await driver.openOptions();
  const files = readdirSync("packs/platforms").filter((it) => it.endsWith(".toml")).map((it) => it.slice(0, -".toml".length));
  const packs = await until("the packs", () => driver.extension<{ id: string; rules: string[][] }[]>(`document.querySelector('.pack') && [...document.querySelectorAll('.pack')].map((it) => ({ id: it.dataset.pack, rules: [...it.querySelectorAll('li')].map((rule) => [...rule.querySelectorAll('p')].map((line) => line.textContent)) }))`));
  assert.deepEqual(packs.map((it) => it.id).toSorted(), files.toSorted());
  for (const { id, rules } of packs) {
    const pack = readFileSync(`packs/platforms/${id}.toml`, "utf8");
    // The first rule is that of first and final reason.
    const [, basis = ""] = /\[basis\]\n([^[]+)/.exec(pack) ?? [];
    const [, wording = ""] = /text = \{[^\n]*en = "([^"]+)"/.exec(basis) ?? [];
    const rule = rules.find(([text]) => text === wording);
    assert.ok(rule, `${id} tells: ${wording}`);
    const [, since = "unknown"] = /evidence = \{ since = "([^"]+)"/.exec(basis) ?? [];
    assert.ok(since === "unknown" || rule[1]?.includes(since), `${id} since ${since}: ${rule[1]}`);
    for (const [, note = ""] of rules) assert.ok(note.trim().length > 8, `${id}: a rule without source`);
  }
});

test("who has gone on before an answer comes is left where they are", async () => {
  const { driver } = browser;
  const folder = mkdtempSync(join(tmpdir(), "radar-options-"));
  try {
    const file = join(folder, "settings.json");
    writeFileSync(file, JSON.stringify({ schema: "aftersales-radar/settings", version: 1, replies: { tone: "brief" } }));
    await driver.openOptions();
    await driver.chooseFile("#import-file", file);
    await see("the question", "document.activeElement.id === 'import-take'");
    // The answer is held back until the agent is somewhere else.
    await driver.extension(`(() => {
      const send = chrome.runtime.sendMessage.bind(chrome.runtime);
      const held = new Promise((done) => { window.release = done; });
      chrome.runtime.sendMessage = (message) => (message.kind === 'settings.import' ? send(message).then((answer) => held.then(() => answer)) : send(message));
    })()`);
    await driver.clickIn("options", "#import-take");
    await stored("replies/tone", "brief");
    await focus("#theme");
    await driver.extension("window.release()");
    await until("the word that it is done", async () => /Imported|已导入|已匯入/.test((await said()).text));
    assert.equal(await driver.extension("document.activeElement.id"), "theme");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
