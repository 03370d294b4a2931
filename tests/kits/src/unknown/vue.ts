import { ElButton, ElConfigProvider, ElDialog, ElInput, ElPagination, ElRate, ElTable, ElTableColumn } from "../../../../www/src/kit/element";
import "element-plus/dist/index.css";
import zhCN from "element-plus/es/locale/lang/zh-cn";
import { createApp, defineComponent, h, ref, type VNode } from "vue";
import { ui } from "../../../../www/src/kit/vue";
import type { ShopReview } from "../../../../www/src/reviews/record";
import "../../../../www/src/shell/shell.css";
import { dateText } from "../../../../www/src/text";
import { mount } from "../mount";
import { PAGE, REVIEWS } from "./data";

/** Reviews page by page; the answer is written in a dialogue. */
const Voices = defineComponent(() => {
  const page = ref(1);
  const open = ref<ShopReview | null>(null);
  const text = ref("");
  const column = (label: string, width: number, cell: (review: ShopReview) => VNode | string): VNode =>
    ui(ElTableColumn, { label, width }, { default: (scope: { row: ShopReview }) => cell(scope.row) });
  const answer = (review: ShopReview): VNode =>
    ui(ElButton, { link: true, type: "primary", "data-answer": review.order, onClick: () => { open.value = review; text.value = ""; } }, () => "写答复");
  return () => ui(ElConfigProvider, { namespace: "el", locale: zhCN }, () => [h("div", { class: "card table-body" }, [
    h("h2", "客户之声"),
    ui(ElTable, { data: REVIEWS.slice((page.value - 1) * PAGE, page.value * PAGE), rowKey: "review", height: 560 }, () => [
      column("关联单", 150, (it) => it.order),
      column("客人心声", 330, (it) => it.text ?? ""),
      column("印象", 150, (it) => ui(ElRate, { modelValue: it.stars, disabled: true })),
      column("款", 180, (it) => it.goods),
      column("留言于", 170, (it) => dateText(it.at)),
      column("我方答复", 240, (it) => it.reply ?? ""),
      column("处置", 100, answer),
    ]),
    ui(ElPagination, { layout: "prev, pager, next", total: REVIEWS.length, pageSize: PAGE, currentPage: page.value, "onUpdate:currentPage": (to: number) => { page.value = to; } }),
    ui(ElDialog, { modelValue: open.value !== null, title: "写答复", width: 460, "onUpdate:modelValue": (shown: boolean) => { if (!shown) open.value = null; } }, {
      default: () => [ui(ElInput, { class: "box", modelValue: text.value, "onUpdate:modelValue": (value: string) => { text.value = value; }, type: "textarea", rows: 4, maxlength: 300 }),
        h("p", { class: "state", "aria-hidden": "true" }, text.value)],
      footer: () => ui(ElButton, { type: "primary", onClick: () => document.body.setAttribute("data-submitted", text.value) }, () => "提交"),
    }),
  ])]);
});

mount({ reviews: (root) => void createApp(Voices).mount(root) });
