import type { Platform } from "./data/record";
import { FIXED_NOW, refundsOf, shopName } from "./data/shops";
import { reviewsOf } from "./reviews/shops";
import { type Truth, truthOf, type TruthShape } from "./truth";

/** What each platform's list leaves out, and how it writes times. */
export const SHAPES: Readonly<Record<Platform, TruthShape>> = {
  taobao: { style: "short" },
  douyin: { style: "minutes", mark: "/" },
  pinduoduo: { style: "short", hidden: ["refund"] },
  jd: { style: "long", hidden: ["paid"] },
};

/** The truth of a page of the demo shop, opened with `?now=fixed`. */
export function truths(platform: Platform, view: string): Truth {
  const list = truthOf(platform, FIXED_NOW, refundsOf(platform), SHAPES[platform], 20);
  if (view === "refunds") return list;
  if (view === "detail") {
    const full = truthOf(platform, FIXED_NOW, refundsOf(platform).slice(0, 1), { style: "short" }, 1);
    return { ...full, page: "refund_detail", total: null };
  }
  if (view === "reviews") {
    const count = reviewsOf(platform).length;
    return { ...list, page: "reviews", total: count, shown: count, records: [] };
  }
  if (view === "scores") return { ...list, page: "scores", total: null, shown: 0, records: [] };
  return { ...list, page: "unknown", total: null, shown: 0, records: [] };
}

export { shopName };
