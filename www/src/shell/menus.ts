import type { Platform } from "../data/record";

export interface Menu {
  readonly brand: string;
  readonly search: string;
  readonly groups: readonly { readonly title: string; readonly items: readonly (readonly [label: string, href: string | null])[] }[];
}

/** Plausible menus in the order of the platforms' own; only some entries lead anywhere. */
export const MENUS: Readonly<Record<Platform, Menu>> = {
  taobao: {
    brand: "卖家工作台",
    search: "搜索功能、订单、商品",
    groups: [
      { title: "首页", items: [["工作台", "home.html"]] },
      { title: "交易", items: [["已卖出的宝贝", "orders.html"], ["退款管理", "refunds.html"], ["评价管理", "reviews.html"], ["物流管理", null]] },
      { title: "商品", items: [["我的宝贝", null], ["发布宝贝", null]] },
      { title: "客户之声", items: [["店铺评分", "scores.html"], ["服务诊断", null]] },
    ],
  },
  douyin: {
    brand: "商家后台",
    search: "搜索功能 / 订单号",
    groups: [
      { title: "概览", items: [["首页", "home.html"]] },
      { title: "订单", items: [["订单管理", "orders.html"], ["发货中心", null]] },
      { title: "售后", items: [["售后工作台", "refunds.html"], ["售后小助手", null], ["评价管理", "reviews.html"]] },
      { title: "奖惩", items: [["体验分", "scores.html"], ["举报中心", null]] },
    ],
  },
  pinduoduo: {
    brand: "商家管理",
    search: "搜索商品、订单、功能",
    groups: [
      { title: "首页", items: [["店铺概况", "home.html"]] },
      { title: "发货管理", items: [["订单查询", "orders.html"], ["批量发货", null]] },
      { title: "售后管理", items: [["售后工作台", "refunds.html"], ["工单管理", null], ["申诉管理", null]] },
      { title: "商品管理", items: [["商品列表", null], ["评价管理", "reviews.html"]] },
      { title: "数据中心", items: [["服务质量", "scores.html"], ["经营总览", null]] },
    ],
  },
  jd: {
    brand: "商家中心",
    search: "订单号 / 功能",
    groups: [
      { title: "首页", items: [["今日概览", "home.html"]] },
      { title: "交易", items: [["订单管理", "orders.html"], ["自主售后", "refunds.html"], ["交易纠纷", null], ["催单管理", null]] },
      { title: "商品", items: [["商品管理", null], ["评价管理", "reviews.html"], ["库存管理", null]] },
      { title: "店铺", items: [["店铺风向标", "scores.html"], ["违规管理", null]] },
    ],
  },
};
