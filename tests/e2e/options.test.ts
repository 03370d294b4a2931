// The options page: every option can be set and is still there afterwards, and what is set is what the pages do.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { violations } from "./harness/axe.ts";
import { openKit, useBrowser } from "./harness/browser.ts";
import { until } from "./harness/driver.ts";
import { pageNamed } from "./harness/kits.ts";
import { badgesShown, hosts } from "./harness/marks.ts";
import { optionsOf } from "./harness/options.ts";
import { shownInPanel } from "./harness/panel.ts";
import { reported } from "./harness/report.ts";

const browser = useBrowser();
let folder = "";
before(async () => void (folder = await mkdtemp(join(tmpdir(), "radar-options-"))));
after(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => void (await ask({ kind: "settings.reset" })));

const { ask, exported, said, focus, type, stored, shows } = optionsOf(browser);

/** Chooses a key for a command by pressing it; a bare one may be the first of two until Enter. */
async function choose(command: string, ...keys: string[]): Promise<void> {
  await browser.driver.clickIn("options", `#key-${command.replace(".", "-")}`);
  await until("the field for the key", () => browser.driver.extension("document.activeElement.id === 'recording'"));
  await browser.driver.pressInOptions(...keys);
}

/** Opens a page that notes the signs which reach it. */
async function openHearing(name: string): Promise<void> {
  await openKit(browser.driver, pageNamed(name));
  await badgesShown(browser.driver, 1);
  await browser.driver.evaluate("(() => { window.heard = []; addEventListener('keydown', (event) => event.key.length === 1 && heard.push(event.key)); })()");
}
const heard = (): Promise<string[]> => browser.driver.evaluate("heard");

test("fields, choices and switches are stored and are there after the browser was restarted", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await type("#close-hours", "9");
  await stored("judgement/close_hours", 9);
  await type("#shop", "xiaoman");
  await stored("replies/shop", "xiaoman");
  for (const [selector, path, expected] of [["#tone", "replies/tone", "plain"], ["#script", "replies/script", "hans"], ["#theme", "look/theme", "light"], ["#dock-side", "look/dock/side", "left"]] as const) {
    await focus(selector);
    await driver.pressInOptions("ArrowDown", "Tab");
    await stored(path, expected);
  }
  await driver.clickIn("options", "#bare");
  await stored("keys/bare", false);
  await type("#dock-width", "480");
  await stored("look/dock/width", 480);
  await driver.clickIn("options", "#promises");
  await stored("replies/promises", true);
  await driver.clickIn("options", "#platform-jd");
  await stored("sites/platforms/jd", false);

  await driver.restart();
  await driver.openOptions();
  for (const [selector, expected] of [["#close-hours", "9"], ["#shop", "xiaoman"], ["#tone", "plain"], ["#script", "hans"], ["#theme", "light"], ["#dock-side", "left"], ["#dock-width", "480"]] as const) await shows(selector, expected);
  assert.equal(await driver.extension("document.getElementById('bare').getAttribute('aria-checked')"), "false");
  assert.equal(await driver.extension("document.getElementById('platform-jd').getAttribute('aria-checked')"), "false");
  assert.deepEqual(driver.errors, []);
});

test("what is being typed is not taken back when the page is drawn anew", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await focus("#shop");
  await driver.pressInOptions("Control+a", ..."xiao");
  // Another window changes something else.
  await ask({ kind: "settings.edit", edits: [{ path: "/judgement/close_hours", value: 11 }] });
  await shows("#close-hours", "11");
  await shows("#shop", "xiao");
  await driver.pressInOptions(..."man", "Tab");
  await stored("replies/shop", "xiaoman");
});

test("a target is set, seen and taken away", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await type("#target-value", "4.85");
  await driver.clickIn("options", "#target-save");
  await until("the target in the list", () => driver.extension<boolean>("document.querySelector('#targets .rows').textContent.includes('4.85')"));
  const { targets } = (await exported()) as { targets: { scores: Record<string, { target: string }> } };
  assert.deepEqual(Object.values(targets.scores).map((it) => it.target), ["4.85"]);
  await driver.clickIn("options", "#targets .rows button");
  await driver.clickIn("options", "#targets .rows button.danger");
  await until("an empty list", () => driver.extension<boolean>("document.querySelector('#targets .rows li') === null"));
});

test("a text is shown as it comes out while it is written, and a broken one is not stored", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await driver.clickIn("options", "#text-new");
  await type("#text-title", "size");
  await focus("#text-text");
  await driver.pressInOptions(..."Hi {{product}}");
  await until("the preview", () => driver.extension<boolean>("document.querySelector('.preview .said-text')?.textContent === 'Hi 〔product〕'"));
  await driver.pressInOptions(..." {{x", "Tab");
  await until("the trouble", () => driver.extension<boolean>("document.querySelector('.preview .trouble') !== null"));
  await driver.clickIn("options", "#text-save");
  await until("a refusal", async () => (await said()).bad);
  assert.deepEqual((await exported())["snippets"] ?? {}, {});
  await type("#text-text", "Hi {{product}}");
  await driver.clickIn("options", "#text-save");
  await until("the stored text", async () => JSON.stringify((await exported())["snippets"] ?? {}).includes("Hi {{product}}"));
});

