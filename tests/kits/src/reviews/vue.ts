import "element-plus/dist/index.css";
import "element-plus/dist/index.css?namespace=jd";
import { createApp } from "vue";
import { jdReviews } from "../../../../www/src/reviews/jd";
import "../../../../www/src/reviews/reviews.css";
import { reviewsOf } from "../../../../www/src/reviews/shops";
import "../../../../www/src/shell/shell.css";
import { mount } from "../mount";

const draw = (namespace: string, props: Record<string, unknown> = {}) => (root: HTMLElement): void => void createApp(jdReviews(namespace, reviewsOf("jd"), props)).mount(root);

mount({ jd: draw("jd"), "jd-height": draw("el", { height: 620 }) });
