// Three lists as no pack knows them: an old ERP in frames with its header in a table of its own, a grid of nameless divs, and cards that are
// drawn anew all the time. Each counts what its own handlers hear, and none of its words over columns is one we know.

import type { TruthRecord } from "../harness/kits.ts";

export interface UnknownPage {
  readonly name: string;
  readonly url: string;
  readonly html: string;
  /** Further documents of the page, by path. */
  readonly frames: Readonly<Record<string, string>>;
  readonly truth: readonly TruthRecord[];
}

export interface Case {
  readonly no: string;
  readonly reason: string;
  readonly words: string;
  readonly amount: string;
  readonly time: string;
}

const REASONS = ["做工粗糙", "颜色跟图不一样", "买错了", "不想要", "漏发配件", "尺寸不合适", "送到就坏了"] as const;
const WORDS = ["缝线开了一大截", "", "拍的时候没看清", "用不上，没拆封", "说好两个螺丝只有一个", "太小，孩子穿不进去", "屏幕一打开就有裂纹", "", "客服说可以退"] as const;

export const CASES: readonly Case[] = Array.from({ length: 36 }, (_, at) => ({
  no: `TK26${String(110_000 + at * 37)}`,
  reason: REASONS[at % REASONS.length] ?? "",
  words: WORDS[at % WORDS.length] ?? "",
  amount: `${(19.9 + at * 3.1).toFixed(2)}`,
  time: `2026-11-${String(1 + (at % 20)).padStart(2, "0")} ${String(8 + (at % 12)).padStart(2, "0")}:05`,
}));
const TRUTH: readonly TruthRecord[] = CASES.map(({ no, reason }) => ({ order: null, refund: no, reason }));

/** Counts what the page's own handlers hear of pressing: on a row, and on the document in the capture phase. */
const COUNTS = `<script>
  document.documentElement.dataset.heard = "0";
  const heard = (event) => {
    const row = event.target instanceof Element && event.target.closest("[data-row], tr, .tk, #grid > div");
    if (row) (window.top ?? window).document.documentElement.dataset.heard = String(Number((window.top ?? window).document.documentElement.dataset.heard) + 1);
  };
  for (const name of ["pointerdown", "mousedown", "mouseup", "click", "keydown"]) document.addEventListener(name, heard, true);
</script>`;

const html = (title: string, style: string, body: string): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<link rel="icon" href="data:,"><style>body { margin: 16px; font: 14px/1.6 sans-serif; color: #222; background: #fff } ${style}</style></head><body>${body}${COUNTS}</body></html>`;

const HEADS = ["", "单据", "客诉大类", "客人怎么说", "小计", "登记", "办理"];
const erpRow = (it: Case): string =>
  `<tr onclick="void 0"><td><input type="checkbox"></td><td>${it.no}</td><td>${it.reason}</td><td>${it.words}</td><td>￥${it.amount}</td><td>${it.time}</td><td><a href="#x">受理</a> <a href="#y">驳回</a></td></tr>`;
const ERP_INNER = html("工单", "table { width: 1100px; table-layout: fixed; border-collapse: collapse } th, td { border: 1px solid #99a; padding: 4px 6px; text-align: left; height: 26px; overflow: hidden } #b { height: 560px; overflow-y: scroll; width: 1116px }",
  `<table id="h"><thead><tr>${HEADS.map((it) => `<th>${it}</th>`).join("")}</tr></thead></table><div id="b"><table><tbody>${CASES.map(erpRow).join("")}</tbody></table></div>`);

const gridRow = (it: Case, at: number): string =>
  `<div class="css-${(at + 7).toString(36)}q8z" data-row><div>${it.no}</div><div>${it.time}</div><div>${it.reason}</div><div>${it.words}</div><div>¥ <b>${it.amount}</b></div></div>`;

const cardOf = (it: Case): string => `<article class="tk"><header><span>${it.no}</span> <time>${it.time}</time></header><p class="cause">${it.reason}</p>`
  + `${it.words ? `<p><label>客人：</label><span>${it.words}</span></p>` : ""}<p><label>退：</label><em>￥${it.amount}</em></p><button>受理</button></article>`;

export const PAGES: Readonly<Record<"erp" | "grid" | "cards", UnknownPage>> = {
  erp: {
    name: "erp", url: "https://erp.example.com/main.php?m=ticket&p=2", truth: TRUTH, frames: { "/inner.php": ERP_INNER },
    html: html("某某ERP", "iframe { width: 1160px; height: 660px; border: 1px solid #ccc }", `<h1>售后中心</h1><iframe src="/inner.php"></iframe>`),
  },
  grid: {
    name: "grid", url: "https://shop.example.net/seller/20931/disputes", truth: TRUTH, frames: {},
    html: html("纠纷", "#grid > div { display: grid; grid-template-columns: 150px 160px 160px 1fr 110px; gap: 12px; padding: 8px; border-bottom: 1px solid #eee }",
      `<nav><a href="#1">全部</a> <a href="#2">待办</a></nav><div id="grid" class="css-zz91k">${CASES.map(gridRow).join("")}</div>`),
  },
  cards: {
    name: "cards", url: "https://work.example.org/app/#/tickets?tab=open", truth: TRUTH, frames: {},
    html: html("工单台", ".tk { border: 1px solid #ddd; border-radius: 6px; margin: 8px 0; padding: 8px 12px; width: 560px }",
      `<div id="list"></div><script>
        const cards = ${JSON.stringify(CASES.map(cardOf))};
        const draw = () => { document.getElementById("list").innerHTML = cards.join(""); };
        draw();
        setInterval(draw, 900);
      </script>`),
  },
};

/** The grid after a redesign: a column more, and the others in another order. */
export const REDESIGNED: UnknownPage = {
  ...PAGES.grid,
  html: html("纠纷", "#grid > div { display: grid; grid-template-columns: repeat(6, 1fr) }",
    `<div id="grid" class="css-aa00b">${CASES.map((it, at) => `<div class="css-x${at}y9"><div>★</div><div>${it.reason}</div><div>¥${it.amount}</div><div>${it.no}</div><div>${it.words}</div><div>${it.time}</div></div>`).join("")}</div>`),
};
