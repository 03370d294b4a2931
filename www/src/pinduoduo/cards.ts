import { elapsed, everySecond } from "../clock";
import type { Refund } from "../data/record";
import { openDrawer } from "../detail";
import { el } from "../dom";
import { countdownText, dateText, money } from "../text";
import { EXCHANGES } from "../truth";

/** Class names as the page's bundler writes them: only the part before the two underscores is stable. */
export const hashed = (name: string, hash = "1f8Qd"): string => `${name}__${hash}`;

export const HEADS = ["商品信息", "实收/退款金额(元)", "发货状态", "售后类型", "售后状态", "售后协商", "售后原因", "操作"] as const;

const cell = (...children: readonly (Node | string | null)[]): HTMLElement => el("div", { class: hashed("after-sales-table_item_cell", "3xPz0") }, ...children);

function picture(refund: Refund): HTMLElement {
  const tile = el("div", { class: "goods-picture" });
  tile.style.background = `linear-gradient(135deg, ${refund.goods.tint[0]}, ${refund.goods.tint[1]})`;
  return tile;
}

function remaining(refund: Refund): HTMLElement | null {
  const seconds = refund.countdown;
  if (seconds === null) return null;
  const outcome = { review: "未处理，系统将自动退款", ship_back: "未寄出，售后将自动关闭", receive: "未处理，系统将自动退款", done: "", closed: "" }[refund.stage];
  const node = el("span", { class: `${hashed("table-item-header_time", "2Lk9s")} countdown` });
  const draw = (): void => {
    node.textContent = `（${countdownText(seconds - elapsed(), "short")}${outcome}）`;
  };
  draw();
  let seen = false;
  const stop = everySecond(() => {
    seen ||= node.isConnected;
    if (node.isConnected) draw();
    else if (seen) stop();
  });
  return node;
}

export interface CardOptions {
  /** Also print the after-sales number in the bar, as newer pages do. */
  readonly withRefundId?: boolean;
  readonly remarks?: boolean;
}

/** One record: a header bar and eight cells. */
export function card(refund: Refund, options: CardOptions = {}): HTMLElement {
  const bar = el("div", { class: hashed("table-item-header_item_header") },
    el("span", { class: hashed("table-item-header_sn") }, `订单号 ${refund.order}`),
    options.withRefundId ? el("span", {}, `售后编号 ${refund.refund}`) : null,
    el("span", { class: hashed("table-item-header_state", "0aQw7") }, refund.stage === "review" ? "待处理" : ""),
    el("span", { class: hashed("table-item-header_apply_time") }, `申请时间: ${dateText(refund.appliedAt)}`),
    remaining(refund));
  const exchange = EXCHANGES.includes(refund.service);
  const actions = refund.stage === "review" ? [refund.service === "refund_only" ? "同意退款" : "同意退货", "拒绝", "添加备注"] : ["添加备注"];
  const cells = el("div", { class: hashed("after-sales-table_item_body", "9mNb2") },
    cell(el("div", { class: "goods" }, picture(refund), el("div", {},
      el("div", { class: hashed("order-info_main") }, refund.goods.title), el("div", { class: `${hashed("order-info_sub")} quiet` }, refund.goods.spec)))),
    cell(el("div", { class: `${hashed("amount_dotted")} amount` }, `实收：¥${money(refund.paid)}`),
      exchange ? null : el("div", { class: `${hashed("amount_refund")} amount` }, `退款：¥${money(refund.amount)}`)),
    cell(refund.shipping),
    cell(refund.serviceText),
    cell(refund.status),
    cell(el("span", { class: "quiet" }, refund.stage === "review" ? "未协商" : "-")),
    cell(el("div", { class: "reason" }, refund.reason), refund.note === null ? null : el("div", { class: "note" }, refund.note)),
    cell(el("div", { class: "actions" },
      el("button", { type: "button", "data-tracking": 100_215, onclick: () => openDrawer(refund) }, "查看详情"),
      ...actions.map((name, index) => el("button", { type: "button", "data-tracking": 100_216 + index }, name)))));
  const box = el("div", { class: hashed("after-sales-table_checkbox_wrap"), "data-checked": "false" }, el("input", { type: "checkbox", "aria-label": "选择" }));
  return el("div", { class: hashed("after-sales-table_order_item", "2hGv5") }, box, el("div", { class: "card-inner" }, bar, cells));
}

/** The bar of words above all cards. */
export const heads = (): HTMLElement =>
  el("div", { class: hashed("after-sales-table_table_header", "7tRe1") }, ...HEADS.map((name) => el("div", { class: hashed("after-sales-table_header_cell", "7tRe1") }, name)));
