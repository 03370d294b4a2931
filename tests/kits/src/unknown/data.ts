import type { Refund } from "../../../../www/src/data/record";
import { refundsOf } from "../../../../www/src/data/shops";
import type { ShopReview } from "../../../../www/src/reviews/record";
import { reviewsOf } from "../../../../www/src/reviews/shops";

/** Numbers of a system of its own: none of a platform that a pack knows. */
export const caseNo = (index: number): string => `GD-2611-${String(3100 + index * 7)}`;
export const saleNo = (index: number): string => `SO2611${String(400_100 + index * 13)}`;

export const REFUNDS: readonly Refund[] = refundsOf("douyin").map((refund, index) => ({ ...refund, refund: caseNo(index), order: saleNo(index) }));
export const REVIEWS: readonly ShopReview[] = reviewsOf("pinduoduo").map((review, index) => ({ ...review, order: saleNo(index), text: review.text ?? "什么都没写" }));

/** How many reviews stand on one page of a paged list. */
export const PAGE = 20;
