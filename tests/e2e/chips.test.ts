// Chips beside scores: right on every page of scores, stepped by key and wheel, remembered, gone when paused; the calculator behind them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import axe from "axe-core";
import { openKit, useBrowser } from "./harness/browser.ts";
import { type Driver, until } from "./harness/driver.ts";
import { PAGES, extensionFolder, inline, pageNamed } from "./harness/kits.ts";
import { hosts } from "./harness/marks.ts";
import { reported, settled } from "./harness/report.ts";

const browser = useBrowser();

/** The hosts that the extension works on unasked. */
const HOSTS = JSON.stringify((JSON.parse(readFileSync(join(extensionFolder("chromium"), "manifest.json"), "utf8")) as { content_scripts: unknown }).content_scripts);
const SAYS = ["need", "met", "impossible", "ask_count", "ask_target", "ask_base", "unreadable", "not_mean", "not_stars"];
const TAOBAO = "https://myseller.taobao.com/home.htm/sycm/service";
const card = (label: string, value: string, count: string): string =>
  `<div class="card" style="width:420px;margin:16px;padding:12px;border:1px solid #ddd"><div>${label}</div><div style="font-size:24px">${value}</div><div>${count}</div></div>`;
const CARDS = `<!doctype html><html lang="zh-CN"><title>店铺评分</title><body>
  ${card("描述相符", "4.7", "1000条评价")}${card("服务态度", "4.9", "100条评价")}${card("物流服务", "4.8", "")}${card("真实体验分", "4.66", "")}</body></html>`;

async function openCards(driver: Driver, csp?: string): Promise<void> {
  await driver.open(TAOBAO, inline(TAOBAO, CARDS, csp));
  await reported(driver, "four scores", (it) => it.scores.length === 4);
}

function label(driver: Driver, start: string, part: string): Promise<string> {
  return until(`a chip of ${start} that says ${part}`, async () => {
    const chip = (await driver.chips()).find((it) => it.visible && it.label.startsWith(start));
    if (chip?.label.includes(part)) return chip.label;
    throw new Error(JSON.stringify(await driver.chips()));
  });
}

for (const page of PAGES.filter((it) => it.expect === "scores" && HOSTS.includes(`//${new URL(it.url).host}/`))) {
  test(`${page.name}: a chip for every score that says something`, async () => {
    const { driver } = browser;
    await openKit(driver, page);
    const report = await reported(driver, "scores", (it) => it.page === "scores" && it.scores.length > 0);
    const wanted = report.scores.filter((it) => SAYS.includes(it.state ?? ""));
    const chips = await until(`${wanted.length} chips`, async () => {
      const found = await driver.chips();
      return found.length === wanted.length ? found : null;
    });
    for (const score of wanted) assert.ok(chips.some((it) => it.label.includes(score.label)), `${score.label} in ${JSON.stringify(chips)}`);
    assert.deepEqual(driver.errors, []);
  });
}

test("a page without scores has no chip", async () => {
  const { driver } = browser;
  for (const name of ["taobao-orders", "pdd-goods"]) {
    await openKit(driver, pageNamed(name));
    await settled(driver);
    assert.deepEqual(await driver.chips(), [], name);
  }
});

for (const csp of [undefined, "default-src 'none'; style-src 'unsafe-inline'"]) {
  test(`the target is stepped by key and is remembered${csp ? " under a strict policy" : ""}`, async () => {
    const { driver } = browser;
    await openCards(driver, csp);
    await label(driver, "描述相符", "255–750");
    await driver.press("s", "-");
    // Not "4.7": that is the score itself, and stands on the chip before the key has done anything.
    await label(driver, "描述相符", "→ 4.7");
    await driver.press("+", "+");
    await label(driver, "描述相符", "→ 4.9");
    await openCards(driver, csp);
    await label(driver, "描述相符", "→ 4.9");
    await driver.press("s", "-");
    await label(driver, "描述相符", "255–750");
  });
}

test("every press is a step while the page goes on changing and is read in between", async () => {
  const { driver } = browser;
  await openCards(driver);
  await label(driver, "描述相符", "255–750");
  await driver.evaluate("(() => { const note = document.body.appendChild(document.createElement('p')); let turn = 0; window.turning = setInterval(() => (note.textContent = `第${turn++}次刷新`), 3); })()");
  await driver.press("s", "-");
  await label(driver, "描述相符", "→ 4.7");
  for (const target of ["4.9", "4.7", "4.9"]) {
    await driver.press(...(target === "4.9" ? ["+", "+"] : ["-", "-"]));
    await label(driver, "描述相符", `→ ${target}`);
  }
  await driver.evaluate("clearInterval(window.turning)");
  await driver.press("-");
  await label(driver, "描述相符", "255–750");
  assert.deepEqual(driver.errors, []);
});

