import { ConfigProvider, Table, type TableColumnType, Typography } from "antd";
import zhCN from "antd/locale/zh_CN";
import type { ReactElement, ReactNode } from "react";
import { createRoot } from "react-dom/client";
import type { Refund } from "../../../www/src/data/record";
import { COLUMNS, pairColumns, type PairColumn, pairRows } from "../../../www/src/douyin/columns";
import { dateText } from "../../../www/src/text";
import "../../../www/src/douyin/pairs.css";
import "../../../www/src/shell/shell.css";
import { listOf, sharedOrders } from "./data";
import { mount } from "./mount";

const REFUNDS = listOf("douyin");
const SHARED = sharedOrders(REFUNDS);

function Frame(props: { prefix: string; total: number; children: ReactNode }): ReactElement {
  return (
    <ConfigProvider prefixCls={props.prefix} iconPrefixCls={`${props.prefix}icon`} locale={zhCN}>
      <div className="card" id="GARFISH_APP">{props.children}<div className={`${props.prefix}-pagination`}>
        <span className={`${props.prefix}-pagination-total-text`}>共 {props.total} 条</span></div></div>
    </ConfigProvider>
  );
}

function Pairs(props: { refunds: readonly Refund[]; columns?: readonly PairColumn[]; sticky?: boolean; header?: boolean; select?: boolean }): ReactElement {
  return (
    <Table className="pairs" columns={pairColumns(props.columns ?? COLUMNS)} dataSource={pairRows(props.refunds)} pagination={false} showHeader={props.header ?? true}
      rowClassName={(row) => (row.last ? "auxo-pair-group-row-last" : row.head ? "index_table-row__ULgxX" : "")}
      {...(props.sticky ? { sticky: { offsetHeader: 0 } } : {})} scroll={{ x: 1170 }}
      {...(props.select === false ? {} : { rowSelection: { columnWidth: 40, renderCell: (_checked: unknown, row: { head: boolean }, _index: number, node: ReactNode) => (row.head ? null : node) } })}
      expandable={{ defaultExpandAllRows: true, expandIcon: () => null, indentSize: 0 }} />
  );
}

/** The same cell with the labels that some generations of the page print before each value. */
const LABELLED: readonly PairColumn[] = COLUMNS.map((column) => column.key !== "reason" ? column : {
  ...column,
  cell: (refund) => (
    <div>
      <div>申请原因：<span>{refund.reason}</span></div>
      {refund.note === null ? null : <div>申请描述：<span>{refund.note}</span></div>}
      <div>申请时间：<span>{dateText(refund.appliedAt, "/")}</span></div>
    </div>
  ),
});

interface FlatRow {
  readonly key: string;
  readonly refund: Refund;
}

const FLAT: readonly FlatRow[] = REFUNDS.map((refund) => ({ key: refund.refund, refund }));
const noteOf = (refund: Refund): string => refund.note ?? "";

/** One row a refund, every field in a column of its own. */
function flatColumns(options: { fixed?: boolean; ellipsis?: "css" | "typography" } = {}): TableColumnType<FlatRow>[] {
  const text = (key: string, title: string, width: number, value: (refund: Refund) => ReactNode, more: TableColumnType<FlatRow> = {}): TableColumnType<FlatRow> =>
    ({ key, title, width, render: (_value: unknown, row: FlatRow) => value(row.refund), ...more });
  const from = (key: string): PairColumn["cell"] => COLUMNS.find((column) => column.key === key)?.cell ?? (() => "");
  const note = options.ellipsis === "css"
    ? text("note", "申请描述", 120, noteOf, { ellipsis: { showTitle: true } })
    : text("note", "申请描述", 160, (refund) => options.ellipsis === "typography" && refund.note !== null
      ? <Typography.Paragraph ellipsis={{ rows: 1, suffix: "…" }}>{refund.note}</Typography.Paragraph> : noteOf(refund));
  return [
    text("refund", "售后单号", 190, (refund) => refund.refund, options.fixed ? { fixed: "left" } : {}),
    text("order", "订单号", 190, (refund) => refund.order),
    text("goods", "商品名称", 200, (refund) => refund.goods.title),
    text("service", "售后类型", 100, from("service")),
    text("amount", "售后退款金额", 110, from("amount")),
    text("reason", "售后原因", 200, (refund) => refund.reason, { ellipsis: options.ellipsis === "css" }),
    note,
    text("shipping", "商品发货状态", 110, from("shipping")),
    text("status", "售后状态", 190, (refund) => <StatusOnly refund={refund} />),
    text("applied", "售后申请时间", 170, (refund) => dateText(refund.appliedAt, "/")),
    text("act", "操作", 100, () => "查看详情", options.fixed ? { fixed: "right" } : {}),
  ];
}

function StatusOnly({ refund }: { refund: Refund }): ReactElement {
  const status = COLUMNS.find((column) => column.key === "status");
  return <div>{status ? status.cell(refund) : null}</div>;
}

const draw = (node: ReactElement) => (root: HTMLElement): void => createRoot(root).render(node);
const flat = (columns: TableColumnType<FlatRow>[], more: Partial<Parameters<typeof Table<FlatRow>>[0]> = {}): ReactElement =>
  <Table columns={columns} dataSource={[...FLAT]} pagination={false} scroll={{ x: 1640 }} {...more} />;
const soon = (refund: Refund): boolean => refund.countdown !== null && refund.countdown < 12 * 3600;

mount({
  pairs: draw(<Frame prefix="auxo" total={SHARED.length}><Pairs refunds={SHARED} sticky /></Frame>),
  labelled: draw(<Frame prefix="auxo" total={REFUNDS.length}><Pairs refunds={REFUNDS} columns={LABELLED} /></Frame>),
  tbodies: draw(
    <Frame prefix="auxo" total={REFUNDS.length}>
      <Pairs refunds={REFUNDS.filter(soon)} sticky />
      <Pairs refunds={REFUNDS.filter((refund) => !soon(refund))} header={false} />
    </Frame>),
  virtual: draw(<Frame prefix="auxo" total={REFUNDS.length}>{flat(flatColumns(), { virtual: true, scroll: { x: 1640, y: 420 } })}</Frame>),
  fixed: draw(<Frame prefix="ant" total={REFUNDS.length}>{flat(flatColumns({ fixed: true, ellipsis: "css" }), { rowSelection: {} })}</Frame>),
  scroll: draw(<Frame prefix="kwaishop-aftersale-pc" total={REFUNDS.length}>{flat(flatColumns(), { scroll: { x: 1640, y: 560 } })}</Frame>),
  typography: draw(<Frame prefix="ant" total={REFUNDS.length}>{flat(flatColumns({ ellipsis: "typography" }))}</Frame>),
  empty: draw(<Frame prefix="auxo" total={0}><Pairs refunds={[]} /></Frame>),
});
