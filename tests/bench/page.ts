// Page-side figures, taken in Chromium: `node page.js`. A page of 1,000 rows × 12 cells is read by the real reader in the page's world.
// One figure a line: name, tab, value. The snapshot it makes is kept for the engine's figures.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const ROUNDS = 30;
const ROWS = 1000;
const MARKS = 100;

const [readerFile = "", engineFolder = "", out = "target/bench"] = process.argv.slice(2);
const reader = await readFile(readerFile, "utf8");
const headers = ["订单编号", "退款编号", "商品", "买家", "退款金额", "申请时间", "退款原因", "退款说明", "服务类型", "物流状态", "退款状态", "操作"];
const reasons = ["质量问题", "7天无理由退换货", "不喜欢/不想要", "少件/漏发", "商品描述不符"];
const row = (place: number): string => {
  const order = 2_600_000_000_000_000_000n + BigInt(place) * 7919n;
  const cells = [order, order + 1n, "纯棉短袖上衣 白色 L", "t**1", `¥${(place % 90) + 9}.90`, "2026-11-20 10:00:00", reasons[place % reasons.length], "穿着有点小，想换大一码", "退货退款", "已签收", "等待商家处理", "查看详情"];
  return `<tr>${cells.map((text) => `<td><div class="cell">${text}</div></td>`).join("")}</tr>`;
};
const html = `<!doctype html><title>退款管理</title><table><thead><tr>${headers.map((it) => `<th>${it}</th>`).join("")}</tr></thead><tbody>${Array.from({ length: ROWS }, (_, place) => row(place)).join("")}</tbody></table>`;

const browser = await chromium.launch({ executablePath: process.env["RADAR_CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1200 } });
  await page.setContent(html);
  await page.addScriptTag({ content: reader });
  const measured = (await page.evaluate(`(() => {
    const best = (work) => { let least = Infinity; for (let round = 0; round < ${ROUNDS}; round++) { const start = performance.now(); work(); least = Math.min(least, performance.now() - start); } return least; };
    const cells = [...document.querySelectorAll("td")];
    let sink = 0;
    const bare = best(() => { for (const cell of cells) sink += cell.textContent.length; });
    let json = "";
    const read = best(() => { json = RadarBench.read(document.documentElement); });
    // One row is quicker than the browser's clock can tell: a hundred of them, divided.
    const lines = [...document.querySelectorAll("tbody tr")].slice(0, 100);
    const patch = best(() => { for (const line of lines) sink += RadarBench.read(line).length; }) / lines.length;
    // Each round's longest slice is a figure of its own: the middle one is what an agent meets.
    const slices = Array.from({ length: ${ROUNDS} }, () => RadarBench.longestSlice(document.documentElement, 4)).sort((one, other) => one - other);
    return { bare, read, patch, json, slice: slices[slices.length >> 1] };
  })()`)) as { bare: number; read: number; patch: number; json: string; slice: number };
  console.log(`read_milliseconds\t${measured.read.toFixed(2)}`);
  console.log(`read_over_text\t${(measured.read / measured.bare).toFixed(2)}`);
  console.log(`row_over_read\t${(measured.patch / measured.read).toFixed(5)}`);
  console.log(`longest_slice\t${measured.slice.toFixed(2)}`);
  await page.addStyleTag({ content: "td, th { font: 6px/7px sans-serif; padding: 0 }" });
  const painted = (await page.evaluate(`(async () => {
    const rows = [...document.querySelectorAll("tbody tr")].slice(0, ${MARKS});
    const times = [];
    for (let round = 0; round < ${ROUNDS}; round++) times.push(await RadarBench.paint(rows));
    return times.sort((one, other) => one - other)[times.length >> 1];
  })()`)) as number;
  console.log(`paint_milliseconds\t${painted.toFixed(2)}`);
  const request = JSON.stringify({
    kind: "read", v: 1, url: { host: "myseller.taobao.com", path: "/home.htm/trade-platform/refund-list", query: "" }, lang: "zh-CN", title: "退款管理",
    now: 1_795_300_000_000, offset: 480, settings: {}, truncated: false, root: JSON.parse(measured.json),
  });
  await mkdir(out, { recursive: true });
  await writeFile(`${out}/snapshot.json`, request);
  console.log(`snapshot_bytes_gz\t${gzipSync(request).length}`);

  // The engine as the background runs it, in this browser.
  const files: Readonly<Record<string, [string, string]>> = {
    "/": ["text/html", "<!doctype html>"],
    "/engine.js": ["text/javascript", await readFile(`${engineFolder}/aftersales_radar.js`, "utf8")],
  };
  await page.route("http://bench.invalid/**", async (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = files[path];
    if (file) await route.fulfill({ contentType: file[0], body: file[1] });
    else await route.fulfill({ contentType: "application/wasm", body: await readFile(`${engineFolder}/aftersales_radar_bg.wasm`) });
  });
  await page.goto("http://bench.invalid/");
  const evaluate = await page.evaluate(async (text) => {
    const address = "/engine.js";
    const { default: init, evaluate: run } = (await import(address)) as { default(options: object): Promise<unknown>; evaluate(request: string): string };
    await init({ module_or_path: "/engine.wasm" });
    let least = Number.POSITIVE_INFINITY;
    let answer = "";
    for (let round = 0; round < 12; round++) {
      const start = performance.now();
      answer = run(text);
      least = Math.min(least, performance.now() - start);
    }
    return { least, read: (JSON.parse(answer) as { report?: { read: number } }).report?.read ?? 0 };
  }, request);
  console.log(`wasm_evaluate_milliseconds\t${evaluate.least.toFixed(2)}`);
  console.log(`evaluate_read\t${evaluate.read}`);
} finally {
  await browser.close();
}
