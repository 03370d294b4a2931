import type { Platform } from "../data/record";
import { shopName } from "../data/shops";
import { el } from "../dom";
import { MENUS } from "./menus";
import "./shell.css";

const REFUNDS = "refunds.html";

/** Draws the frame of a back office (top bar, menu) and returns the place for its page. */
export function shell(platform: Platform, active: string, crumbs: readonly string[]): HTMLElement {
  const menu = MENUS[platform];
  const name = shopName(platform);
  document.body.classList.add("office", `office-${platform}`);
  const nav = el("nav", { class: "office-menu", "aria-label": "功能菜单" });
  for (const group of menu.groups) {
    const items = group.items.map(([label, href]) => {
      const here = href === active || (active === "detail.html" && href === REFUNDS);
      return el("a", { class: here ? "office-item office-item-on" : "office-item", href: href ?? "#", "aria-current": here ? "page" : undefined,
        onclick: href === null ? (event) => event.preventDefault() : undefined }, label);
    });
    nav.append(el("div", { class: "office-group" }, el("div", { class: "office-group-title" }, group.title), ...items));
  }
  const main = el("main", { class: "office-main" });
  const trail = crumbs.map((crumb, index) => el("span", { class: "office-crumb" }, index > 0 ? `/ ${crumb}` : crumb));
  const content = el("div", { class: "office-content" });
  main.append(el("div", { class: "office-crumbs" }, ...trail), content);
  const root = document.getElementById("app") ?? document.body;
  root.append(
    el("header", { class: "office-top" },
      el("div", { class: "office-brand" }, el("span", { class: "office-mark", "aria-hidden": "true" }), menu.brand),
      el("input", { class: "office-search", type: "search", placeholder: menu.search, "aria-label": menu.search }),
      el("div", { class: "office-shop" },
        el("span", { class: "office-demo" }, "演示数据"),
        el("span", { class: platform === "douyin" ? "headerShopName" : "office-shop-name" }, name),
        el("span", { class: "office-avatar", "aria-hidden": "true" }, name.slice(0, 1)))),
    el("div", { class: "office-body" }, nav, main),
  );
  return content;
}
