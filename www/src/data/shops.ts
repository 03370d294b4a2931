import * as douyin from "./douyin";
import * as jd from "./jd";
import * as pinduoduo from "./pinduoduo";
import type { Goods, Platform, Refund, Row } from "./record";
import * as taobao from "./taobao";
import { WORDS } from "./words";

interface Shop {
  readonly SHOP: string;
  readonly GOODS: readonly Goods[];
  readonly ROWS: readonly Row[];
}

const SHOPS: Readonly<Record<Platform, Shop>> = { taobao, douyin, pinduoduo, jd };

/** The moment all truths are written for: 2026-11-20 10:30:00 in China. */
export const FIXED_NOW = Date.UTC(2026, 10, 20, 2, 30, 0);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const shopName = (platform: Platform): string => SHOPS[platform].SHOP;
export const goodsOf = (platform: Platform): readonly Goods[] => SHOPS[platform].GOODS;

/** Small fixed generator (mulberry32), so that every build makes the same ids. */
export function digits(seed: number): (count: number) => string {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (count) => Array.from({ length: count }, () => Math.floor(next() * 10)).join("");
}

function ids(platform: Platform, random: (count: number) => string, paidAt: number): { order: string; refund: string } {
  switch (platform) {
    case "taobao":
      return { order: `26${random(17)}`, refund: `17${random(16)}` };
    case "douyin":
      return { order: `69${random(17)}`, refund: `14${random(16)}` };
    case "pinduoduo": {
      const day = new Date(paidAt + 8 * HOUR).toISOString().slice(2, 10).replaceAll("-", "");
      return { order: `${day}-${random(15)}`, refund: `31${random(9)}` };
    }
    case "jd":
      return { order: `30${random(10)}`, refund: `22${random(8)}` };
  }
}

const MASKS = ["w**", "晴***", "tb**7", "阿***", "y***i", "小**鱼", "l**9", "匿名用户", "陈**", "m***a"] as const;

function build(platform: Platform, shop: Shop, source: Row, index: number, now: number): Refund {
  const random = digits(platform.length * 7919 + index * 104_729 + 17);
  const words = WORDS[platform];
  const goods = shop.GOODS[source.goods] ?? shop.GOODS[0];
  if (!goods) throw new Error(`no goods in ${platform}`);
  const seconds = Number(random(2)) % 60;
  const appliedAt = now - Math.round(source.ago * 3600) * 1000 - seconds * 1000;
  const days = source.shipping === "signed" ? 4 + (index % 7) : 1 + (index % 4);
  const paidAt = appliedAt - days * DAY - Number(random(4)) * 5000;
  const paid = goods.price - (index % 3 === 2 ? 500 : 0);
  const returnsMoney = source.service === "refund_only" || source.service === "return_refund";
  return {
    platform,
    // The date inside a Pinduoduo number stays that of the fixed calendar: numbers never change.
    ...ids(platform, random, paidAt - now + FIXED_NOW),
    buyer: MASKS[(index * 3) % MASKS.length] ?? "匿名用户",
    goods,
    reason: source.reason,
    note: source.note,
    service: source.service,
    serviceText: words.service[source.service],
    stage: source.stage,
    status: words.status(source.stage, source.service),
    shipping: words.shipping[source.shipping],
    paid,
    amount: returnsMoney ? Math.min(source.part ?? paid, paid) : 0,
    paidAt,
    signedAt: source.shipping === "signed" ? appliedAt - (1 + (index % 3)) * 9 * HOUR : null,
    appliedAt,
    countdown: source.left === null ? null : Math.round(source.left * 3600) + seconds,
  };
}

/** All refunds of a platform's demo shop, the newest application first, as the back offices list them by default. */
export function refundsOf(platform: Platform, now: number = FIXED_NOW): readonly Refund[] {
  const shop = SHOPS[platform];
  return shop.ROWS.map((source, index) => build(platform, shop, source, index, now))
    .sort((a, b) => b.appliedAt - a.appliedAt);
}
