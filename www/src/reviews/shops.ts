import { FIXED_NOW } from "../data/shops";
import { dateText } from "../text";
import * as chinese from "./chinese";
import * as english from "./english";
import type { ReviewPlatform, ShopReview } from "./record";

const HOUR = 3_600_000;
const BUYERS = ["w**", "阿***", "tb**8", "王**", "匿名用户", "小**儿", "l***e", "陈**"] as const;

/** Digits that look like a number of the platform's and follow from the place in the list. */
const digits = (seed: number, count: number): string => {
  let state = seed * 2_654_435_761 % 4_294_967_296;
  return Array.from({ length: count }, () => String(Math.floor((state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 429_496_730))).join("");
};

const ORDER: Readonly<Record<ReviewPlatform, (seed: number, at: number) => string>> = {
  taobao: (seed) => `26603${digits(seed, 14)}`,
  douyin: (seed) => `69${digits(seed, 17)}`,
  pinduoduo: (seed, at) => `${dateText(at).slice(2, 10).replaceAll("-", "")}-${digits(seed, 15)}`,
  jd: (seed) => `30${digits(seed, 10)}`,
  kuaishou: (seed) => `25${digits(seed, 13)}`,
  xiaohongshu: (seed) => `P7${digits(seed, 16)}`,
  amazon: (seed) => `1${digits(seed, 2)}-${digits(seed + 1, 7)}-${digits(seed + 2, 7)}`,
};

const SEED: Readonly<Record<ReviewPlatform, number>> = { taobao: 101, douyin: 211, pinduoduo: 307, jd: 401, kuaishou: 503, xiaohongshu: 601, amazon: 701 };

/** The reviews of a platform's shop; each shop begins at another place of the same list. */
export function reviewsOf(platform: ReviewPlatform, now = FIXED_NOW): readonly ShopReview[] {
  const { GOODS, ROWS } = platform === "amazon" ? english : chinese;
  const start = SEED[platform] % ROWS.length;
  return [...ROWS.slice(start), ...ROWS.slice(0, start)].map((row, index) => {
    const seed = SEED[platform] + index;
    const at = now - row.ago * HOUR - index * 61_000;
    const [goods, spec] = GOODS[row.goods] ?? ["", ""];
    return {
      platform, order: ORDER[platform](seed, at), review: `${SEED[platform]}${digits(seed + 5, 9)}`, buyer: BUYERS[index % BUYERS.length] ?? "", goods, spec, stars: row.stars,
      text: row.text, added: row.added ?? null, reply: row.reply ?? null, pictures: row.pictures ?? 0, at,
    };
  });
}