test("a wrong value is refused in words and the old one stays", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await type("#close-hours", "400");
  const refusal = await until("the refusal", async () => ((await said()).bad ? said() : null));
  assert.match(refusal.text, /72/);
  assert.equal((await exported())["judgement"], undefined);
});

test("light and dark by choice go before what the system wears", async () => {
  const { driver } = browser;
  const ground = (): Promise<string> => driver.extension("getComputedStyle(document.body).backgroundColor");
  await driver.prefer("light");
  await driver.openOptions();
  const light = await ground();
  await focus("#theme");
  await driver.pressInOptions("End", "Tab");
  await stored("look/theme", "dark");
  const dark = await until("the dark ground", async () => ((await ground()) === light ? null : ground()));
  await driver.openPopup();
  await until("the dark popup", async () => (await ground()) === dark);
  await driver.prefer("dark");
  await ask({ kind: "settings.edit", edits: [{ path: "/look/theme", value: "light" }] });
  await driver.openOptions();
  await until("the light ground", async () => (await ground()) === light);
});

test("the language that was chosen is spoken by the page and by the popup", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await focus("#locale");
  await driver.pressInOptions("End", "Tab");
  await stored("look/locale", "en");
  await until("English", () => driver.extension("document.documentElement.lang === 'en' && document.querySelector('#keys h2').textContent === 'Keyboard'"));
  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await driver.openPopup();
  await until("the popup in English", () => driver.extension("document.documentElement.lang === 'en'"));
});

test("a key chosen by pressing works on the page, one that is taken is said at once", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await choose("refund.next", "q", "Enter");
  const taken = await until("the conflict", async () => ((await said()).bad ? said() : null));
  assert.match(taken.text, /q/);
  await driver.pressInOptions("x", "Enter");
  await stored("keys/chosen/refund.next", ["j", "]", "x"]);
  await until("the focus on the button again", () => driver.extension("document.activeElement.id === 'key-refund-next'"));

  await openKit(driver, pageNamed("taobao-group"));
  await badgesShown(driver, 1);
  await driver.press("x", "o");
  await shownInPanel(driver, ".sheet");
});

test("a key of one site's own works there and the old one does not, on every other site the general one does", async () => {
  const { driver } = browser;
  const { host } = new URL(pageNamed("taobao-group").url);
  await driver.openOptions();
  const place = await driver.extension<number>(`[...document.querySelector('#scope').options].findIndex((it) => it.value === ${JSON.stringify(host)})`);
  await focus("#scope");
  await driver.pressInOptions(...Array.from({ length: place }, () => "ArrowDown"), "Tab");
  await shows("#scope", host);
  for (const left of [["]"], []]) {
    await driver.clickIn("options", "[data-command='refund.next'] .key button");
    await stored(`keys/sites/${host}/refund.next`, left);
  }
  await choose("refund.next", "x", "Enter");
  await stored(`keys/sites/${host}/refund.next`, ["x"]);
  for (const [name, works, goesOn] of [["taobao-group", "x", "j"], ["jd-table", "j", "x"]] as const) {
    await openHearing(name);
    await driver.press(goesOn, works, "o");
    await shownInPanel(driver, ".sheet");
    assert.deepEqual(await heard(), [goesOn], name);
  }
});

test("with bare keys off a sign alone does nothing; chords and the panel's own buttons work", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await driver.clickIn("options", "#bare");
  await stored("keys/bare", false);
  await choose("refund.next", "Alt+j");
  await stored("keys/chosen/refund.next", ["j", "]", "Alt+j"]);
  await choose("refund.open", "Control+F8");
  await stored("keys/chosen/refund.open", ["o", "Ctrl+F8"]);

  await openHearing("taobao-group");
  const bare = ["j", "]", "o", "q", "?", "G", "z", "p"];
  await driver.press(...bare, "Alt+j", "Control+F8");
  const place = (): Promise<string> => shownInPanel(driver, ".position");
  const seen = [await place()];
  assert.deepEqual(await heard(), bare);
  const another = async (): Promise<unknown> => seen.push(await until("another card", async () => (seen.includes(await place()) ? null : place())));
  await driver.clickIn("panel", ".position + button + button");
  await another();
  await driver.pressInPanel("j", "G", "Alt+j");
  await another();
  const back = (to: number): Promise<unknown> => driver.clickIn("panel", ".position + button").then(() => until("the card before", async () => (await place()) === seen[to]));
  for (const to of [1, 0]) await back(to);
  await driver.clickIn("panel", ".back");
  await shownInPanel(driver, ".queue .row");
});

