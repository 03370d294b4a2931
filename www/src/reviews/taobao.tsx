import { Button, ConfigProvider, Dialog, Input, Pagination, Rating, Table } from "@alifd/next";
import zhCN from "@alifd/next/es/locale/zh-cn";
import { type ReactElement, useState } from "react";
import { dateText } from "../text";
import { Pictures } from "./pictures";
import type { ShopReview } from "./record";

export const TAOBAO_DEFAULT = "此用户没有填写评价";

function Words({ review }: { review: ShopReview }): ReactElement {
  return (
    <div className="l-rate-content">
      <div className="rate-content"><span className="rate-type">初评</span><span>{review.text ?? TAOBAO_DEFAULT}</span></div>
      <Pictures count={review.pictures} className="l-media-gallery" />
      {review.reply === null ? null : <div className="l-explain"><span>商家解释：</span><span>{review.reply}</span></div>}
    </div>
  );
}

const Added = (review: ShopReview): ReactElement =>
  <div className="l-append-rate"><span>确认收货后3天后追加评论</span><div className="rate-content"><span>{review.added}</span></div></div>;

/** The review list of 千牛: a Fusion table, the added review in a row folded out; the box stands in a dialogue. */
export function TaobaoReviews(props: { reviews: readonly ShopReview[]; size?: "small" | "medium" | "large" }): ReactElement {
  const [open, setOpen] = useState<ShopReview | null>(null);
  const [text, setText] = useState("");
  const rows = props.reviews.map((review) => ({ id: review.review, review }));
  const column = (title: string, width: number, cell: (review: ShopReview) => ReactElement | string): ReactElement =>
    <Table.Column key={title} title={title} width={width} cell={(_value: unknown, _index: number, row: { review: ShopReview }) => cell(row.review)} />;
  return (
    <ConfigProvider locale={zhCN}><div className="card next-loading-wrap">
      <h2>评价管理</h2>
      <Table dataSource={rows} primaryKey="id" openRowKeys={rows.filter((row) => row.review.added !== null).map((row) => row.id)} hasExpandedRowCtrl={false}
        expandedRowRender={(row: { review: ShopReview }) => (row.review.added === null ? <span /> : Added(row.review))}>
        {[
          column("评价内容", 420, (review) => <Words review={review} />),
          column("评价星级", 150, (review) => <Rating value={review.stars} disabled size={props.size ?? "medium"} />),
          column("宝贝信息", 260, (review) => <div className="item-info"><a href="#item">{review.goods}</a><div className="sku">{review.spec}</div></div>),
          column("买家", 90, (review) => review.buyer),
          column("订单编号", 180, (review) => review.order),
          column("评价时间", 170, (review) => dateText(review.at)),
          column("操作", 110, (review) => <div className="l-operate">{review.reply === null
            ? <Button text type="primary" data-answer={review.order} onClick={() => { setOpen(review); setText(""); }}>解释</Button> : <Button text>修改解释</Button>}<Button text>举报</Button></div>),
        ]}
      </Table>
      <div className="list-foot"><span>共 {props.reviews.length} 条</span><Pagination total={props.reviews.length} pageSize={50} /></div>
      <Dialog v2 visible={open !== null} title="解释评价" onClose={() => setOpen(null)} onCancel={() => setOpen(null)} onOk={() => document.body.setAttribute("data-submitted", text)}>
        <Input.TextArea className="box" value={text} onChange={(value: string) => setText(value)} maxLength={500} showLimitHint rows={5} style={{ width: 420 }} />
        <p className="state" aria-hidden="true">{text}</p>
      </Dialog>
    </div></ConfigProvider>
  );
}
