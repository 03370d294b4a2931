import type { TableColumnType } from "antd";
import type { ReactElement } from "react";
import type { Refund } from "../data/record";
import { openDrawer } from "../detail";
import { Countdown, GoodsCell } from "../kit/react";
import { dateText, money } from "../text";
import { EXCHANGES } from "../truth";

/** One order: a head row and a child row for every after-sales of it. */
export interface PairRow {
  readonly key: string;
  readonly refund: Refund;
  readonly head: boolean;
  readonly last?: boolean;
  readonly children?: PairRow[];
}

/** Groups refunds that share an order number under one head. */
export function pairRows(refunds: readonly Refund[]): PairRow[] {
  const orders = new Map<string, Refund[]>();
  for (const refund of refunds) orders.set(refund.order, [...(orders.get(refund.order) ?? []), refund]);
  return [...orders.values()].flatMap((lines) => {
    const first = lines[0];
    if (!first) return [];
    const children = lines.map((refund, index) => ({ key: `${refund.order}-child-${index}`, refund, head: false, last: index === lines.length - 1 }));
    return [{ key: first.order, refund: first, head: true, children }];
  });
}

export interface PairColumn {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly cell: (refund: Refund) => ReactElement | string;
}

const TAIL: Readonly<Record<string, string>> = { review: "后自动同意", ship_back: "后售后关闭", receive: "后逾期" };

/** Reason, note and time share a cell: an order can hold several after-sales of different times. */
function Application({ refund }: { refund: Refund }): ReactElement {
  return (
    <div>
      <div className="reason">{refund.reason}</div>
      {refund.note === null ? null : <div className="note">{refund.note}</div>}
      <div className="quiet">申请时间 {dateText(refund.appliedAt, "/")}</div>
    </div>
  );
}

export const COLUMNS: readonly PairColumn[] = [
  { key: "goods", title: "商品", width: 216, cell: (refund) => <GoodsCell goods={refund.goods} /> },
  { key: "paid", title: "应付", width: 88, cell: (refund) => <span className="amount">¥{money(refund.paid)}</span> },
  { key: "amount", title: "售后退款金额", width: 112,
    cell: (refund) => <span className="amount">{EXCHANGES.includes(refund.service) ? "-" : `¥ ${money(refund.amount)}`}</span> },
  { key: "status", title: "售后状态", width: 178, cell: (refund) => (
    <div>
      <div>{refund.status}</div>
      <div className="quiet">售后编号 {refund.refund}</div>
      {refund.countdown === null ? null : <Countdown seconds={refund.countdown} style="minutes" after={TAIL[refund.stage] ?? ""} />}
    </div>
  ) },
  { key: "service", title: "售后类型", width: 88, cell: (refund) => refund.serviceText },
  { key: "shipping", title: "商品发货状态", width: 104, cell: (refund) => refund.shipping },
  { key: "reason", title: "售后原因", width: 244, cell: (refund) => <Application refund={refund} /> },
  { key: "act", title: "操作", width: 96, cell: (refund) => (
    <div className="actions">
      <button type="button" onClick={() => openDrawer(refund)}>查看详情</button>
      <button type="button">添加备注</button>
    </div>
  ) },
];

/** What the head row says over the whole width. */
export function PairHead({ refunds }: { refunds: readonly Refund[] }): ReactElement {
  const first = refunds[0];
  return (
    <span className="auxo-pair-head-wrapper pair-head">
      <span>订单编号 <b>{first?.order ?? ""}</b></span>
      <span>买家 {first?.buyer ?? ""}</span>
      <span>下单时间 {first ? dateText(first.paidAt, "/") : ""}</span>
    </span>
  );
}

/** antd columns in which a head row spans all of them. */
export function pairColumns(columns: readonly PairColumn[]): TableColumnType<PairRow>[] {
  return columns.map((column, index) => ({
    key: column.key,
    title: column.title,
    width: column.width,
    onCell: (row) => (row.head ? { colSpan: index === 0 ? columns.length : 0 } : {}),
    render: (_value: unknown, row) => row.head
      ? <PairHead refunds={(row.children ?? []).map((child) => child.refund)} />
      : column.cell(row.refund),
  }));
}
