import { NOW } from "../clock";
import { refundsOf } from "../data/shops";
import { el } from "../dom";
import { FIRST, type ListState, reasonsOf, select, type TabId } from "../list";
import { sidePage } from "../pages";
import { pddReviews } from "../reviews/pinduoduo";
import "../reviews/reviews.css";
import { reviewsOf } from "../reviews/shops";
import { pddScores } from "../scores/pinduoduo";
import "../scores/scores.css";
import { shell } from "../shell/shell";
import { dateText } from "../text";
import { card, hashed, heads } from "./cards";
import "./cards.css";

const REFUNDS = refundsOf("pinduoduo", NOW);
const TABS: readonly (readonly [TabId, string])[] =
  [["all", "全部"], ["review", "待商家处理"], ["ship_back", "待买家退货"], ["receive", "待商家收货"], ["soon", "待处理即将逾期"], ["over", "已完结"]];
/** Statistics end with the day before. */
const YESTERDAY = dateText(NOW - 24 * 3_600_000).slice(0, 10);
/** Old cards stay for a moment while the next page loads. */
const LOADING_MS = 260;

function refundList(content: HTMLElement): void {
  let state: ListState = FIRST;
  const tabs = el("div", { class: hashed("TAB_capsule_outer", "5-118-0"), role: "tablist" });
  const list = el("div", { class: hashed("after-sales-table_list", "8sDf3") });
  const foot = el("div", { class: "list-foot" });
  const query = el("input", { placeholder: "订单号 / 售后编号 / 商品", "data-testid": "beast-core-input-htmlInput" }) as HTMLInputElement;
  const reason = el("select", {}, el("option", { value: "" }, "全部原因"), ...reasonsOf(REFUNDS).map((name) => el("option", { value: name }, name))) as HTMLSelectElement;
  const sort = el("select", {}, el("option", { value: "applied" }, "最近申请"), el("option", { value: "deadline" }, "临近超时")) as HTMLSelectElement;

  const draw = (): void => {
    const { rows, total, pages } = select(REFUNDS, state);
    tabs.replaceChildren(...TABS.map(([id, name]) => el("button", { type: "button", role: "tab", "aria-selected": String(id === state.tab),
      class: hashed(id === state.tab ? "TAB_capsuleActive" : "TAB_capsule", "5-118-0"), onclick: () => go({ tab: id, page: 1 }) }, name)));
    list.replaceChildren(heads(), ...(rows.length > 0 ? rows.map((refund) => card(refund)) : [el("p", { class: "quiet" }, "暂无数据")]));
    const step = (name: string, testid: string, page: number): HTMLElement => {
      const off = page < 1 || page > pages;
      return el("button", { type: "button", class: "button", "data-testid": testid, "aria-disabled": String(off), disabled: off, onclick: () => go({ page }) }, name);
    };
    const size = el("select", { "aria-label": "每页条数" }, ...[10, 20].map((count) => el("option", { value: count, selected: count === state.size }, `${count} 条/页`))) as HTMLSelectElement;
    size.addEventListener("change", () => go({ size: Number(size.value), page: 1 }));
    foot.replaceChildren(el("span", {}, `共 ${total} 条`), el("span", { class: "pager" },
      step("上一页", "beast-core-pagination-prev", state.page - 1), el("span", {}, `${state.page} / ${pages}`),
      step("下一页", "beast-core-pagination-next", state.page + 1), size));
  };
  const go = (part: Partial<ListState>): void => {
    state = { ...state, ...part };
    list.classList.add("loading");
    window.setTimeout(() => {
      list.classList.remove("loading");
      draw();
    }, LOADING_MS);
  };
  const search = (): void => go({ query: query.value, reason: reason.value, sort: sort.value === "deadline" ? "deadline" : "applied", page: 1 });
  const reset = (): void => {
    query.value = reason.value = "";
    sort.value = "applied";
    go(FIRST);
  };
  content.append(
    el("section", { class: "card filters" }, el("label", {}, "订单编号", query), el("label", {}, "售后原因", reason), el("label", {}, "排序", sort),
      el("div", { class: "buttons" }, el("button", { type: "button", class: "button primary", onclick: search }, "查询"),
        el("button", { type: "button", class: "button", onclick: reset }, "重置"), el("button", { type: "button", class: "link" }, "展开高级查询"))),
    el("section", { class: "card", "data-testid": "beast-core-card" }, tabs, list, foot));
  draw();
}

const view = document.body.dataset["view"] ?? "refunds";
if (view === "reviews") shell("pinduoduo", "reviews.html", ["商品管理", "评价管理"]).append(pddReviews(reviewsOf("pinduoduo", NOW)));
else if (view === "scores") shell("pinduoduo", "scores.html", ["数据中心", "服务质量"]).append(...pddScores(YESTERDAY));
else if (!sidePage("pinduoduo", view)) refundList(shell("pinduoduo", "refunds.html", ["售后管理", "售后工作台"]));
