import { el } from "../dom";
import { PINDUODUO } from "./shops";

/** Digits of a font that is made anew with every load. */
const spider = (length: number): HTMLElement => el("span", { class: "index_number__spider_font" }, Array.from({ length }, (_, at) => String.fromCharCode(0xe600 + at)).join(""));
const pair = (label: string, ...value: readonly string[]): HTMLElement[] => [el("span", { class: "label" }, label), el("span", { class: "value" }, ...value)];

/** Labels and values in one run, one rate in digits that cannot be read; `day` is the last one of the statistics. */
export const pddScores = (day: string): readonly HTMLElement[] => [
  el("div", { class: "card" }, el("h3", {}, `整体情况（统计时间：${day}）`), el("div", { class: "run" },
    ...pair("纠纷退款数", PINDUODUO.disputes), ...pair("纠纷退款率", PINDUODUO.disputeRate, " %"), ...pair("介入订单数", PINDUODUO.interventions), ...pair("介入率", PINDUODUO.interventionRate, " %"),
    el("span", { class: "label" }, "品质退款率"), spider(4), el("span", {}, "%"), ...pair("成功退款订单数", PINDUODUO.refunds))),
  el("div", { class: "card" }, el("div", {}, "消费者服务体验分"), el("div", {}, el("b", {}, PINDUODUO.experience), el("i", {}, "/5.0"))),
];
