/** One review of the demo shops. All of it is made up. */

export type ReviewPlatform = "taobao" | "douyin" | "pinduoduo" | "jd" | "kuaishou" | "xiaohongshu" | "amazon";

/** What is written by hand: goods, stars, words; hours before the demo's now; what came later. */
export interface ReviewRow {
  readonly goods: number;
  readonly stars: number;
  readonly text: string | null;
  readonly ago: number;
  readonly added?: string;
  readonly reply?: string;
  readonly pictures?: number;
}

export interface ShopReview {
  readonly platform: ReviewPlatform;
  readonly order: string;
  readonly review: string;
  readonly buyer: string;
  readonly goods: string;
  readonly spec: string;
  readonly stars: number;
  /** Null: the platform's own words stand in its place. */
  readonly text: string | null;
  readonly added: string | null;
  readonly reply: string | null;
  readonly pictures: number;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

export const row = (goods: number, stars: number, ago: number, text: string | null, more: Omit<ReviewRow, "goods" | "stars" | "ago" | "text"> = {}): ReviewRow =>
  ({ goods, stars, ago, text, ...more });
