import { el } from "../../../../www/src/dom";
import { PICTURE } from "../../../../www/src/reviews/picture";
import { pddReviews } from "../../../../www/src/reviews/pinduoduo";
import type { ShopReview } from "../../../../www/src/reviews/record";
import { reviewsOf } from "../../../../www/src/reviews/shops";
import "../../../../www/src/reviews/reviews.css";
import "../../../../www/src/shell/shell.css";
import { dateText } from "../../../../www/src/text";
import { mount } from "../mount";

/** Xiaohongshu: a grid of cells without rows; the box is an editable element in a drawer. */
function grid(root: HTMLElement): void {
  const reviews = reviewsOf("xiaohongshu");
  const drawer = el("div", { class: "d-drawer", role: "dialog" });
  drawer.hidden = true;
  const open = (): void => {
    const state = el("p", { class: "state", "aria-hidden": "true" });
    const box = el("div", { class: "box d-textarea", contenteditable: "true", role: "textbox", "aria-label": "回复内容", oninput: () => { state.textContent = box.innerText; } });
    drawer.replaceChildren(el("h3", {}, "回复评价"), box, state, el("button", { type: "button", onclick: () => document.body.setAttribute("data-submitted", box.innerText) }, "发送"));
    drawer.hidden = false;
  };
  const titles = ["评价商品", "评价内容", "星级", "订单号", "评价时间", "操作"];
  const cells = (review: ShopReview): readonly HTMLElement[] => [
    el("div", { class: "d-grid-item" }, el("div", { class: "goods-name" }, review.goods), el("div", { class: "goods-spec" }, review.spec)),
    el("div", { class: "d-grid-item" }, el("div", {}, review.text ?? "用户未填写评价内容"), review.pictures > 0 && el("div", { class: "image-list" }, ...Array.from({ length: review.pictures }, () => el("img", { src: PICTURE, width: 40, height: 40 }))),
      review.added !== null && el("div", { class: "append-content" }, `追评：${review.added}`), review.reply !== null && el("div", { class: "reply-content" }, `商家回复：${review.reply}`)),
    el("div", { class: "d-grid-item" }, `${review.stars}星`),
    el("div", { class: "d-grid-item" }, review.order),
    el("div", { class: "d-grid-item" }, dateText(review.at)),
    el("div", { class: "d-grid-item" }, review.reply === null ? el("span", { class: "d-link", "data-answer": review.order, onclick: open }, "回复") : el("span", { class: "d-link" }, "查看回复")),
  ];
  root.append(el("div", { class: "card", id: "app-root-content-wrapper" },
    el("div", { class: "d-grid d-table", style: "display: grid; grid-template-columns: 220px 360px 80px 190px 170px 90px" },
      ...titles.map((title) => el("div", { class: "d-th" }, title)), ...reviews.flatMap(cells)),
    el("div", { class: "d-pagination" }, `共 ${reviews.length} 条`), drawer));
}

class StarRating extends HTMLElement {
  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.replaceChildren(el("div", { class: "stars", "aria-hidden": "true" }, "★★★★★"));
  }
}

class KatButton extends HTMLElement {
  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.replaceChildren(el("button", { type: "button" }, this.getAttribute("label") ?? ""));
  }
}

class KatTextarea extends HTMLElement {
  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const area = el("textarea", { class: "box", maxlength: 1000, rows: 4 }) as HTMLTextAreaElement;
    area.addEventListener("input", () => { const state = this.parentElement?.querySelector(".state"); if (state) state.textContent = area.value; });
    root.replaceChildren(area);
  }
}

const english = (ms: number): string => new Date(ms + 8 * 3_600_000).toLocaleDateString("en-US", { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });

/** Amazon: cards whose stars and buttons are custom elements with shadow roots. */
function amazon(root: HTMLElement): void {
  customElements.define("kat-star-rating", StarRating);
  customElements.define("kat-button", KatButton);
  customElements.define("kat-textarea", KatTextarea);
  const reviews = reviewsOf("amazon");
  const card = (review: ShopReview, index: number): HTMLElement => {
    const place = el("div", { class: "replyArea" });
    return el("div", { class: "reviewContainer css-1x2y3z" },
      el("div", { class: "css-header" }, el("kat-star-rating", { class: "reviewRating", value: review.stars, variant: "x-small", review: "" }), el("span", {}, `Review by J. Doe ${index} on ${english(review.at)}`)),
      el("div", { id: `review-content-${review.review}` }, review.text ?? ""),
      review.pictures > 0 && el("div", { class: "reviewImages" }, ...Array.from({ length: review.pictures }, () => el("img", { src: PICTURE, width: 40, height: 40 }))),
      el("div", { class: "asinDetail" }, el("a", { href: "#asin" }, review.goods), el("div", {}, "ASIN: B0TESTTEST")),
      el("div", { class: "orderDetail" }, el("span", {}, "Order ID: "), el("a", { href: `/orders-v3/order/${review.order}` }, review.order)),
      el("kat-button", { label: "Reply", variant: "secondary", "data-answer": review.order, onclick: () => place.replaceChildren(el("kat-textarea"), el("p", { class: "state", "aria-hidden": "true" })) }), el("kat-button", { label: "Contact buyer", variant: "secondary" }), place);
  };
  root.append(el("div", { class: "card" }, el("h1", {}, "Customer Reviews"), el("div", { class: "reviewsList" }, ...reviews.map(card)), el("p", {}, `1-${reviews.length} of ${reviews.length}`)));
}

/** Goods with stars, titles and dates: no review among them. */
function goods(root: HTMLElement): void {
  const cards = reviewsOf("pinduoduo").slice(0, 12).map((review) => el("div", { class: "goods-list_item__a1B2c" }, el("div", { class: "goods-list_name__a1B2c" }, `${review.goods}，今日主推`),
    el("span", { class: "goods-list_stars__a1B2c", title: `${review.stars}星` }, "★".repeat(review.stars)), el("span", {}, `上架时间：${dateText(review.at)}`), el("span", {}, `商品ID：${review.review}`), el("button", {}, "编辑")));
  root.append(el("div", { class: "card" }, el("h2", {}, "商品列表"), ...cards));
}

mount({ pdd: (root) => root.append(pddReviews(reviewsOf("pinduoduo"))), grid, amazon, goods });
