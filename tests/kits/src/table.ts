import type { Refund } from "../../../www/src/data/record";
import { el } from "../../../www/src/dom";
import { countdownText, dateText, money } from "../../../www/src/text";
import { EXCHANGES } from "../../../www/src/truth";

export const TITLES = ["订单编号", "退款编号", "买家", "商品", "退款金额", "服务类型", "退款状态", "货物状态", "退款原因", "买家退款说明", "申请时间", "剩余处理时间", "操作"] as const;

export const cellsOf = (refund: Refund): readonly string[] => [
  refund.order, refund.refund, refund.buyer, refund.goods.title, EXCHANGES.includes(refund.service) ? "—" : `¥${money(refund.amount)}`, refund.serviceText, refund.status,
  refund.shipping, refund.reason, refund.note ?? "", dateText(refund.appliedAt), refund.countdown === null ? "" : countdownText(refund.countdown, "short"), "查看详情",
];

export const rowOf = (refund: Refund): HTMLElement => el("tr", {}, ...cellsOf(refund).map((text) => el("td", {}, text)));

/** A plain table of refunds without any kit: the ground of the hostile pages. */
export function tableOf(refunds: readonly Refund[]): { readonly table: HTMLElement; readonly body: HTMLElement } {
  const body = el("tbody", {}, ...refunds.map(rowOf));
  return { table: el("table", { class: "plain" }, el("thead", {}, el("tr", {}, ...TITLES.map((title) => el("th", {}, title)))), body), body };
}
