import { NOW } from "./clock";
import type { Platform } from "./data/record";
import { digits, goodsOf, refundsOf } from "./data/shops";
import { detail } from "./detail";
import { el } from "./dom";
import { shell } from "./shell/shell";
import { dateText, money } from "./text";

/** Pages around the refund list. Home and orders hold no refund at all: a reader must keep silent there. */
export function sidePage(platform: Platform, view: string): boolean {
  switch (view) {
    case "home":
      home(platform);
      return true;
    case "orders":
      shell(platform, "orders.html", ["交易", "订单列表"]).append(orders(platform, 14));
      return true;
    case "detail":
      detailPage(platform);
      return true;
    default:
      return false;
  }
}

function home(platform: Platform): void {
  const content = shell(platform, "home.html", ["首页", "今日概览"]);
  const tile = (name: string, value: string): HTMLElement => el("div", { class: "tile" }, el("span", { class: "quiet" }, name), el("b", {}, value));
  content.append(
    el("section", { class: "card" }, el("h2", {}, "今日数据"), el("div", { class: "tiles" },
      tile("支付金额（元）", "12,846.30"), tile("访客数", "3,209"), tile("支付订单数", "96"), tile("转化率", "2.99%"))),
    el("section", { class: "card" }, el("h2", {}, "待办"), el("div", { class: "tiles" },
      tile("待付款", "11"), tile("待发货", "27"), tile("待处理售后", "26"), tile("待回复评价", "8"))),
    el("section", { class: "card" }, el("h2", {}, "公告"), el("p", { class: "quiet" }, "这是演示店铺：商品、订单和买家都是编造的。"),
      el("p", { class: "actions" }, el("a", { href: "refunds.html" }, "去看退款列表"), el("a", { href: "reviews.html" }, "去看评价"), el("a", { href: "scores.html" }, "去看店铺评分"))));
}

/** A list of sold orders: numbers, goods and money, but nothing was asked back. */
export function orders(platform: Platform, count: number): HTMLElement {
  const goods = goodsOf(platform);
  const table = el("table", { class: "plain orders" }, el("thead", {}, el("tr", {},
    ...["订单编号", "商品", "数量", "实付", "买家", "下单时间", "订单状态", "操作"].map((name) => el("th", {}, name)))));
  const body = el("tbody");
  const states = ["待发货", "已发货", "交易成功", "已签收"];
  for (let index = 0; index < count; index += 1) {
    const random = digits(index * 31 + platform.length * 977 + 5);
    const item = goods[index % goods.length];
    if (!item) continue;
    const at = NOW - (index * 97 + 13) * 60_000;
    const number = platform === "pinduoduo" ? `261120-${random(15)}` : platform === "jd" ? `30${random(10)}` : `${platform === "taobao" ? 27 : 70}${random(17)}`;
    body.append(el("tr", {}, el("td", {}, number), el("td", {}, item.title), el("td", {}, "1"), el("td", { class: "amount" }, `¥${money(item.price)}`),
      el("td", {}, "匿**"), el("td", {}, dateText(at)), el("td", {}, states[index % states.length] ?? ""), el("td", {}, el("a", { href: "#" }, "订单详情"))));
  }
  table.append(body);
  return el("section", { class: "card" }, el("h2", {}, "已卖出的订单"), table, el("p", { class: "quiet" }, `共 ${count} 条`));
}

function detailPage(platform: Platform): void {
  const content = shell(platform, "detail.html", ["售后", "退款列表", "退款详情"]);
  const asked = new URLSearchParams(location.search).get("id");
  const refunds = refundsOf(platform, NOW);
  const refund = refunds.find((each) => each.refund === asked) ?? refunds[0];
  if (!refund) return;
  content.append(el("section", { class: "card" }, el("h1", {}, "退款详情"), detail(refund)));
}
