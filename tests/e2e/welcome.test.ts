// The welcome page: opened once, and on it all four abilities work without a network.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { violations } from "./harness/axe.ts";
import { useBrowser } from "./harness/browser.ts";
import { until } from "./harness/driver.ts";

const browser = useBrowser();
const own = <T>(expression: string): Promise<T> => browser.driver.extension<T>(expression);

afterEach(() => browser.driver.front("page"));

/** Opens a step and waits for its demo shop. */
async function step(name: string, page: string): Promise<void> {
  const { driver } = browser;
  await driver.openOwn("welcome.html");
  await driver.front("own");
  await until("the steps", () => own("document.querySelectorAll('.step').length === 4"));
  if (name !== "refunds") await own(`document.getElementById('step-${name}').focus()`);
  const presses = ["refunds", "messages", "reviews", "scores"].indexOf(name);
  for (let at = 0; at < presses; at++) await driver.pressInOptions("ArrowRight");
  await until(`the shop of ${name}`, () => driver.inFrame<boolean>(`demo.html#${page}`, "document.querySelector('main') !== null && document.querySelectorAll('html > *').length > 2"));
}

test("it was opened by the installation, and never again", async () => {
  assert.equal((await own<{ welcomed?: boolean }>("chrome.storage.local.get('welcomed')")).welcomed, true);
  await browser.driver.reloadExtension();
  assert.equal(await own("chrome.tabs.query({}).then((all) => all.filter((it) => it.url?.endsWith('/pages/welcome.html')).length)"), 0);
});

test("refunds: keys find a marked one, its card opens, and the message is there", async () => {
  const { driver } = browser;
  await step("refunds", "refunds");
  await driver.clickInFrame("demo.html", "h1");
  await driver.pressInFrame("demo.html", "j", "o");
  await until("the card", () => driver.inFrame<boolean>("panel.html#demo", "document.querySelector('.sheet .advice .message') !== null"));
  assert.deepEqual(driver.errors, []);
  assert.deepEqual(driver.leaks, []);
});

test("reviews: a draft is offered for a bad one", async () => {
  const { driver } = browser;
  await step("reviews", "reviews");
  await driver.clickInFrame("demo.html", "h1");
  await driver.pressInFrame("demo.html", "j", "o");
  await until("a draft", () => driver.inFrame<boolean>("panel.html#demo", "(document.querySelector('.draft-text')?.value ?? '') !== ''"));
});

test("scores: the calculator opens with what the page shows", async () => {
  const { driver } = browser;
  await step("scores", "scores");
  await driver.clickInFrame("demo.html", "h1");
  await driver.pressInFrame("demo.html", "s", "t");
  await until("the calculator", () => driver.inFrame<boolean>("panel.html#demo", "[...document.querySelectorAll('.calc input')].some((it) => it.value === '4.71')"));
});

for (const scheme of ["light", "dark"] as const) {
  test(`no violation in ${scheme}, and no sideways scrolling at 360 px`, async () => {
    const { driver } = browser;
    await driver.prefer(scheme);
    for (const [name, page] of [["refunds", "refunds"], ["messages", "refunds"], ["reviews", "reviews"], ["scores", "scores"]] as const) {
      await step(name, page);
      assert.deepEqual(await violations((expression) => own(expression)), [], name);
    }
    await driver.widenOptions(360);
    assert.ok(await own<boolean>("document.documentElement.scrollWidth <= innerWidth"));
    await driver.widenOptions(1280);
  });
}
