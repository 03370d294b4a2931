import type { ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { AntdReviews } from "../../../../www/src/reviews/douyin";
import "../../../../www/src/reviews/reviews.css";
import { reviewsOf } from "../../../../www/src/reviews/shops";
import "../../../../www/src/shell/shell.css";
import { mount } from "../mount";

const draw = (node: ReactElement) => (root: HTMLElement): void => createRoot(root).render(node);

mount({
  douyin: draw(<AntdReviews prefix="auxo" reviews={reviewsOf("douyin")} split />),
  kuaishou: draw(<AntdReviews prefix="kwaishop-comment-pc" reviews={reviewsOf("kuaishou")} inline />),
});
