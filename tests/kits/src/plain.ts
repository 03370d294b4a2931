import type { Refund } from "../../../www/src/data/record";
import { detail } from "../../../www/src/detail";
import { el } from "../../../www/src/dom";
import { goodsOf, shopName } from "../../../www/src/data/shops";
import { orders } from "../../../www/src/pages";
import { card, type CardOptions, heads } from "../../../www/src/pinduoduo/cards";
import "../../../www/src/pinduoduo/cards.css";
import "../../../www/src/shell/shell.css";
import { countdownText, dateText, money } from "../../../www/src/text";
import { EXCHANGES } from "../../../www/src/truth";
import { drawn, isDrawn, listOf } from "./data";
import { mount } from "./mount";

const amountText = (refund: Refund): string => (EXCHANGES.includes(refund.service) ? "—" : `¥${money(refund.amount)}`);
const left = (refund: Refund): string => (refund.countdown === null ? "" : countdownText(refund.countdown, "long"));

/** The old Taobao list: a head block and a body block for each refund, joined only by their numbers. */
function oldTaobao(root: HTMLElement): void {
  const list = el("div", { id: "bottomContainer_1" });
  listOf("taobao").forEach((refund, index) => {
    list.append(
      el("div", { "data-reactid": `.0.1.$disputeListGrid_${index}@1`, class: "dispute-head" },
        el("em", {}, "订单编号："), el("span", {}, refund.order), el("em", {}, "退款编号："), el("span", {}, refund.refund), el("span", { class: "shop" }, shopName("taobao"))),
      el("div", { "data-reactid": `.0.1.$disputeListGrid_${index}@2`, class: "dispute-body" }, el("p", {}, refund.goods.title),
        el("span", {}, `退款金额：${EXCHANGES.includes(refund.service) ? "—" : `￥${money(refund.amount)}`}`), el("span", {}, `申请时间：${dateText(refund.appliedAt)}`),
        el("span", {}, `服务类型：${refund.serviceText}`), el("span", {}, `退款状态：${refund.status}`), el("a", { href: "#" }, "查看详情")));
  });
  root.append(el("div", { class: "card" }, list, el("ul", { id: "listPagination_1", class: "rc-pagination" },
    el("li", { class: "rc-pagination-total-text" }, `共 ${listOf("taobao").length} 条`), el("li", { class: "rc-pagination-next", title: "下一页" }))));
}

/** Douyin's list of some years ago: a grid of divs with hashed cells. */
function mortise(root: HTMLElement): void {
  const cell = (...children: readonly (Node | string)[]): HTMLElement => el("div", { class: "index_cell__3lW9e" }, ...children);
  const titles = ["商品信息", "订单编号", "售后编号", "售后类型", "退款金额", "申请原因", "申请描述", "售后状态", "申请时间", "操作"];
  const rows = listOf("douyin").map((refund) => el("div", { class: "mortise-rich-table-row index_tableRow__2Xk1v" },
    cell(refund.goods.title), cell(refund.order), cell(refund.refund), cell(refund.serviceText), cell(amountText(refund)), cell(refund.reason), cell(refund.note ?? ""),
    cell(el("div", {}, refund.status), el("div", { class: "countdown" }, refund.countdown === null ? "" : `${left(refund)}后自动同意`)),
    cell(dateText(refund.appliedAt, "/")), cell(el("button", { class: "ant-btn" }, "查看详情"))));
  root.append(el("div", { class: "card" }, el("div", { class: "mortise-rich-table" },
    el("div", { class: "mortise-rich-table-header" }, ...titles.map((title) => el("div", { class: "index_cell__3lW9e" }, title))), ...rows),
  el("div", {}, `共 ${rows.length} 条`)));
}

/** Pinduoduo's cards, ten a page; while the next page loads the old cards stay. */
function cards(options: CardOptions & { readonly size: number; readonly drawn?: boolean }) {
  return (root: HTMLElement): void => {
    const refunds = listOf("pinduoduo");
    let page = 1;
    const list = el("div", { class: "after-sales-table_list__8sDf3" });
    const next = el("div", { class: "PGT_next_5-118-0 button", "data-testid": "beast-core-pagination-next", "aria-disabled": "false", tabindex: 0 }, "下一页");
    const draw = (): void => {
      const shown = refunds.slice((page - 1) * options.size, page * options.size);
      list.replaceChildren(heads(), ...shown.map((refund) => {
        const node = card(refund, options);
        const fact = options.drawn && isDrawn(refunds.indexOf(refund)) ? node.querySelector('[class*="amount_refund"]') : null;
        if (fact) fact.textContent = drawn(fact.textContent ?? "");
        return node;
      }));
      next.setAttribute("aria-disabled", String(page * options.size >= refunds.length));
    };
    next.addEventListener("click", () => {
      if (next.getAttribute("aria-disabled") === "true") return;
      page += 1;
      window.setTimeout(draw, 700);
    });
    root.append(el("div", { class: "card", "data-testid": "beast-core-card" }, list, el("div", { class: "list-foot" }, el("span", {}, `共 ${refunds.length} 条`), next)));
    draw();
  };
}

