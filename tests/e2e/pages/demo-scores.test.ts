// The demo shop's score pages, at their platforms' addresses: every chip says what counting by hand says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "../harness/browser.ts";
import { until } from "../harness/driver.ts";
import { pageNamed } from "../harness/kits.ts";
import { reported } from "../harness/report.ts";
import { shopPage } from "./shop.ts";

const browser = useBrowser();

/** How many five-stars a sum of stars over so many ratings needs until the mean is `tenths` tenths, counted one by one. */
function fewest(sum: number, count: number, tenths: number): number {
  let more = 0;
  while ((sum + 5 * more) * 10 < tenths * (count + more)) more++;
  return more;
}

/** The same of a mean that was rounded: `half` steps around `shown`, both in thousandths. */
function range(shown: number, half: number, count: number, tenths: number): string {
  const least = Math.ceil(((shown - half) * count) / 1000);
  const most = Math.ceil(((shown + half) * count) / 1000) - 1;
  return `${fewest(most, count, tenths)}–${fewest(least, count, tenths)}`;
}

/** By platform and label: the number on the chip, or the state of a figure without one. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  taobao: {
    描述相符: range(4810, 5, 2345, 49),
    // Somewhere from 12,000 to 13,000 ratings.
    服务态度: "3000–9750",
    物流服务: "ask_count",
    真实体验分: "not_mean",
  },
  douyin: { 商品综合评分: String(fewest(5 * 880 + 4 * 60 + 3 * 35 + 2 * 13 + 12, 1000, 48)), 商家体验分: "not_mean" },
  pinduoduo: { 品质退款率: "unreadable", 消费者服务体验分: "not_mean" },
  jd: { 售后评价得分: range(4600, 50, 860, 47), 店铺风向标: "not_mean" },
};

for (const [platform, wanted] of Object.entries(EXPECTED)) {
  test(`the scores of the demo's ${platform}: every chip is right`, async () => {
    const { driver } = browser;
    const { url } = pageNamed(`scores-${platform}`);
    await driver.open(`${url}${url.includes("?") ? "&" : "?"}now=fixed`, shopPage(platform, "scores"));
    const { scores } = await reported(driver, "scores", (it) => it.page === "scores" && it.scores.length > 0);
    for (const [label, says] of Object.entries(wanted)) {
      const state = scores.find((it) => it.label === label)?.state;
      if (/\d/.test(says)) {
        const chip = await until(`the chip of ${label}`, async () => (await driver.chips()).find((it) => it.visible && it.label.startsWith(label)));
        assert.ok(new RegExp(`(^|\\D)${says}(\\D|$)`).test(chip.label), `${label}: ${says} in ${chip.label}`);
      } else {
        assert.equal(state, says, label);
      }
    }
    assert.deepEqual(driver.errors, []);
  });
}
