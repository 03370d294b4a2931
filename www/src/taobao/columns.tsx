import { Table } from "@alifd/next";
import type { ReactElement } from "react";
import type { Refund } from "../data/record";
import { openDrawer } from "../detail";
import { Countdown, GoodsCell } from "../kit/react";
import { dateText, money } from "../text";
import { EXCHANGES } from "../truth";

/** A Fusion row: in group mode each record is a group with its lines as children. */
export interface FusionRow {
  readonly id: string;
  readonly refund: Refund;
  readonly children?: readonly FusionRow[];
}

export const fusionRows = (refunds: readonly Refund[], grouped: boolean): FusionRow[] =>
  refunds.map((refund) => grouped
    ? { id: refund.refund, refund, children: [{ id: `${refund.refund}-0`, refund }] }
    : { id: refund.refund, refund });

export interface FusionColumn {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly cell: (refund: Refund) => ReactElement | string;
}

const tail = (refund: Refund): string => ({ review: "后自动退款", ship_back: "后退款关闭", receive: "后自动确认收货" } as Record<string, string>)[refund.stage] ?? "";

/** The columns of the new refund list, by the words of the platform's own export. */
export const COLUMNS: readonly FusionColumn[] = [
  { key: "goods", title: "宝贝", width: 250, cell: (refund) => <GoodsCell goods={refund.goods} /> },
  { key: "paid", title: "买家实际支付金额", width: 112, cell: (refund) => <span className="amount">¥{money(refund.paid)}</span> },
  { key: "amount", title: "退款金额", width: 100,
    cell: (refund) => <span className="amount">{EXCHANGES.includes(refund.service) ? "—" : `¥${money(refund.amount)}`}</span> },
  { key: "service", title: "售后类型", width: 88, cell: (refund) => refund.serviceText },
  { key: "status", title: "退款状态", width: 168, cell: (refund) => (
    <div>
      <div>{refund.status}</div>
      {refund.countdown === null ? null : <Countdown seconds={refund.countdown} style="short" after={tail(refund)} />}
    </div>
  ) },
  { key: "shipping", title: "货物状态", width: 104, cell: (refund) => refund.shipping },
  { key: "reason", title: "退款原因", width: 140, cell: (refund) => <span className="reason">{refund.reason}</span> },
  { key: "note", title: "买家退款说明", width: 220, cell: (refund) => <span className="note">{refund.note ?? ""}</span> },
  { key: "act", title: "操作", width: 104, cell: (refund) => (
    <div className="actions">
      <button type="button" onClick={() => openDrawer(refund)}>查看详情</button>
      <button type="button">备注</button>
    </div>
  ) },
];

/** The line above each group: numbers, buyer, time. */
export function GroupHead({ refund }: { refund: Refund }): ReactElement {
  return (
    <div className="group-head">
      <span>订单编号：<b>{refund.order}</b></span>
      <span>退款编号：<b>{refund.refund}</b></span>
      <span>买家：{refund.buyer}</span>
      <span>申请时间：{dateText(refund.appliedAt)}</span>
    </div>
  );
}

export const fusionColumns = (columns: readonly FusionColumn[]): ReactElement[] =>
  columns.map((column) => (
    <Table.Column key={column.key} title={column.title} width={column.width}
      cell={(_value: unknown, _index: number, row: FusionRow) => column.cell(row.refund)} />
  ));
