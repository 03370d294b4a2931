import { ElTableColumn } from "../kit/element";
import { defineComponent, h, onBeforeUnmount, ref, type VNode } from "vue";
import { elapsed, everySecond } from "../clock";
import type { Refund } from "../data/record";
import { openDrawer } from "../detail";
import { ui } from "../kit/vue";
import { type CountdownStyle, countdownText, dateText, money } from "../text";
import { EXCHANGES } from "../truth";

/** Vue's countdown, ticking in one text node. */
export const Countdown = defineComponent({
  props: { seconds: { type: Number, required: true }, look: { type: String, default: "long" } },
  setup(props) {
    const passed = ref(elapsed());
    onBeforeUnmount(everySecond(() => {
      passed.value = elapsed();
    }));
    return () => h("span", { class: "countdown" }, countdownText(props.seconds - passed.value, props.look as CountdownStyle));
  },
});

export interface ElementColumn {
  readonly key: string;
  readonly title: string;
  readonly width?: number;
  readonly min?: number;
  readonly fixed?: "left" | "right";
  readonly cell: (refund: Refund) => VNode | string;
}

export const goodsCell = (refund: Refund): VNode => h("div", { class: "goods" }, [
  h("div", { class: "goods-picture", style: { background: `linear-gradient(135deg, ${refund.goods.tint[0]}, ${refund.goods.tint[1]})` } }),
  h("div", {}, [h("div", { class: "goods-title" }, refund.goods.title), h("div", { class: "goods-spec" }, refund.goods.spec)]),
]);

export const COLUMNS: readonly ElementColumn[] = [
  { key: "refund", title: "服务单号", width: 96, cell: (refund) => refund.refund },
  { key: "order", title: "订单编号", width: 108, cell: (refund) => refund.order },
  { key: "goods", title: "商品信息", min: 150, cell: goodsCell },
  { key: "service", title: "服务类型", width: 72, cell: (refund) => refund.serviceText },
  { key: "reason", title: "申请原因", width: 108, cell: (refund) => h("span", { class: "reason" }, refund.reason) },
  { key: "note", title: "申请描述", min: 146, cell: (refund) => h("span", { class: "note" }, refund.note ?? "") },
  { key: "amount", title: "退款金额", width: 88,
    cell: (refund) => h("span", { class: "amount" }, EXCHANGES.includes(refund.service) ? "—" : `￥${money(refund.amount)}`) },
  { key: "status", title: "售后状态", width: 74, cell: (refund) => refund.status },
  { key: "shipping", title: "物流状态", width: 74, cell: (refund) => refund.shipping },
  { key: "applied", title: "申请时间", width: 98, cell: (refund) => dateText(refund.appliedAt) },
  { key: "countdown", title: "剩余处理时间", width: 110, cell: (refund) => (refund.countdown === null ? "—" : h(Countdown, { seconds: refund.countdown })) },
  { key: "act", title: "操作", width: 74, cell: (refund) => h("div", { class: "actions" }, [
    h("button", { type: "button", onClick: () => openDrawer(refund) }, "查看详情"),
    h("button", { type: "button" }, "备注"),
  ]) },
];

export const elementColumns = (columns: readonly ElementColumn[]): VNode[] => columns.map((column) => ui(ElTableColumn, {
  key: column.key, label: column.title, ...(column.width ? { width: column.width } : {}), ...(column.min ? { minWidth: column.min } : {}),
  ...(column.fixed ? { fixed: column.fixed } : {}),
}, { default: (scope: { row: Refund }) => column.cell(scope.row) }));