test("a site that is switched off is left alone, and is read again", async () => {
  const { driver } = browser;
  const page = pageNamed("taobao-group");
  const button = `[id='host-${new URL(page.url).host}']`;
  await driver.openOptions();
  await driver.clickIn("options", button);
  await until("the switch", () => driver.extension(`document.querySelector(${JSON.stringify(button)}).getAttribute('aria-checked') === 'false'`));
  await openKit(driver, page);
  await reported(driver, "the pause", (it) => it.paused);
  assert.equal(await hosts(driver), 0);
  await driver.clickIn("options", button);
  await reported(driver, "records again", (it) => !it.paused && it.read > 0);
});

test("a rule and a text of one's own are written and listed", async () => {
  const { driver } = browser;
  await driver.openOptions();
  await type("#rule-label", "our case");
  await driver.clickIn("options", "#rule-save");
  await until("the question for a class", async () => (await said()).bad && driver.extension("document.activeElement.id === 'rule-class'"));
  await driver.pressInOptions("ArrowDown", "Tab");
  await type("#rule-note", "told by phone");
  await driver.clickIn("options", "#rule-save");
  await stored("judgement/own/taobao/reasons", { "own.1": { class: "quality", counts: "no", note: "told by phone", spellings: ["our case"] } });
  await until("the rule in the list", () => driver.extension("document.querySelector('#judgement .row')?.textContent.includes('told by phone')"));

  await driver.clickIn("options", "#text-new");
  await until("the form", () => driver.extension("document.activeElement.id === 'text-title'"));
  await type("#text-title", "hello");
  await type("#text-text", "thank you");
  await driver.clickIn("options", "#text-save");
  await until("the text in the list", () => driver.extension("document.querySelector('#replies .row')?.textContent.includes('thank you')"));
});

test("what is exported is imported again, and a wrong file names its line and changes nothing", async () => {
  const { driver } = browser;
  await ask({ kind: "settings.edit", edits: [{ path: "/judgement/close_hours", value: 9 }, { path: "/keys/chosen/refund.next", value: ["y"] }] });
  const file = (await ask<{ text: string }>({ kind: "settings.export" })).text;
  await ask({ kind: "settings.reset" });
  const wrong = join(folder, "wrong.json");
  await writeFile(wrong, file.replace("9", "900"));
  const sound = join(folder, "sound.json");
  await writeFile(sound, file);

  await driver.openOptions();
  await driver.chooseFile("#import-file", wrong);
  const refusal = await until("the refusal", async () => ((await said()).bad ? said() : null));
  assert.match(refusal.text, /5/);
  assert.match(refusal.text, /close_hours/);
  assert.deepEqual(Object.keys(await exported()), ["schema", "version"]);

  await driver.chooseFile("#import-file", sound);
  await until("the question", () => driver.extension("document.activeElement.id === 'import-take'"));
  assert.deepEqual(Object.keys(await exported()), ["schema", "version"], "nothing is taken before it is confirmed");
  await driver.clickIn("options", "#import-take");
  await stored("keys/chosen/refund.next", ["y"]);
  assert.equal((await ask<{ text: string }>({ kind: "settings.export" })).text, file);
  await shows("#close-hours", "9");
});

test("two windows that change different settings at the same time lose nothing", async () => {
  const edits = ["refund.next", "refund.open", "refund.first", "refund.last", "help.toggle"];
  await browser.driver.extension(`Promise.all(${JSON.stringify(edits)}.map((id) =>
    chrome.runtime.sendMessage({ kind: 'settings.edit', edits: [{ path: '/keys/chosen/' + id, value: [] }] })))`);
  await stored("keys/chosen", Object.fromEntries(edits.toSorted().map((id) => [id, []])));
});

for (const scheme of ["light", "dark"] as const) {
  test(`the page has no violation in ${scheme}, and no sideways scrolling at 360 px`, async () => {
    const { driver } = browser;
    await driver.prefer(scheme);
    await ask({ kind: "settings.edit", edits: [{ path: "/snippets/own/a", value: { title: "催件", text: "已联系快递核实。" } }, { path: "/keys/chosen/refund.next", value: ["y"] }] });
    await driver.openOptions();
    await until("the packs", () => driver.extension("document.querySelectorAll('.pack').length > 3"));
    await driver.clickIn("options", "#text-new");
    assert.deepEqual(await violations((expression) => driver.extension(expression)), []);
    await driver.widenOptions(360);
    assert.ok(await driver.extension<boolean>("document.documentElement.scrollWidth <= innerWidth"), "no sideways scrolling");
    await driver.widenOptions(1280);
    assert.deepEqual(driver.errors, []);
  });
}
