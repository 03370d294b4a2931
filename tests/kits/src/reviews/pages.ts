import { FIXED_NOW } from "../../../../www/src/data/shops";
import type { ReviewPlatform } from "../../../../www/src/reviews/record";
import { reviewsOf } from "../../../../www/src/reviews/shops";
import { dateText } from "../../../../www/src/text";

/** What a perfect reader finds in one review; null where the page does not show it. */
export interface ReviewTruth {
  readonly order: string | null;
  readonly refund: null;
  readonly reason: null;
  readonly text: string | null;
  readonly added: string | null;
  readonly stars: number;
  readonly product: string;
  readonly time: string;
  readonly answered: boolean;
  readonly reply: string | null;
  readonly pictures: boolean;
}

const URLS: Readonly<Record<ReviewPlatform, string>> = {
  taobao: "https://myseller.taobao.com/home.htm/comment-manage/list/rateWait4PC?current=1&pageSize=20",
  douyin: "https://fxg.jinritemai.com/ffa/maftersale/comment",
  pinduoduo: "https://mms.pinduoduo.com/goods/evaluation/index",
  jd: "https://shop.jd.com/jdm/trade/order-comment/list",
  kuaishou: "https://s.kwaixiaodian.com/zone/order/comment/list",
  xiaohongshu: "https://ark.xiaohongshu.com/app-item/comment/analysis",
  amazon: "https://sellercentral.amazon.com/brand-customer-reviews/?stars=1,2,3",
};

/** Which pages show the shop's answer itself; the others only say that there is one. */
const SHOWS_REPLY: readonly ReviewPlatform[] = ["taobao", "douyin", "pinduoduo", "kuaishou", "xiaohongshu"];

function truth(platform: ReviewPlatform) {
  const reviews = reviewsOf(platform);
  const time = (ms: number): string => `${platform === "amazon" ? `${dateText(ms).slice(0, 10)}T00:00:00` : dateText(ms).replace(" ", "T")}+08:00`;
  const records = reviews.map((review): ReviewTruth => ({
    order: review.order, refund: null, reason: null, text: review.text, added: review.added, stars: review.stars, product: review.goods, time: time(review.at),
    answered: review.reply !== null, reply: SHOWS_REPLY.includes(platform) ? review.reply : null, pictures: review.pictures > 0,
  }));
  return { page: "reviews", platform, now: new Date(FIXED_NOW).toISOString(), total: reviews.length, shown: reviews.length, records };
}

export interface ReviewPage {
  readonly name: string;
  readonly platform: ReviewPlatform;
  readonly url: string;
  readonly bundle: string;
  readonly view: string;
  readonly csp: string | null;
  readonly expect: "reviews" | "unknown";
  readonly notes: string;
  readonly truth: ReturnType<typeof truth> | null;
}

const page = (name: string, platform: ReviewPlatform, bundle: string, view: string, csp: string | null, notes: string): ReviewPage =>
  ({ name: `reviews-${name}`, platform, url: URLS[platform], bundle: `reviews-${bundle}`, view, csp, expect: "reviews", notes, truth: truth(platform) });

export const reviewPages = (strict: string): readonly ReviewPage[] => [
  page("taobao", "taobao", "fusion", "taobao", strict, "Fusion table, stars as a strip, added reviews in expanded rows; React box in a dialogue"),
  page("taobao-small", "taobao", "fusion", "taobao-small", null, "the same with small stars"),
  page("douyin", "douyin", "antd", "douyin", strict, "antd fork, header in its own table, two columns of stars; React box in a drawer"),
  page("kuaishou", "kuaishou", "antd", "kuaishou", null, "antd with a prefix of its own; React box in the row"),
  page("pdd", "pinduoduo", "plain", "pdd", strict, "cards with hashed class names, stars as icons; plain box in the card"),
  page("jd", "jd", "vue", "jd", null, "Element Plus, prefix jd; Vue box in a dialogue"),
  page("jd-height", "jd", "vue", "jd-height", strict, "the same with a fixed height, prefix el"),
  page("xiaohongshu", "xiaohongshu", "plain", "grid", null, "cells without rows; an editable element in a drawer"),
  page("amazon", "amazon", "plain", "amazon", strict, "custom elements: stars in an attribute, words in shadow roots"),
  { name: "reviews-goods", platform: "pinduoduo", url: "https://mms.pinduoduo.com/goods/goods_list?review=1", bundle: "reviews-plain", view: "goods", csp: null, expect: "unknown", notes: "goods with stars and dates are no reviews", truth: null },
];
