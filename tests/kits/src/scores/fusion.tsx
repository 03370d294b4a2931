import "@alifd/next/dist/next.css";
import { createRoot } from "react-dom/client";
import { TaobaoScores } from "../../../../www/src/scores/taobao";
import "../../../../www/src/shell/shell.css";
import { mount } from "../mount";

mount({ taobao: (root) => createRoot(root).render(<TaobaoScores served="４．７分" />) });
