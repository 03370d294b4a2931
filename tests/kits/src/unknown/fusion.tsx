import { ConfigProvider, Table } from "@alifd/next";
import "@alifd/next/dist/next.css";
import type { ReactElement } from "react";
import { createRoot } from "react-dom/client";
import type { Refund } from "../../../../www/src/data/record";
import "../../../../www/src/shell/shell.css";
import { dateText, money } from "../../../../www/src/text";
import { mount } from "../mount";
import { REFUNDS } from "./data";

/** What was bought, as a table in the row: its rows are no records. */
const Goods = ({ refund }: { refund: Refund }): ReactElement => (
  <table className="lines"><tbody>
    <tr><td>{refund.goods.title}</td><td>{refund.goods.spec}</td><td>x1</td></tr>
    <tr><td>赠品</td><td>随机</td><td>x1</td></tr>
  </tbody></table>);

const column = (title: string, width: number, cell: (refund: Refund) => ReactElement | string): ReactElement =>
  <Table.Column key={title} title={title} width={width} cell={(_value: unknown, _index: number, refund: Refund) => cell(refund)} />;

const List = (): ReactElement => (
  <ConfigProvider prefix="next-"><div className="card"><h2>售后作业</h2>
    <Table dataSource={[...REFUNDS]} primaryKey="refund" fixedHeader maxBodyHeight={520}>
      {column("工单", 140, (it) => it.refund)}
      {column("客诉大类", 160, (it) => it.reason)}
      {column("客人怎么说", 240, (it) => it.note ?? "")}
      {column("明细", 320, (it) => <Goods refund={it} />)}
      {column("哪一单", 140, (it) => it.order)}
      {column("要退", 100, (it) => `¥${money(it.amount)}`)}
      {column("登记", 160, (it) => dateText(it.appliedAt))}
    </Table>
  </div></ConfigProvider>);

mount({ nested: (root) => createRoot(root).render(<List />) });
