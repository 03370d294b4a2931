// Three pages of the demo shop, in plain elements: refunds as in a Taobao list, reviews as on Pinduoduo, scores as on Taobao.

import { el } from "../../../www/src/dom";
import { refundsOf } from "../../../www/src/data/shops";
import { pddReviews } from "../../../www/src/reviews/pinduoduo";
import { reviewsOf } from "../../../www/src/reviews/shops";
import { countdownText, dateText, money } from "../../../www/src/text";

export interface ShopPage {
  /** Of the real page that this one stands for. */
  readonly url: string;
  readonly body: HTMLElement;
}

const TITLES = ["退款编号", "商品", "退款金额", "退款状态", "退款原因", "买家退款说明", "申请时间", "剩余处理时间"] as const;
const MOST_REFUNDS = 10;
const MOST_REVIEWS = 6;

export function refundPage(): ShopPage {
  const refunds = refundsOf("taobao", Date.now()).slice(0, MOST_REFUNDS);
  const cells = refunds.map((it) => [
    it.refund, it.goods.title, it.amount > 0 ? `¥${money(it.amount)}` : "—", it.status, it.reason, it.note ?? "", dateText(it.appliedAt),
    it.countdown === null ? "" : countdownText(it.countdown, "short"),
  ]);
  const rows = cells.map((texts) => el("tr", {}, ...texts.map((text) => el("td", {}, text))));
  const table = el("table", { class: "plain" }, el("thead", {}, el("tr", {}, ...TITLES.map((title) => el("th", {}, title)))), el("tbody", {}, ...rows));
  return {
    url: "https://myseller.taobao.com/home.htm/trade-platform/refund-list",
    body: shop("退款管理", el("div", { class: "card scrolls", tabindex: 0, role: "region", "aria-label": "退款管理" }, table)),
  };
}

/** What is to be answered stands first, so that it is seen at once. */
export function reviewPage(): ShopPage {
  const open = (it: { stars: number; reply: string | null }): number => (it.stars <= 3 && it.reply === null ? 0 : 1);
  const reviews = [...reviewsOf("pinduoduo")].sort((a, b) => open(a) - open(b)).slice(0, MOST_REVIEWS);
  return { url: "https://mms.pinduoduo.com/goods/evaluation/index", body: shop("评价管理", heard(pddReviews(reviews))) };
}

/** The real pages name no picture and leave out a level of headings; who hears these is spared that. */
function heard(page: HTMLElement): HTMLElement {
  for (const picture of page.querySelectorAll("img")) picture.alt = "";
  for (const heading of page.querySelectorAll("h3")) heading.ariaLevel = "2";
  return page;
}

export function scorePage(): ShopPage {
  const score = (label: string, value: string, count: string): HTMLElement =>
    el("div", { class: "score" }, el("div", { class: "dsr-title" }, label), el("div", { class: "dsr-num" }, value), el("p", {}, count));
  const scores = el("section", { class: "card scores" }, el("h3", {}, "店铺动态评分（近180天）"),
    el("div", { class: "score-row" }, score("描述相符", "4.71", "2,345条评价"), score("服务态度", "4.76", "2,345条评价"), score("物流服务", "4.82", "2,345条评价")));
  return { url: "https://sycm.taobao.com/portal/home.htm", body: shop("店铺评分", heard(scores)) };
}

const shop = (title: string, ...children: HTMLElement[]): HTMLElement => el("main", {}, el("h1", {}, `演示店铺 · ${title}`), ...children);
