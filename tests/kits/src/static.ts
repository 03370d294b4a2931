import { listOf } from "./data";
import { cellsOf, TITLES } from "./table";

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The list as plain HTML, for the page on which no script may run. */
export function staticList(): string {
  const refunds = listOf("taobao");
  const cells = (tag: string, texts: readonly string[]): string => texts.map((text) => `<${tag}>${escape(text)}</${tag}>`).join("");
  const rows = refunds.map((refund) => `<tr>${cells("td", cellsOf(refund))}</tr>`).join("\n");
  return `<div class="card"><table class="plain"><thead><tr>${cells("th", TITLES)}</tr></thead><tbody>\n${rows}\n</tbody></table><p>共 ${refunds.length} 条</p></div>`;
}

export { PAGES } from "./pages";
