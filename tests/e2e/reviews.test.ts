// Review pages: every field is read as the page's truth says, and a draft gets into the reply box and no further.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { openBeside } from "./harness/begin.ts";
import { openKit, useBrowser } from "./harness/browser.ts";
import { type Driver, until } from "./harness/driver.ts";
import { startEngine } from "./harness/engine.ts";
import { PAGES, pageNamed, type Truth, truthOf } from "./harness/kits.ts";
import { badgesShown } from "./harness/marks.ts";
import { shownInPanel } from "./harness/panel.ts";
import { settled } from "./harness/report.ts";

const browser = useBrowser();
const WANTED = 0.98;
const LISTEN = `(() => { globalThis.sent = null; chrome.runtime.onMessage.addListener((message) => {
  if (message?.kind === 'evaluate' && message.request.startsWith('{"kind":"read"')) globalThis.sent = message.request; }); })()`;
const FIELDS = ["order", "text", "added", "stars", "product", "time", "answered", "reply", "pictures"] as const;
type Field = (typeof FIELDS)[number];
type Fields = Readonly<Record<Field, unknown>>;
interface Card {
  readonly ids: { readonly order?: string };
  readonly goods: string | null;
  readonly review: Readonly<Record<string, unknown>>;
}

let evaluate: Awaited<ReturnType<typeof startEngine>>;
before(async () => {
  evaluate = await startEngine();
});

for (const page of PAGES.filter((it) => it.name.startsWith("reviews-") && it.truth)) {
  test(`${page.name}: every field`, async () => {
    const { driver } = browser;
    await driver.openPopup();
    await driver.extension(LISTEN);
    await openKit(driver, page);
    await until("a request", () => driver.extension<boolean>("globalThis.sent !== null"));
    await settled(driver);
    const { cards } = evaluate(JSON.parse(await driver.extension<string>("globalThis.sent"))) as { cards: readonly Card[] };
    const truth = (truthOf(page) as Truth).records as unknown as readonly Fields[];
    assert.equal(cards.length, truth.length);
    for (const field of FIELDS) {
      const pairs = truth.map((record, at) => [valueOf(cards[at] as Card, field), record[field]] as const);
      const right = pairs.filter(([read, wanted]) => read !== null && read === wanted).length;
      const read = pairs.filter(([read]) => read !== null).length;
      const shown = pairs.filter(([, wanted]) => wanted !== null).length;
      const told = `${field}: ${JSON.stringify(pairs.find(([one, other]) => one !== other))}`;
      assert.ok(read === 0 || right / read >= WANTED, `precision of ${told}`);
      assert.ok(shown === 0 || right / shown >= WANTED, `recall of ${told}`);
    }
  });
}

function valueOf(card: Card, field: Field): unknown {
  if (field === "order") return card.ids.order ?? null;
  if (field === "product") return card.goods;
  return field === "text" ? card.review["text"] || null : card.review[field];
}

const SPY = `(() => {
  window.pressed = [];
  for (const kind of ['submit', 'click', 'keydown']) addEventListener(kind, (event) => event.isTrusted || pressed.push(event.type), true);
})()`;
const TEXT = "document.querySelector('.draft-text')?.value || null";
const CLEAR = "!!document.querySelector('.lint-line[data-state=clear], .findings:not(:has([data-severity=block]))') || null";
const DONE = "document.querySelector('.outcome[data-outcome=done]') ? true : null";
const STATE = "[...document.querySelectorAll('.state')].find((it) => it.checkVisibility())?.textContent ?? ''";

/** Opens the card of the first review in the queue and its box on the page; answers the draft. */
async function drafted(driver: Driver, name: string): Promise<string> {
  await openKit(driver, pageNamed(name));
  await badgesShown(driver, 1);
  await driver.evaluate(SPY);
  await openBeside(driver);
  const text = await until("a draft", () => driver.panel<string>(TEXT));
  await until("a lint that lets it pass", () => driver.panel<boolean>(CLEAR));
  return text;
}

