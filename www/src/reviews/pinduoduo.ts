import { el } from "../dom";
import { dateText } from "../text";
import { PICTURE } from "./picture";
import type { ShopReview } from "./record";

export const PDD_DEFAULT = "该用户未填写文字评价";

function answerBox(): HTMLElement {
  const state = el("p", { class: "state", "aria-hidden": "true" });
  const count = el("span", { class: "IPT_count_5-118-0" }, "0/500");
  const box = el("textarea", { class: "box", "data-testid": "beast-core-textArea-htmlInput", maxlength: 500, rows: 3, placeholder: "请输入回复内容" }) as HTMLTextAreaElement;
  box.addEventListener("input", () => {
    state.textContent = box.value;
    count.textContent = `${box.value.length}/500`;
  });
  return el("div", { class: "evaluation-reply_box__2kSd9" }, box, count, state, el("button", { type: "button", class: "BTN_outerWrapper_5-118-0", onclick: () => document.body.setAttribute("data-submitted", box.value) }, "提交回复"));
}

/** One card with hashed class names; its box opens in the card. */
export function pddReview(review: ShopReview): HTMLElement {
  const stars = Array.from({ length: 5 }, (_, at) => el("i", { class: at < review.stars ? "evaluation-star_full__x8Kd2" : "evaluation-star_empty__x8Kd2" }, "★"));
  const place = el("div");
  const answer = el("a", { class: "BTN_outerWrapperLink_5-118-0", "data-tracking": "98471", "data-answer": review.order, onclick: () => place.replaceChildren(answerBox()) }, "回复");
  return el("div", { class: "evaluation-list_item__k2Jd8" },
    el("div", { class: "evaluation-list_header__k2Jd8" }, el("span", { class: "evaluation-list_userName__k2Jd8" }, review.buyer), el("span", { class: "evaluation-list_stars__k2Jd8" }, ...stars),
      el("span", { class: "evaluation-list_time__k2Jd8" }, dateText(review.at)), el("span", {}, `订单编号：${review.order}`)),
    el("div", { class: "evaluation-list_body__k2Jd8" },
      el("div", { class: "evaluation-list_comment__k2Jd8" }, review.text ?? PDD_DEFAULT),
      review.pictures > 0 && el("div", { class: "evaluation-list_pictures__k2Jd8" }, ...Array.from({ length: review.pictures }, () => el("img", { src: PICTURE, width: 40, height: 40 }))),
      review.added !== null && el("div", { class: "evaluation-list_append__k2Jd8" }, el("span", {}, "[追评]"), el("span", {}, review.added)),
      review.reply !== null && el("div", { class: "evaluation-list_reply__k2Jd8" }, `商家回复：${review.reply}`)),
    el("div", { class: "evaluation-list_goods__k2Jd8" }, el("img", { src: PICTURE, width: 32, height: 32 }), el("div", { class: "evaluation-list_goodsName__k2Jd8" }, review.goods), el("div", { class: "evaluation-list_spec__k2Jd8" }, review.spec)),
    el("div", { class: "evaluation-list_operation__k2Jd8" }, review.reply === null ? answer : el("a", { class: "BTN_outerWrapperLink_5-118-0" }, "修改回复"), el("a", { class: "BTN_outerWrapperLink_5-118-0" }, "举报")), place);
}

export const pddReviews = (reviews: readonly ShopReview[]): HTMLElement => el("div", { class: "card" },
  el("div", { class: "evaluation_search__3kdS2" }, el("span", { class: "evaluation_search_btn__3kdS2" }, "近30天"), el("span", { class: "evaluation_search_btn__3kdS2" }, "1星"), el("span", { class: "evaluation_search_btn__3kdS2" }, "未回复")),
  el("h3", {}, "评价列表"), el("div", { class: "evaluation-list_list__k2Jd8" }, ...reviews.map(pddReview)), el("div", { class: "PGT_total_5-118-0" }, `共有 ${reviews.length} 条`));
