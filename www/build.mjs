// Builds the demo shop into a folder that any static server can serve: `node www/build.mjs OUT`.
import { cp } from "node:fs/promises";
import { join, resolve } from "node:path";
import { bundle, HERE, json, load, write } from "./bundle.mjs";

const PLATFORMS = ["taobao", "douyin", "pinduoduo", "jd"];
const VIEWS = { home: "首页", orders: "订单列表", refunds: "退款列表", detail: "退款详情", reviews: "评价管理", scores: "店铺评分" };
const ENTRY = { taobao: "index.tsx", douyin: "index.tsx", pinduoduo: "index.ts", jd: "index.ts" };

/** Where each demo page lives in the real back office: the content code shows this address to the engine. A view may have a host of its own. */
const REAL = {
  taobao: { origin: "https://myseller.taobao.com", home: "/home.htm/QnworkbenchHome/", orders: "/home.htm/trade-platform/tp/sold", refunds: "/home.htm/trade-platform/refund-list", detail: "/home.htm/trade-platform/refund-list/detail", reviews: "/home.htm/comment-manage/list/rateWait4PC", scores: "https://sycm.taobao.com/portal/home.htm" },
  douyin: { origin: "https://fxg.jinritemai.com", home: "/ffa/mshop/homepage/index", orders: "/ffa/morder/order/list", refunds: "/ffa/merchant-aftersale-workbench/aftersale/list", detail: "/ffa/maftersale/aftersale/detail-v2", reviews: "/ffa/maftersale/comment", scores: "/ffa/eco/experience-score" },
  pinduoduo: { origin: "https://mms.pinduoduo.com", home: "/home", orders: "/orders/list", refunds: "/aftersales/aftersale_list", detail: "/aftersales-ssr/detail", reviews: "/goods/evaluation/index", scores: "/sycm/goods_quality/detail" },
  jd: { origin: "https://shop.jd.com", home: "/jdm/home", orders: "/jdm/trade/orders/order-list", refunds: "/jdm/trade/after-sale/independent-after-sale/list", detail: "/jdm/trade/after-sale/independent-after-sale/detail", reviews: "/jdm/trade/order-comment/list", scores: "/jdm/home" },
};

const page = (platform, view, shop) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${VIEWS[view]} - ${shop}（演示）</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="../../assets/${platform}.css">
<meta name="shop-now" content="live">
<meta name="shop-platform" content="${platform}">
<meta name="shop-url" content="${new URL(REAL[platform][view], REAL[platform].origin).href}">
</head>
<body data-view="${view}">
<div id="app"></div>
<script src="../../assets/${platform}.js"></script>
<script type="module" src="../../assets/demo.js"></script>
</body>
</html>
`;

/** The page side without an extension. Engine, panel page and panel wasm are put beside it by `cargo xtask build`. */
const demo = (out) => bundle({ demo: "www/src/demo/index.ts" }, join(out, "assets"), { format: "esm", external: ["../engine/*"] });

export async function build(outDir) {
  const out = resolve(outDir);
  const shops = PLATFORMS.map((name) => [name, `www/src/${name}/${ENTRY[name]}`]);
  await bundle(Object.fromEntries([...shops, ["landing", "www/src/landing/index.ts"]]), join(out, "assets"));
  await cp(join(HERE, "index.html"), join(out, "index.html"));
  await demo(out);
  const { truths, shopName } = await load("www/src/truths.ts");
  for (const platform of PLATFORMS) {
    for (const view of Object.keys(VIEWS)) {
      await write(join(out, "shop", platform, `${view}.html`), page(platform, view, shopName(platform)));
      await write(join(out, "shop", platform, `${view}.truth.json`), json(truths(platform, view)));
    }
  }
}

if (import.meta.filename === process.argv[1]) {
  const [outDir] = process.argv.slice(2);
  if (!outDir) {
    console.error("usage: node www/build.mjs OUT");
    process.exit(2);
  }
  await build(outDir);
  console.log(`demo shop written to ${resolve(outDir)}`);
}
