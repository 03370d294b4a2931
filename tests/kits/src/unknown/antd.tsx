import { Button, Card, ConfigProvider, Rate, Table } from "antd";
import type { ReactElement } from "react";
import { createRoot } from "react-dom/client";
import type { Refund } from "../../../../www/src/data/record";
import type { ShopReview } from "../../../../www/src/reviews/record";
import "../../../../www/src/shell/shell.css";
import { dateText, money } from "../../../../www/src/text";
import { mount } from "../mount";
import { REFUNDS, REVIEWS } from "./data";

const column = (title: string, width: number, cell: (refund: Refund) => ReactElement | string) =>
  ({ title, key: title, width, render: (_value: unknown, refund: Refund) => cell(refund) });

/** Rows of divs that are there only while they are seen, under a header that is a table. */
const Cases = (): ReactElement => (
  <ConfigProvider prefixCls="yun"><div className="page"><h2>工单台</h2>
    <Table virtual rowKey="refund" pagination={false} dataSource={[...REFUNDS]} scroll={{ x: 1200, y: 520 }} columns={[
      column("工单", 150, (it) => it.refund),
      column("哪一单", 150, (it) => it.order),
      column("货品名", 200, (it) => <span className="cargo">{it.goods.title}</span>),
      column("客诉大类", 170, (it) => <b>{it.reason}</b>),
      column("客人怎么说", 260, (it) => it.note ?? "—"),
      column("要退", 110, (it) => `¥${money(it.amount)}`),
      column("登记", 170, (it) => dateText(it.appliedAt)),
    ]} />
  </div></ConfigProvider>);

const Opinion = ({ review }: { review: ShopReview }): ReactElement => (
  <Card className="opinion" size="small">
    <div className="head"><Rate disabled value={review.stars} /> <span className="who">{review.buyer}</span> <time>{dateText(review.at)}</time></div>
    <p className="said">{review.text}</p>
    <p><span>关联单：</span><span>{review.order}</span></p>
    <p className="cargo">{review.goods}</p>
    {review.reply !== null && <div className="ours">{review.reply}</div>}
    <Button size="small">处置</Button>
  </Card>);

const Opinions = (): ReactElement => (
  <ConfigProvider prefixCls="yun"><div className="page"><h2>客声</h2><div className="opinions">{REVIEWS.map((it) => <Opinion key={it.order} review={it} />)}</div></div></ConfigProvider>);

mount({
  virtual: (root) => createRoot(root).render(<Cases />),
  opinions: (root) => createRoot(root).render(<Opinions />),
});