for (const name of ["reviews-taobao", "reviews-douyin", "reviews-kuaishou", "reviews-jd", "reviews-pdd", "reviews-xiaohongshu", "reviews-amazon"]) {
  test(`${name}: the draft stands in the box, can be undone, and nothing is sent`, async () => {
    const { driver } = browser;
    const text = await drafted(driver, name);
    await driver.clickIn("panel", ".insert");
    await until("the word that it is in", () => driver.panel<boolean>(DONE));
    assert.equal((await until("the text in the page's own state", () => driver.evaluate<string>(STATE))).trim(), text.trim());
    assert.deepEqual(await driver.evaluate("[pressed, document.body.dataset.submitted ?? null]"), [[], null], "nothing pressed, nothing sent");
    await driver.press("Control+z");
    await until("an empty box after undo", async () => (await driver.evaluate<string>(STATE)).trim() === "");
    assert.deepEqual(driver.errors, []);
  });
}

test("a text that the lint blocks does not get into the page", async () => {
  const { driver } = browser;
  await drafted(driver, "reviews-pdd");
  await driver.panel("(() => { const field = document.querySelector('.draft-text'); field.value = '好评返现10元，加我微信'; field.dispatchEvent(new InputEvent('input', { bubbles: true })); })()");
  await shownInPanel(driver, ".findings [data-severity=block]");
  await driver.panel("document.querySelector('.insert').focus()");
  await driver.pressInPanel("Enter");
  await until("the place selected", () => driver.panel<boolean>("document.activeElement.className === 'draft-text' || null"));
  assert.equal(await driver.evaluate(STATE), "");
});

test("what was typed is there again after the panel was closed", async () => {
  const { driver } = browser;
  await drafted(driver, "reviews-jd");
  await driver.panel("(() => { const field = document.querySelector('.draft-text'); field.value = '我自己写的话'; field.dispatchEvent(new InputEvent('input', { bubbles: true })); })()");
  await until("the lint's word", () => driver.panel<boolean>(CLEAR));
  await driver.clickIn("panel", ".card-close button");
  await driver.press("o");
  assert.equal(await until("the text", async () => ((await driver.panel<string>(TEXT)) === "我自己写的话" ? "我自己写的话" : null)), "我自己写的话");
});

test("a text of the agent's own is found, filled and put into the field; an empty slot blocks and is chosen", async () => {
  const { driver } = browser;
  const own = { a1: { title: "尺码偏小", text: "您好，{{商品}}的事{{店铺}}记下了，{{单号}}", use: "reply", order: 0 }, b2: { title: "催件", text: "已经在催", use: "reply", order: 1 } };
  const edits = [...Object.entries(own).map(([id, value]) => ({ path: `/snippets/own/${id}`, value })), { path: "/replies/shop", value: "小满家" }];
  await driver.extension(`chrome.runtime.sendMessage(${JSON.stringify({ kind: "settings.edit", edits })})`);
  await drafted(driver, "reviews-taobao");
  await shownInPanel(driver, ".own-texts");
  await driver.clickIn("panel", ".own-texts > summary");
  await driver.clickIn("panel", ".own-search");
  await driver.pressInPanel(..."cmpx");
  await until("one text", () => driver.panel<boolean>("document.querySelectorAll('.own-text').length === 1 || null"));
  await driver.clickIn("panel", ".own-text");
  const text = await until("the text in the field", async () => {
    const found = await driver.panel<string>(TEXT);
    return found?.includes("小满家记下了") ? found : null;
  });
  assert.ok(!text.includes("{{商品}}"), `the page names the goods: ${text}`);
  await shownInPanel(driver, ".findings [data-rule=unfilled_slot]");
  await driver.panel("document.querySelector('.insert').focus()");
  await driver.pressInPanel("Enter");
  const chosen = "(() => { const it = document.querySelector('.draft-text'); return document.activeElement === it ? it.value.slice(it.selectionStart, it.selectionEnd) || null : null; })()";
  assert.match(await until("the slot selected", () => driver.panel<string>(chosen)), /单号/);
  assert.equal(await driver.evaluate(STATE), "", "nothing is in the page");
});
