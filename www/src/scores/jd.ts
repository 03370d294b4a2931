import { ElCard, ElConfigProvider, ElDescriptions, ElDescriptionsItem, ElStatistic, ElTable, ElTableColumn } from "../kit/element";
import { defineComponent, h } from "vue";
import { ui } from "../kit/vue";
import { JD } from "./shops";

/** Element Plus with a prefix: a statistic, descriptions, and a table with the industry's column before the shop's own. */
export const JdScores = defineComponent(() => () => ui(ElConfigProvider, { namespace: "jd" }, () => [
  ui(ElCard, {}, () => [ui(ElStatistic, { title: "店铺风向标", value: JD.index, precision: 2 })]),
  ui(ElCard, {}, () => [ui(ElDescriptions, { border: true, column: 1 }, () => [
    ui(ElDescriptionsItem, { label: "售后评价得分" }, () => JD.rating),
    ui(ElDescriptionsItem, { label: "评价人数" }, () => JD.raters),
  ])]),
  ui(ElCard, {}, () => [h("h3", {}, "近30天"), ui(ElTable, { data: [...JD.rates] }, () => [
    ui(ElTableColumn, { prop: "name", label: "指标" }), ui(ElTableColumn, { prop: "peers", label: "行业均值" }),
    ui(ElTableColumn, { prop: "own", label: "本店" }), ui(ElTableColumn, { prop: "change", label: "环比" }),
  ])]),
]));
