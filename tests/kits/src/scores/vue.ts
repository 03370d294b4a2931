import "element-plus/dist/index.css";
import "element-plus/dist/index.css?namespace=jd";
import { createApp } from "vue";
import { JdScores } from "../../../../www/src/scores/jd";
import "../../../../www/src/shell/shell.css";
import { mount } from "../mount";

mount({ jd: (root) => void createApp(JdScores).mount(root) });
