import { dateText, money } from "../../../../www/src/text";
import { PAGE, REFUNDS, REVIEWS } from "./data";

/** What a perfect reader of a taught page finds in one record; null where the page does not show it. */
export interface TaughtTruth {
  readonly order: string | null;
  readonly refund: string | null;
  readonly reason: string | null;
  readonly text: string | null;
  readonly amount: string | null;
  readonly goods: string | null;
  readonly time: string;
  readonly stars: number | null;
  readonly reply: string | null;
}

export interface TaughtPage {
  readonly name: string;
  readonly url: string;
  readonly bundle: string;
  readonly view: string;
  readonly kind: "refunds" | "reviews";
  /** How many records stand in the page at once; null where a virtual list decides. */
  readonly shown: number | null;
  readonly notes: string;
  readonly records: readonly TaughtTruth[];
}

const time = (ms: number): string => `${dateText(ms).replace(" ", "T")}+08:00`;
const refunds = REFUNDS.map((it): TaughtTruth => ({
  order: it.order, refund: it.refund, reason: it.reason, text: it.note, amount: money(it.amount), goods: it.goods.title, time: time(it.appliedAt), stars: null, reply: null,
}));
const reviews = REVIEWS.map((it): TaughtTruth => ({
  order: it.order, refund: null, reason: null, text: it.text, amount: null, goods: it.goods, time: time(it.at), stars: it.stars, reply: it.reply,
}));

/** Pages of hosts that no pack knows, made with the kits that such back offices are made with; no word over a column is one of the packs'. */
export const TAUGHT: readonly TaughtPage[] = [
  { name: "antd-virtual", url: "https://oms.example.com/after/20931/cases", bundle: "unknown-antd", view: "virtual", kind: "refunds", shown: null, notes: "a virtual table of divs under a header in a table of its own", records: refunds },
  { name: "fusion-nested", url: "https://erp.example.org/work.php?do=after&p=1", bundle: "unknown-fusion", view: "nested", kind: "refunds", shown: refunds.length, notes: "a fixed header, and in each row a table of its goods", records: refunds.map((it) => ({ ...it, goods: null })) },
  { name: "vue-reviews", url: "https://crm.example.net/shop/3021/voices", bundle: "unknown-vue", view: "reviews", kind: "reviews", shown: PAGE, notes: "reviews page by page, header split off, drawn stars, the box in a dialogue", records: reviews },
  { name: "antd-opinions", url: "https://mall.example.cn/desk#/opinions/list", bundle: "unknown-antd", view: "opinions", kind: "reviews", shown: reviews.length, notes: "reviews as cards without any header, with an answer only where there is one", records: reviews },
];
