import { ElButton, ElConfigProvider, ElInput, ElOption, ElPagination, ElSelect, ElTable, ElTabPane, ElTabs } from "../kit/element";
import "element-plus/dist/index.css?namespace=jd";
import zhCN from "element-plus/es/locale/lang/zh-cn";
import { computed, createApp, defineComponent, h, reactive, ref } from "vue";
import { NOW } from "../clock";
import { refundsOf } from "../data/shops";
import { FIRST, type ListState, reasonsOf, select, type TabId } from "../list";
import { sidePage } from "../pages";
import { ui } from "../kit/vue";
import { jdReviews } from "../reviews/jd";
import "../reviews/reviews.css";
import { reviewsOf } from "../reviews/shops";
import { JdScores } from "../scores/jd";
import "../scores/scores.css";
import { shell } from "../shell/shell";
import { COLUMNS, elementColumns } from "./columns";
import "./jd.css";

const REFUNDS = refundsOf("jd", NOW);
const TABS: readonly (readonly [TabId, string])[] =
  [["all", "全部"], ["review", "待审核"], ["ship_back", "待客户发货"], ["receive", "待收货"], ["soon", "即将超时"], ["over", "已完结"]];

const RefundList = defineComponent(() => {
  const state = reactive<{ -readonly [Key in keyof ListState]: ListState[Key] }>({ ...FIRST });
  const query = ref("");
  const found = computed(() => select(REFUNDS, state));
  const change = (part: Partial<ListState>): void => {
    Object.assign(state, { page: 1 }, part);
  };
  const filters = () => h("section", { class: "card jd-filters" }, [
    h("label", {}, ["订单/服务单号", ui(ElInput, { modelValue: query.value, placeholder: "请输入单号或商品", clearable: true,
      "onUpdate:modelValue": (value: string) => { query.value = value; } })]),
    h("label", {}, ["申请原因", ui(ElSelect, { modelValue: state.reason, placeholder: "全部", clearable: true, teleported: true,
      "onUpdate:modelValue": (value: string | undefined) => change({ reason: value ?? "" }) },
    () => reasonsOf(REFUNDS).map((value) => ui(ElOption, { key: value, label: value, value })))]),
    h("label", {}, ["排序", ui(ElSelect, { modelValue: state.sort, "onUpdate:modelValue": (sort: ListState["sort"]) => change({ sort }) },
      () => [ui(ElOption, { label: "最近申请", value: "applied" }), ui(ElOption, { label: "即将超时", value: "deadline" })])]),
    ui(ElButton, { type: "primary", onClick: () => change({ query: query.value }) }, () => "查询"),
    ui(ElButton, { onClick: () => { query.value = ""; change(FIRST); } }, () => "重置"),
  ]);
  const list = () => h("section", { class: "card" }, [
    ui(ElTabs, { modelValue: state.tab, "onUpdate:modelValue": (tab: string | number) => change({ tab: tab as TabId }) },
      () => TABS.map(([name, label]) => ui(ElTabPane, { key: name, name, label }))),
    ui(ElTable, { data: [...found.value.rows], rowKey: "refund", emptyText: "暂无数据" }, () => elementColumns(COLUMNS)),
    h("div", { class: "list-foot" }, [ui(ElPagination, {
      layout: "total, ->, sizes, prev, pager, next", total: found.value.total, pageSize: state.size, currentPage: state.page, pageSizes: [10, 20],
      "onUpdate:currentPage": (page: number) => change({ page }), "onUpdate:pageSize": (size: number) => change({ size }),
    })]),
  ]);
  return () => ui(ElConfigProvider, { namespace: "jd", locale: zhCN }, () => [filters(), list()]);
});

const view = document.body.dataset["view"] ?? "refunds";
if (view === "reviews") createApp(jdReviews("jd", reviewsOf("jd", NOW))).mount(shell("jd", "reviews.html", ["商品", "评价管理"]));
else if (view === "scores") createApp(JdScores).mount(shell("jd", "scores.html", ["店铺", "店铺风向标"]));
else if (!sidePage("jd", view)) createApp(RefundList).mount(shell("jd", "refunds.html", ["交易", "自主售后"]));
