// Opens every test page in Chromium and compares what it shows with its truth: `node tests/kits/check.mjs OUT [name…]`.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { serveKits } from "./serve.mjs";

const [outDir, ...names] = process.argv.slice(2);
if (!outDir) {
  console.error("usage: node tests/kits/check.mjs OUT [name…]");
  process.exit(2);
}
const out = resolve(outDir);
const pages = JSON.parse(await readFile(join(out, "index.json"), "utf8")).filter((page) => names.length === 0 || names.includes(page.name));

/** All text of the page as a reader could see it: text nodes, titles and labels, open shadow roots, frames. */
const collect = () => {
  const parts = [];
  const walk = (node) => {
    if (node.nodeType === 3) parts.push(node.data);
    if (node.nodeType === 1) {
      for (const name of ["title", "aria-label"]) if (Element.prototype.hasAttribute.call(node, name)) parts.push(`\n${Element.prototype.getAttribute.call(node, name)}\n`);
      if (node.localName === "script" || node.localName === "style") return;
      if (node.localName === "iframe" && node.contentDocument) walk(node.contentDocument.documentElement);
      const shadow = Object.getOwnPropertyDescriptor(Element.prototype, "shadowRoot").get.call(node);
      if (shadow) walk(shadow);
    }
    for (const child of Object.getOwnPropertyDescriptor(Node.prototype, "childNodes").get.call(node)) walk(child);
  };
  walk(document.firstElementChild);
  return parts.join(" ").replaceAll(/\s+/g, " ");
};

const fold = (text) => text.replaceAll(/\s+/g, " ").trim();
const withMarks = (amount) => amount.replace(/\B(?=(\d{3})+\.)/g, ",");

function missing(text, truth, from, to) {
  const lost = [];
  for (const record of truth.records.slice(from, to)) {
    const wanted = { order: record.order, refund: record.refund, reason: record.reason, service: record.service_text, status: record.status, shipping: record.shipping,
      goods: record.goods, applied: record.applied_text, amount: record.amount && withMarks(record.amount), paid: record.paid && withMarks(record.paid), note: record.note };
    for (const [field, value] of Object.entries(wanted)) if (value !== null && value !== undefined && !text.includes(fold(value))) lost.push(`${field} ${value.slice(0, 40)}`);
  }
  return lost;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
let bad = 0;
for (const page of pages) {
  const faults = [];
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  await serveKits(context, out, page, (url) => faults.push(`foreign request ${url}`));
  const tab = await context.newPage();
  tab.on("pageerror", (error) => faults.push(`error ${String(error).slice(0, 200)}`));
  tab.on("console", (message) => message.type() === "error" && faults.push(`console ${message.text().slice(0, 200)}`));
  const truth = page.truth ? JSON.parse(await readFile(join(out, page.truth), "utf8")) : null;
  await tab.goto(page.url, { waitUntil: "load" });
  const compare = async (from, to) => {
    const first = truth.records[from];
    const id = first?.refund ?? first?.order;
    const until = Date.now() + 15_000;
    let text = await tab.evaluate(collect);
    while (id && to > from && !text.includes(id)) {
      if (Date.now() > until) throw new Error(`${id} never appeared`);
      await tab.waitForTimeout(100);
      text = await tab.evaluate(collect);
    }
    return missing(text, truth, from, to);
  };
  let lost = [];
  try {
    if (truth && truth.shown !== 0) lost = await compare(0, truth.shown ?? 3);
    for (const step of page.steps) {
      await tab.click(step.click);
      if (truth) lost.push(...await compare(step.from, step.to));
    }
  } catch (error) {
    faults.push(String(error).slice(0, 200));
  }
  if (lost.length > 0) faults.push(`${lost.length} values are not on the page, such as ${lost.slice(0, 3).join(" | ")}`);
  if (process.env.SHOTS) await tab.screenshot({ path: join(process.env.SHOTS, `${page.name}.png`) });
  bad += faults.length > 0 ? 1 : 0;
  console.log(`${faults.length > 0 ? "BAD " : "good"} ${page.name}${faults.map((fault) => `\n     ${fault}`).join("")}`);
  await context.close();
}
await browser.close();
console.log(`${pages.length - bad} of ${pages.length} pages show their truth`);
process.exit(bad > 0 ? 1 : 0);
