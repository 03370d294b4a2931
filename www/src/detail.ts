import type { Platform, Refund } from "./data/record";
import { el } from "./dom";
import { everySecond, elapsed } from "./clock";
import { countdownText, dateText, money } from "./text";
import { EXCHANGES } from "./truth";

interface Look {
  readonly item: string;
  readonly label: string;
  readonly value: string;
  /** Some back offices write the colon, others draw it. */
  readonly colon: string;
  readonly orderLabel: string;
  readonly refundLabel: string;
  readonly serviceLabel: string;
  readonly statusLabel: string;
  readonly reasonLabel: string;
  readonly noteLabel: string;
}

/** Label words and class fragments of the four detail pages. */
const LOOKS: Readonly<Record<Platform, Look>> = {
  taobao: {
    item: "refundinfo_refund-refundinfo-item", label: "refundinfo_refund-dealinfo-item-label name", value: "value", colon: "：",
    orderLabel: "订单编号", refundLabel: "退款编号", serviceLabel: "要求", statusLabel: "退款状态", reasonLabel: "退款原因", noteLabel: "买家退款说明",
  },
  douyin: {
    item: "index_item-wrapper__qT3fa", label: "index_itemTitle__x0LmW name", value: "index_itemDetail__p9Zkd value", colon: "",
    orderLabel: "订单编号", refundLabel: "售后编号", serviceLabel: "售后类型", statusLabel: "售后状态", reasonLabel: "申请原因", noteLabel: "申请描述",
  },
  pinduoduo: {
    item: "Beast__item___1cXuV", label: "name", value: "value", colon: "：",
    orderLabel: "订单编号", refundLabel: "售后编号", serviceLabel: "售后类型", statusLabel: "售后状态", reasonLabel: "售后原因", noteLabel: "买家留言",
  },
  jd: {
    item: "config-view-item", label: "config-view-item__label name", value: "config-view-item__value value", colon: "",
    orderLabel: "订单编号", refundLabel: "服务单号", serviceLabel: "服务类型", statusLabel: "售后状态", reasonLabel: "申请原因", noteLabel: "申请描述",
  },
};

/** Label and value pairs of one refund, a small history and a remark box, as on the detail pages. */
export function detail(refund: Refund): HTMLElement {
  const look = LOOKS[refund.platform];
  const fact = (name: string, value: string | Node, wide = false): HTMLElement =>
    el("div", { class: `${look.item}${wide ? " wide" : ""}` },
      el("span", { class: look.label }, `${name}${look.colon}`), el("span", { class: look.value }, value));
  const facts = el("div", { class: "facts" },
    fact(look.orderLabel, refund.order),
    fact(look.refundLabel, refund.refund),
    fact(look.serviceLabel, refund.serviceText),
    fact(look.statusLabel, refund.status),
    fact("退款金额", EXCHANGES.includes(refund.service) ? "—" : `¥${money(refund.amount)}`),
    fact("实付金额", `¥${money(refund.paid)}`),
    fact("申请时间", dateText(refund.appliedAt)),
    fact("发货状态", refund.shipping));
  if (refund.countdown !== null) facts.append(fact("剩余处理时间", ticking(refund.countdown)));
  facts.append(fact(look.reasonLabel, refund.reason, true), fact(look.noteLabel, refund.note ?? "—", true), fact("商品", refund.goods.title, true));
  const history = el("ol", { class: "steps" },
    el("li", {}, `买家发起${refund.serviceText}申请`, el("div", { class: "quiet" }, dateText(refund.appliedAt))),
    refund.signedAt !== null && el("li", {}, "包裹已签收", el("div", { class: "quiet" }, dateText(refund.signedAt))),
    el("li", {}, "订单付款", el("div", { class: "quiet" }, dateText(refund.paidAt))));
  return el("div", { class: "refund-detail" }, facts, el("h2", {}, "协商历史"), history, remark());
}

function ticking(seconds: number): HTMLElement {
  const node = el("span", { class: "countdown" });
  const draw = (): void => {
    node.textContent = countdownText(seconds - elapsed(), "short");
  };
  draw();
  const stop = everySecond(() => (node.isConnected ? draw() : stop()));
  return node;
}

function remark(): HTMLElement {
  const saved = el("span", { class: "quiet", role: "status" });
  const box = el("textarea", { placeholder: "给同事留一句备注，或写给买家的回复", maxlength: 200, "aria-label": "备注" });
  const save = el("button", { class: "button primary", type: "button", onclick: () => {
    saved.textContent = "演示店铺：没有发送任何内容";
  } }, "保存备注");
  return el("div", { class: "remark" }, el("h2", {}, "备注 / 回复"), box, el("div", { class: "row" }, save, saved));
}

/** Opens the detail beside the list; Escape or the button closes it. */
export function openDrawer(refund: Refund): void {
  document.querySelector(".drawer")?.remove();
  const close = (): void => {
    panel.remove();
    document.removeEventListener("keydown", onKey);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") close();
  };
  const panel = el("aside", { class: "drawer", role: "dialog", "aria-label": "退款详情" },
    el("div", { class: "drawer-head" }, "退款详情", el("span", { class: "actions" },
      el("a", { href: `detail.html?id=${refund.refund}` }, "新页面打开"),
      el("button", { type: "button", class: "link", onclick: close }, "关闭"))),
    detail(refund));
  document.addEventListener("keydown", onKey);
  document.body.append(panel);
}
