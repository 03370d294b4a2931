import { el } from "../../../../www/src/dom";
import { pddScores } from "../../../../www/src/scores/pinduoduo";
import "../../../../www/src/shell/shell.css";
import { mount } from "../mount";

function xiaohongshu(root: HTMLElement): void {
  const cell = (label: string, value: string): HTMLElement => el("div", { class: "d-grid-item" }, el("div", { class: "d-text" }, label), el("div", { class: "d-text number" }, value));
  root.append(el("div", { id: "app-root-content-wrapper" }, el("div", { class: "d-grid" }, cell("商品评分中差评率(%)", "1.25"), cell("商品品质售后率(%)", "0.8"), cell("支付金额(元)", "4.80"))));
}

function amazon(root: HTMLElement): void {
  const bar = (stars: number, share: string): HTMLElement => el("li", {}, el("span", {}, `${stars} star`), el("span", {}, share));
  root.append(el("div", { class: "card" }, el("h2", {}, "Customer reviews"), el("span", {}, "4.6 out of 5"), el("p", {}, "1,234 global ratings"),
    el("ul", {}, bar(5, "80%"), bar(4, "10%"), bar(3, "4%"), bar(2, "2%"), bar(1, "4%"))));
}

/** Numbers that look like scores, and names of scores without a value. */
function none(root: HTMLElement): void {
  root.append(
    el("div", { class: "next-menu" }, el("a", {}, "物流服务", el("sup", {}, "4.8")), el("a", {}, "首次品退率")),
    el("div", { class: "card" }, el("p", {}, "描述相符怎么提升？"), el("b", {}, "4.8"), el("p", {}, "首次品退率是什么"), el("b", {}, "0.28%")),
    el("div", { class: "card" }, el("p", {}, "蓝牙 5.0 GHz 音箱"), el("b", {}, "¥4.80"), el("p", {}, "版本 4.8"), el("p", {}, "2026-11-20"), el("p", {}, "重量 4.8kg")),
    el("div", { class: "card" }, el("p", {}, "描述相符"), el("b", {}, "¥4.80"), el("p", {}, "服务态度"), el("b", {}, "很好")));
}

mount({ pinduoduo: (root) => root.append(...pddScores("2026-08-01")), xiaohongshu, amazon, none });
