import { ElCard, ElConfigProvider, ElDescriptions, ElDescriptionsItem, ElStatistic, ElTable, ElTableColumn } from "element-plus";
import "element-plus/dist/index.css";
import "element-plus/dist/index.css?namespace=jd";
import { createApp, defineComponent, h } from "vue";
import { ui } from "../../../../www/src/kit/vue";
import "../../../../www/src/shell/shell.css";
import { mount } from "../mount";

const RATES = [
  { name: "商品品质退货率", peers: "0.50%", own: "0.42%", change: "0.03%" },
  { name: "平台介入率", peers: "0.90%", own: "0.80%", change: "0.01%" },
];

function jd(root: HTMLElement): void {
  createApp(defineComponent(() => () => ui(ElConfigProvider, { namespace: "jd" }, () => [
    ui(ElCard, {}, () => [ui(ElStatistic, { title: "店铺风向标", value: 94.36, precision: 2 })]),
    ui(ElCard, {}, () => [ui(ElDescriptions, { border: true, column: 1 }, () => [
      ui(ElDescriptionsItem, { label: "售后评价得分" }, () => "4.6分"),
      ui(ElDescriptionsItem, { label: "评价人数" }, () => "860"),
    ])]),
    ui(ElCard, {}, () => [h("h3", {}, "近30天"), ui(ElTable, { data: RATES }, () => [
      ui(ElTableColumn, { prop: "name", label: "指标" }), ui(ElTableColumn, { prop: "peers", label: "行业均值" }),
      ui(ElTableColumn, { prop: "own", label: "本店" }), ui(ElTableColumn, { prop: "change", label: "环比" }),
    ])]),
  ]))).mount(root);
}

mount({ jd });
