/** One refund of the demo shops: the data a back office would hold, before any page shows it. All of it is made up. */

export type Platform = "taobao" | "douyin" | "pinduoduo" | "jd";
export type Service = "refund_only" | "return_refund" | "exchange" | "resend" | "repair";
/** Where the refund stands: with the seller, with the buyer, on the way back, or over. */
export type Stage = "review" | "ship_back" | "receive" | "done" | "closed";
export type Shipping = "none" | "moving" | "signed";

export interface Goods {
  readonly title: string;
  readonly spec: string;
  /** Unit price in fen. */
  readonly price: number;
  /** Two colours of the picture tile, so that no image file is needed. */
  readonly tint: readonly [string, string];
}

/** What is written by hand; everything else follows from it. Times are hours before and after the demo's now. */
export interface Row {
  readonly goods: number;
  readonly service: Service;
  readonly stage: Stage;
  readonly shipping: Shipping;
  readonly ago: number;
  readonly left: number | null;
  readonly reason: string;
  readonly note: string | null;
  /** Part of the price that is asked back, in fen, where it is not the whole. */
  readonly part?: number;
}

export interface Refund {
  readonly platform: Platform;
  readonly order: string;
  readonly refund: string;
  readonly buyer: string;
  readonly goods: Goods;
  readonly reason: string;
  readonly note: string | null;
  readonly service: Service;
  readonly serviceText: string;
  readonly stage: Stage;
  readonly status: string;
  readonly shipping: string;
  /** Amounts in fen. */
  readonly paid: number;
  readonly amount: number;
  /** Milliseconds since 1970 UTC. */
  readonly paidAt: number;
  readonly signedAt: number | null;
  readonly appliedAt: number;
  /** Seconds left when the page is opened. */
  readonly countdown: number | null;
}

/** Short form of a row, in the order a person would tell it. */
export const row = (
  goods: number, service: Service, stage: Stage, shipping: Shipping, ago: number, left: number | null,
  reason: string, note: string | null, part?: number,
): Row => ({ goods, service, stage, shipping, ago, left, reason, note, ...(part === undefined ? {} : { part }) });