test("the wheel steps the target of the chip under the pointer", async () => {
  const { driver } = browser;
  await openCards(driver);
  await label(driver, "服务态度", "");
  const chip = (await driver.chips()).find((it) => it.label.startsWith("服务态度"));
  assert.ok(chip?.visible);
  const before = chip.label;
  await driver.wheelAt(Math.round(chip.x) + 8, Math.round(chip.y) + 8, -120);
  await until("the next target", async () => (await driver.chips()).some((it) => it.label.startsWith("服务态度") && it.label !== before));
  const stepped = (await driver.chips()).find((it) => it.label.startsWith("服务态度"))?.label ?? "";
  await openCards(driver);
  await label(driver, "服务态度", stepped);
});

test("the sentence for the boss is put on the clipboard", async () => {
  const { driver } = browser;
  await openCards(driver);
  await label(driver, "描述相符", "255–750");
  await driver.press("s", "y");
  await driver.evaluate("(() => { const field = document.createElement('textarea'); field.id = 'paste'; document.body.append(field); field.focus(); })()");
  await driver.press("Control+v");
  const said = await until("the sentence", () => driver.evaluate<string>("document.querySelector('#paste').value"));
  for (const part of ["描述相符", "4.7", "1000", "4.8", "255–750"]) assert.ok(said.includes(part), `${part} in ${said}`);
  // In the browser's own language.
  assert.match(said, /真实五星|real five-star/);
});

test("what is typed into the calculator is worked out at once, in the panel", async () => {
  const { driver } = browser;
  await openCards(driver);
  await label(driver, "描述相符", "255–750");
  await driver.press("s", "t");
  const figure = (): Promise<string | null> => driver.panel<string>("document.querySelector('.calc-answer strong')?.textContent ?? ''");
  await until("the figure of the page", async () => (await figure()) === "255–750");
  await driver.clickIn("panel", "#calc-count");
  await driver.panel("document.querySelector('#calc-count').select()");
  await driver.pressInPanel("7", "0");
  await until("the new figure", async () => (await figure()) === "20–50");
  await driver.pressInPanel("x");
  await until("what is wrong", () => driver.panel<string>("document.querySelector('#calc-count-note[data-wrong]')?.textContent ?? ''"));
  assert.equal(await figure(), "", "no figure that looks right");
  assert.deepEqual(driver.errors, []);
});

test("the popup has an empty calculator", async () => {
  const { driver } = browser;
  await openKit(driver, pageNamed("taobao-orders"));
  await driver.openPopup();
  await until("the button", () => driver.extension<boolean>("document.querySelector('[data-act=calculator]') !== null"));
  await driver.clickIn("popup", "[data-act=calculator]");
  await until("empty fields", () => driver.extension<boolean>("document.querySelector('#calc-score')?.value === ''"));
});

for (const scheme of ["light", "dark"] as const) {
  test(`the calculator in ${scheme} is open to everyone`, async () => {
    const { driver } = browser;
    await driver.prefer(scheme);
    await openCards(driver);
    await driver.press("s", "t");
    await until("the calculator", () => driver.panel<boolean>("document.querySelector('.calc-plot') !== null"));
    await driver.panel("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
    await driver.panel(`(() => { ${axe.source}\n return 1; })()`);
    const found = await driver.panel<string[]>(`axe.run(document, { resultTypes: ['violations'], elementRef: false }).then((it) => it.violations.map((one) =>
      one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).join('; ')))`);
    assert.deepEqual(found, []);
  });
}

test("a pause leaves the page as it was", async () => {
  const { driver } = browser;
  const page = "document.body.outerHTML";
  await driver.open(TAOBAO, inline(TAOBAO, CARDS));
  const before = await driver.evaluate<string>(page);
  await label(driver, "描述相符", "");
  await driver.press("z", "p");
  await until("our nodes to leave", async () => (await hosts(driver)) === 0);
  assert.deepEqual(await driver.chips(), []);
  assert.equal(await driver.evaluate<string>(page), before);
  await driver.press("z", "p");
  await label(driver, "描述相符", "");
});
