import type { Platform, Refund, Service } from "./data/record";
import { type CountdownStyle, dateText, decimal, readableSeconds } from "./text";

/** What a perfect reader reads from one record. Null: the page does not show it. */
export interface TruthRecord {
  readonly order: string | null;
  readonly refund: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly service: Service | null;
  readonly service_text: string | null;
  readonly status: string | null;
  readonly shipping: string | null;
  /** Refund amount and paid amount in yuan, without thousands marks. */
  readonly amount: string | null;
  readonly paid: string | null;
  readonly applied_text: string | null;
  readonly applied_at: string | null;
  /** Seconds left when the page was opened, as far as the text tells (minutes where seconds are not shown). */
  readonly countdown: number | null;
  readonly goods: string | null;
  /** Fields that are on the page but cannot be read (drawn digits). */
  readonly unreadable?: readonly TruthField[];
  /** Fields of which only the start is given here, since the page shows megabytes. */
  readonly starts?: readonly TruthField[];
}

export type TruthField = Exclude<keyof TruthRecord, "service_text" | "applied_text" | "applied_at"> | "applied";

export interface Truth {
  readonly page: "refunds" | "refund_detail" | "reviews" | "scores" | "unknown";
  readonly platform: Platform | null;
  readonly now: string;
  /** The page's own figure, or null. */
  readonly total: number | null;
  /** How many records are in the page when it is opened; null where a virtual list decides. */
  readonly shown: number | null;
  /** All records in the order of the first tab; the first `shown` ones are in the page when it is opened. */
  readonly records: readonly TruthRecord[];
  /** Columns that carry words no reader can know. */
  readonly unknown_columns?: readonly string[];
}

export interface TruthShape {
  readonly hidden?: readonly TruthField[];
  readonly style: CountdownStyle;
  readonly mark?: "-" | "/";
}

const FIELDS: readonly TruthField[] = [
  "order", "refund", "reason", "note", "service", "status", "shipping", "amount", "paid", "applied", "countdown", "goods",
];

export const EXCHANGES: readonly Service[] = ["exchange", "resend", "repair"];

const chinaTime = (ms: number): string => `${dateText(ms).replace(" ", "T")}+08:00`;

export function truthRecord(refund: Refund, shape: TruthShape): TruthRecord {
  const shown = new Set(FIELDS.filter((field) => !shape.hidden?.includes(field)));
  const when = <T>(field: TruthField, value: T): T | null => (shown.has(field) ? value : null);
  return {
    order: when("order", refund.order),
    refund: when("refund", refund.refund),
    reason: when("reason", refund.reason),
    note: when("note", refund.note),
    service: when("service", refund.service),
    service_text: when("service", refund.serviceText),
    status: when("status", refund.status),
    shipping: when("shipping", refund.shipping),
    amount: when("amount", EXCHANGES.includes(refund.service) ? null : decimal(refund.amount)),
    paid: when("paid", decimal(refund.paid)),
    applied_text: when("applied", dateText(refund.appliedAt, shape.mark ?? "-")),
    applied_at: when("applied", chinaTime(refund.appliedAt)),
    countdown: when("countdown", refund.countdown === null ? null : readableSeconds(refund.countdown, shape.style)),
    goods: when("goods", refund.goods.title),
  };
}

export function truthOf(platform: Platform, now: number, refunds: readonly Refund[], shape: TruthShape, shown: number | null): Truth {
  return {
    page: "refunds",
    platform,
    now: chinaTime(now),
    total: refunds.length,
    shown: shown === null ? null : Math.min(shown, refunds.length),
    records: refunds.map((refund) => truthRecord(refund, shape)),
  };
}
