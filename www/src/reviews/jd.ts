import { ElButton, ElConfigProvider, ElDialog, ElInput, ElPagination, ElRate, ElTable, ElTableColumn } from "../kit/element";
import zhCN from "element-plus/es/locale/lang/zh-cn";
import { defineComponent, h, ref, type VNode } from "vue";
import { ui } from "../kit/vue";
import { dateText } from "../text";
import { PICTURE } from "./picture";
import type { ShopReview } from "./record";

export const JD_DEFAULT = "此用户未填写评价内容";

const words = (review: ShopReview): VNode => h("div", { class: "comment-main" }, [
  h("p", { class: "comment-text" }, review.text ?? JD_DEFAULT),
  review.pictures > 0 ? h("div", { class: "pic-list" }, Array.from({ length: review.pictures }, () => h("img", { src: PICTURE, width: 40, height: 40 }))) : null,
  review.added === null ? null : h("div", { class: "append-comment" }, [h("span", "追评："), h("span", review.added)]),
]);

/** An Element Plus table with a prefix; the box stands in a dialogue. */
export const jdReviews = (namespace: string, reviews: readonly ShopReview[], props: Record<string, unknown> = {}) => defineComponent(() => {
  const open = ref<ShopReview | null>(null);
  const text = ref("");
  const column = (label: string, width: number, cell: (review: ShopReview) => VNode | string): VNode =>
    ui(ElTableColumn, { label, width }, { default: (scope: { row: ShopReview }) => cell(scope.row) });
  const answer = (review: ShopReview): VNode => review.reply === null
    ? ui(ElButton, { link: true, type: "primary", "data-answer": review.order, onClick: () => { open.value = review; text.value = ""; } }, () => "回复")
    : ui(ElButton, { link: true }, () => "查看回复");
  return () => ui(ElConfigProvider, { namespace, locale: zhCN }, () => [h("div", { class: "card table-body" }, [
    h("h2", "评价管理"),
    ui(ElTable, { data: [...reviews], rowKey: "review", ...props }, () => [
      column("订单号", 150, (review) => review.order),
      column("商品", 240, (review) => h("div", { class: "sku-info" }, [h("div", review.goods), h("div", { class: "sku-spec" }, review.spec)])),
      column("评分", 170, (review) => ui(ElRate, { modelValue: review.stars, disabled: true })),
      column("评论内容", 380, words),
      column("评论时间", 170, (review) => dateText(review.at)),
      column("回复状态", 100, (review) => (review.reply === null ? "未回复" : "已回复")),
      column("操作", 160, (review) => h("div", [answer(review), ui(ElButton, { link: true }, () => "申诉")])),
    ]),
    ui(ElPagination, { layout: "total, prev, pager, next", total: reviews.length, pageSize: 50 }),
    ui(ElDialog, { modelValue: open.value !== null, title: "回复评价", width: 460, "onUpdate:modelValue": (shown: boolean) => { if (!shown) open.value = null; } }, {
      default: () => [ui(ElInput, { class: "box", modelValue: text.value, "onUpdate:modelValue": (value: string) => { text.value = value; }, type: "textarea", rows: 4, maxlength: 300, showWordLimit: true }),
        h("p", { class: "state", "aria-hidden": "true" }, text.value)],
      footer: () => ui(ElButton, { type: "primary", onClick: () => document.body.setAttribute("data-submitted", text.value) }, () => "提交"),
    }),
  ])]);
});
