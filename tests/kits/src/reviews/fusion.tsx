import "@alifd/next/dist/next.css";
import { createRoot } from "react-dom/client";
import "../../../../www/src/reviews/reviews.css";
import { reviewsOf } from "../../../../www/src/reviews/shops";
import { TaobaoReviews } from "../../../../www/src/reviews/taobao";
import "../../../../www/src/shell/shell.css";
import { mount } from "../mount";

const draw = (size?: "small") => (root: HTMLElement): void => createRoot(root).render(<TaobaoReviews reviews={reviewsOf("taobao")} {...(size ? { size } : {})} />);

mount({ taobao: draw(), "taobao-small": draw("small") });