/** A table of the Beast kit; the header is either in the same table or in one of its own. */
function beast(split: boolean) {
  return (root: HTMLElement): void => {
    const titles = ["订单编号", "售后编号", "商品信息", "售后类型", "退款金额", "发货状态", "售后原因", "买家留言", "售后状态", "申请时间", "剩余处理时间", "操作"];
    const head = el("thead", { "data-testid": "beast-core-table-middle-thead" }, el("tr", { "data-testid": "beast-core-table-header-tr", class: "TB_tr_5-118-0" },
      ...titles.map((title) => el("th", { "data-testid": "beast-core-table-th", class: "TB_th_5-118-0" }, el("div", { class: "elli_outerWrapper_5-118-0" }, title)))));
    const rows = listOf("pinduoduo").map((refund) => el("tr", { "data-testid": "beast-core-table-body-tr", class: "TB_tr_5-118-0 TB_whiteTr_5-118-0" },
      ...[refund.order, refund.refund, refund.goods.title, refund.serviceText, amountText(refund), refund.shipping, refund.reason, refund.note ?? "", refund.status,
        dateText(refund.appliedAt), left(refund), "查看详情"].map((text) => el("td", { "data-testid": "beast-core-table-td", class: "TB_td_5-118-0" }, text))));
    const body = el("tbody", { "data-testid": "beast-core-table-middle-tbody" }, ...rows);
    const inside = split
      ? [el("div", { class: "TB_header_5-118-0" }, el("table", { class: "plain" }, head)),
        el("div", { class: "TB_body_5-118-0", "data-testid": "beast-core-table-middle-body" }, el("table", { class: "plain" }, body))]
      : [el("table", { class: "plain" }, head, body)];
    root.append(el("div", { class: "card" }, el("div", { class: "TB_outerWrapper_5-118-0 TB_bordered_5-118-0", "data-testid": "beast-core-table" },
      el("div", { class: "TB_inner_5-118-0" }, el("div", { class: "TB_innerMiddle_5-118-0" }, ...inside))), el("div", {}, `共 ${rows.length} 条`)));
  };
}

/** JD's cards: columns are told by `prop`, facts by label and value. */
function jdCards(root: HTMLElement): void {
  const pair = (label: string, value: string): HTMLElement =>
    el("div", { class: "config-view-item" }, el("span", { class: "config-view-item__label" }, label), el("span", { class: "config-view-item__value" }, value));
  const list = listOf("jd").map((refund) => el("div", { class: "card" },
    el("div", { class: "card-header" }, el("span", {}, "服务单号"), el("span", { class: "service-order-id" }, refund.refund), el("span", {}, "订单编号"),
      el("span", { class: "shop-order-id" }, refund.order), el("div", { class: "order-time-info" }, el("span", { class: "shop-overflow-tooltip__content" }, `${dateText(refund.appliedAt)} 申请`))),
    el("div", { class: "card-content" },
      el("div", { prop: "skuInfo" }, el("div", { class: "sku-info-list__item" }, refund.goods.title)),
      el("div", { prop: "customerExpect" }, pair("服务类型", refund.serviceText)),
      el("div", { prop: "applyReason" }, pair("申请原因", refund.reason), refund.note === null ? null : pair("申请描述", refund.note)),
      el("div", { prop: "refundAmount" }, pair("退款金额", EXCHANGES.includes(refund.service) ? "—" : `￥${money(refund.amount)}`)),
      el("div", { prop: "consigneeInfo" }, `${refund.buyer}，陕西**********`),
      el("div", { prop: "serviceStatus" }, pair("售后状态", refund.status), pair("物流状态", refund.shipping), refund.countdown === null ? null : pair("剩余处理时间", left(refund))),
      el("div", { prop: "operation" }, el("a", { href: "#" }, "查看详情"), el("a", { href: "#" }, "备注")))));
  root.append(el("div", { class: "table-body" }, ...list), el("div", { class: "jd-pagination" }, el("span", { class: "jd-pagination__total" }, `共 ${list.length} 条`)));
}

const detailOf = (platform: Refund["platform"]) => (root: HTMLElement): void => {
  const refund = listOf(platform)[0];
  if (refund) root.append(el("div", { class: "card" }, el("h1", {}, "售后详情"), detail(refund)));
};

function login(root: HTMLElement): void {
  root.append(el("form", { class: "card filters", action: "#" }, el("h1", {}, "登录已失效，请重新登录"), el("label", {}, "账号", el("input", { name: "account", autocomplete: "off" })),
    el("label", {}, "密码", el("input", { type: "password", name: "password", autocomplete: "off" })), el("button", { class: "button primary", type: "submit" }, "登录"),
    el("p", { class: "quiet" }, "登录后可查看订单、退款管理、售后状态、退款原因")));
}

/** A product table that only looks like a list of refunds: long numbers, amounts, states. */
function goods(root: HTMLElement): void {
  root.append(el("div", { class: "card" }, el("table", { class: "plain" }, el("thead", {}, el("tr", {}, ...["商品ID", "商品", "价格", "库存", "状态", "创建时间"].map((title) => el("th", {}, title)))),
    el("tbody", {}, ...goodsOf("pinduoduo").map((item, index) => el("tr", {}, el("td", {}, `6${index}84201937${index}`), el("td", {}, item.title), el("td", {}, `¥${money(item.price)}`),
      el("td", {}, String(120 + index * 7)), el("td", {}, "在售"), el("td", {}, `2026-09-1${index} 10:00:00`)))))));
}

mount({
  "old-taobao": oldTaobao,
  mortise,
  cards: cards({ size: 10 }),
  "cards-ids": cards({ size: 40, withRefundId: true }),
  "cards-drawn": cards({ size: 40, drawn: true }),
  beast: beast(false),
  "beast-split": beast(true),
  "jd-cards": jdCards,
  "detail-taobao": detailOf("taobao"),
  "detail-douyin": detailOf("douyin"),
  "detail-pinduoduo": detailOf("pinduoduo"),
  "detail-jd": detailOf("jd"),
  "orders-taobao": (root) => root.append(orders("taobao", 20)),
  "orders-douyin": (root) => root.append(orders("douyin", 20)),
  "orders-jd": (root) => root.append(orders("jd", 20)),
  goods,
  login,
});
