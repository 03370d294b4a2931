import { ElConfigProvider, ElPagination, ElTable, ElTableColumn, ElTableV2, TableV2FixedDir } from "../../../www/src/kit/element";
import "element-plus/dist/index.css";
import "element-plus/dist/index.css?namespace=jd";
import zhCN from "element-plus/es/locale/lang/zh-cn";
import { createApp, defineComponent, h, type VNode } from "vue";
import type { Refund } from "../../../www/src/data/record";
import { COLUMNS, type ElementColumn, elementColumns } from "../../../www/src/jd/columns";
import "../../../www/src/jd/jd.css";
import { ui } from "../../../www/src/kit/vue";
import "../../../www/src/shell/shell.css";
import { listOf } from "./data";
import { mount } from "./mount";

const REFUNDS = listOf("jd");

const draw = (namespace: string, list: () => VNode) => (root: HTMLElement): void => {
  createApp(defineComponent(() => () => ui(ElConfigProvider, { namespace, locale: zhCN }, () => [h("div", { class: "card table-body" }, [
    list(), ui(ElPagination, { layout: "total, prev, pager, next", total: REFUNDS.length, pageSize: 50 }),
  ])]))).mount(root);
};

const table = (columns: readonly ElementColumn[], props: Record<string, unknown> = {}, before: readonly VNode[] = []): VNode =>
  ui(ElTable, { data: [...REFUNDS], rowKey: "refund", emptyText: "暂无数据", ...props }, () => [...before, ...elementColumns(columns)]);

const selection = (): VNode => ui(ElTableColumn, { type: "selection", width: 42 });
const expander = (): VNode => ui(ElTableColumn, { type: "expand", width: 42 }, {
  default: (scope: { row: Refund }) => h("div", { class: "quiet" }, `协商记录：客户申请${scope.row.serviceText}，原因：${scope.row.reason}`),
});

/** Fixed columns stand first in the DOM wherever they were declared. */
const pinned = (): ElementColumn[] => COLUMNS.map((column) => ({
  ...column, width: column.width ?? column.min ?? 160,
  ...(column.key === "order" ? { fixed: "left" as const } : column.key === "act" ? { fixed: "right" as const } : {}),
}));

/** Table v2: divs with roles, the body before the header, panes for fixed columns. */
const virtual = (): VNode => ui(ElTableV2, {
  width: 1300, height: 560, rowHeight: 72, rowKey: "refund", data: REFUNDS.map((refund) => ({ refund: refund.refund, record: refund })), fixed: true,
  columns: pinned().map((column) => ({
    key: column.key, dataKey: column.key, title: column.title, width: column.width,
    ...(column.fixed ? { fixed: column.fixed === "left" ? TableV2FixedDir.LEFT : TableV2FixedDir.RIGHT } : {}),
    cellRenderer: ({ rowData }: { rowData: { record: Refund } }) => h("div", {}, [column.cell(rowData.record)]),
  })),
});

mount({
  table: draw("jd", () => table(COLUMNS)),
  height: draw("jd", () => table(COLUMNS, { height: 560 })),
  pinned: draw("el", () => table(pinned(), { height: 620, border: true, defaultExpandAll: true }, [selection(), expander()])),
  tooltip: draw("el", () => table(COLUMNS.map((column) => column.key === "note" ? { ...column, cell: (refund) => refund.note ?? "" } : column), { showOverflowTooltip: true })),
  virtual: draw("el", virtual),
});
