import { FIXED_NOW } from "../../../../www/src/data/shops";

/** What a perfect reader finds of one score; null where the page does not show it. */
export interface ScoreTruth {
  readonly label: string;
  readonly metric: string;
  readonly value: string | null;
  readonly unit: "star" | "%" | "point" | "hour" | "rank";
  readonly count: number | { readonly min: number; readonly max: number | null } | null;
  readonly window: number | null;
  readonly state: string;
}

export type ScorePlatform = "taobao" | "douyin" | "pinduoduo" | "jd" | "kuaishou" | "xiaohongshu" | "amazon";

const mean = (label: string, metric: string, value: string, count: ScoreTruth["count"], window: number | null, state = count === null ? "ask_count" : "need"): ScoreTruth =>
  ({ label, metric, value, unit: "star", count, window, state });
const rate = (label: string, metric: string, value: string | null, window: number | null, state = "ask_target"): ScoreTruth =>
  ({ label, metric, value, unit: "%", count: null, window, state });
const banded = (label: string, value: string | null, window: number | null, unit: ScoreTruth["unit"] = "point", metric = "experience"): ScoreTruth =>
  ({ label, metric, value, unit, count: null, window, state: value === null ? "unreadable" : "not_mean" });

const URLS: Readonly<Record<ScorePlatform, string>> = {
  taobao: "https://sycm.taobao.com/portal/home.htm",
  douyin: "https://fxg.jinritemai.com/ffa/eco/experience-score",
  pinduoduo: "https://mms.pinduoduo.com/sycm/goods_quality/detail",
  jd: "https://shop.jd.com/jdm/home",
  kuaishou: "https://s.kwaixiaodian.com/zone/cultivation/star/shop/star/class",
  xiaohongshu: "https://ark.xiaohongshu.com/app-datacenter/business-refund/pay-time",
  amazon: "https://sellercentral.amazon.com/brand-customer-reviews/ratings",
};

const SCORES: Readonly<Record<string, readonly ScoreTruth[]>> = {
  taobao: [
    mean("描述相符", "dsr_description", "4.81", 2345, 180),
    mean("服务态度", "dsr_service", "4.7", { min: 12000, max: 12999 }, 180),
    mean("物流服务", "dsr_logistics", "4.76", null, 180),
    rate("首次品退率", "first_quality_refund_rate", "0.0567", 30),
    rate("介入率", "intervention_rate", "0.02", 7),
    banded("真实体验分", "4.66", 30),
  ],
  douyin: [
    banded("商家体验分", "95", 30),
    mean("商品综合评分", "product_rating", "4.783", 1000, 30),
    rate("商品品质退货率", "quality_return_rate", "0.26", 30),
    rate("发货物流品退率", "logistics_quality_rate", "0.026", 30),
  ],
  pinduoduo: [
    rate("纠纷退款率", "dispute_rate", "0.22", 30),
    rate("介入率", "intervention_rate", "14.84", 30),
    rate("品质退款率", "quality_refund_rate", null, 30, "unreadable"),
    banded("消费者服务体验分", "1.8", 30),
  ],
  jd: [
    banded("店铺风向标", "94.36", null),
    mean("售后评价得分", "after_sales_rating", "4.6", 860, 90),
    rate("商品品质退货率", "quality_return_rate", "0.42", 30),
    rate("平台介入率", "intervention_rate", "0.80", 30),
  ],
  kuaishou: [banded("购物体验星级", "4.5", 30, "star"), rate("品退率", "quality_refund_rate", "0.35", 30), rate("商品差评率", "negative_review_rate", "1.20", 30)],
  xiaohongshu: [rate("商品评分中差评率", "negative_rating_rate", "1.25", 90), rate("商品品质售后率", "quality_after_sales_rate", "0.8", 90)],
  amazon: [banded("Customer reviews", "4.6", null, "point", "star_rating")],
};

function truth(platform: ScorePlatform) {
  return { page: "scores", platform, now: new Date(FIXED_NOW).toISOString(), total: null, shown: 0, records: [], scores: SCORES[platform] ?? [] };
}

export interface ScorePage {
  readonly name: string;
  readonly platform: ScorePlatform;
  readonly url: string;
  readonly bundle: string;
  readonly view: string;
  readonly csp: string | null;
  readonly expect: "scores" | "unknown";
  readonly notes: string;
  readonly truth: ReturnType<typeof truth> | null;
}

const page = (platform: ScorePlatform, bundle: string, csp: string | null, notes: string): ScorePage =>
  ({ name: `scores-${platform}`, platform, url: URLS[platform], bundle: `scores-${bundle}`, view: platform, csp, expect: "scores", notes, truth: truth(platform) });

export const scorePages = (strict: string): readonly ScorePage[] => [
  page("taobao", "fusion", strict, "Fusion cards: DSR with counts, changes and comparisons beside; a rate in one line with a bold number"),
  page("douyin", "antd", null, "antd statistics in two parts (4 and .783), a histogram that makes up the mean"),
  page("pinduoduo", "plain", strict, "label and value in one run; a rate in private-use digits; x/5.0 that is no mean"),
  page("jd", "vue", null, "Element Plus, prefix jd: statistic, descriptions, and a table with the industry's column first"),
  page("kuaishou", "antd", strict, "antd with a prefix of its own, values above their labels"),
  page("xiaohongshu", "plain", null, "cells of a grid; the per cent sign stands in the label"),
  page("amazon", "plain", strict, "a model's star rating with shares of stars: no number can be derived"),
  { name: "scores-none", platform: "taobao", url: "https://myseller.taobao.com/home.htm/goods/list", bundle: "scores-plain", view: "none", csp: null, expect: "unknown", notes: "prices, 5.0 GHz, version 4.8, dates, names of scores in the menu and in questions", truth: null },
];
