// Builds the test pages: `node tests/kits/build.mjs OUT`. A server answers a page's `url` with `<name>.html` and
// its `csp` header, and every path under /__kit/ on the same host with the file of that name in OUT/__kit/.
import { join, resolve } from "node:path";
import { bundle, json, load, write } from "../../www/bundle.mjs";

const ENTRIES = { fusion: "fusion.tsx", antd: "antd.tsx", element: "element.ts", plain: "plain.ts", hostile: "hostile.ts",
  "scores-fusion": "scores/fusion.tsx", "scores-antd": "scores/antd.tsx", "scores-vue": "scores/vue.ts", "scores-plain": "scores/plain.ts",
  "reviews-fusion": "reviews/fusion.tsx", "reviews-antd": "reviews/antd.tsx", "reviews-vue": "reviews/vue.ts", "reviews-plain": "reviews/plain.ts",
  "unknown-antd": "unknown/antd.tsx", "unknown-fusion": "unknown/fusion.tsx", "unknown-vue": "unknown/vue.ts" };

const html = ({ title, bundle: name, view, nonce, body }) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/__kit/${name ?? "hostile"}.css">
</head>
<body data-view="${view}">
<div id="app">${body ?? ""}</div>
${name ? `<script src="/__kit/${name}.js"${nonce ? ` nonce="${nonce}"` : ""}></script>` : ""}
</body>
</html>
`;

export async function build(outDir) {
  const out = resolve(outDir);
  await bundle(Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, `tests/kits/src/${file}`])), join(out, "__kit"));
  const { PAGES, staticList } = await load("tests/kits/src/static.ts");
  const names = new Set();
  for (const page of PAGES) {
    if (names.has(page.name)) throw new Error(`two kit pages are called ${page.name}`);
    names.add(page.name);
    const body = page.bundle === null ? staticList() : undefined;
    await write(join(out, `${page.name}.html`), html({ ...page, title: "售后", body }));
    if (page.truth) await write(join(out, `${page.name}.truth.json`), json(page.truth));
  }
  await write(join(out, "__kit", "taobao-frame-inner.html"), html({ title: "售后", bundle: "fusion", view: "group" }));
  const { TAUGHT } = await load("tests/kits/src/unknown/pages.ts");
  for (const page of TAUGHT) await write(join(out, `unknown-${page.name}.html`), html({ ...page, title: "工作台" }));
  await write(join(out, "unknown.json"), json(TAUGHT));
  await write(join(out, "index.json"), json(PAGES.map(({ name, platform, url, csp, expect, also, notes, truth, steps }) => ({
    name, platform, url, csp, page: `${name}.html`, truth: truth ? `${name}.truth.json` : null, expect, also: also ?? [], steps: steps ?? [], notes,
  }))));
  return PAGES.length;
}

if (import.meta.filename === process.argv[1]) {
  const [outDir] = process.argv.slice(2);
  if (!outDir) {
    console.error("usage: node tests/kits/build.mjs OUT");
    process.exit(2);
  }
  console.log(`${await build(outDir)} test pages written to ${resolve(outDir)}`);
}
