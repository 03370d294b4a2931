import { Button, ConfigProvider, Drawer, Input, Rate, Table } from "antd";
import zhCN from "antd/locale/zh_CN";
import { type ReactElement, useState } from "react";
import { dateText } from "../text";
import { Pictures } from "./pictures";
import type { ShopReview } from "./record";

export const DOUYIN_DEFAULT = "该用户未填写评价内容";

function Words({ review }: { review: ShopReview }): ReactElement {
  return (
    <div className="index_comment__kU3sd">
      <div>{review.text ?? DOUYIN_DEFAULT}</div>
      <Pictures count={review.pictures} className="index_imgList__1sK9q" />
      {review.added === null ? null : <div className="index_append__dR2xc"><span>追评：</span><span>{review.added}</span></div>}
    </div>
  );
}

/** A table of an antd fork; the box stands in a drawer, or below the row. */
export function AntdReviews(props: { reviews: readonly ShopReview[]; prefix: string; split?: boolean; inline?: boolean }): ReactElement {
  const [open, setOpen] = useState<ShopReview | null>(null);
  const [text, setText] = useState("");
  const text_ = (title: string, width: number, cell: (review: ShopReview) => ReactElement | string) =>
    ({ title, width, key: title, render: (_value: unknown, review: ShopReview) => cell(review) });
  const box = (
    <div className="box-frame"><Input.TextArea className="box" value={text} onChange={(event) => setText(event.target.value)} maxLength={200} showCount rows={4} /><p className="state" aria-hidden="true">{text}</p>
      <Button className="send" onClick={() => document.body.setAttribute("data-submitted", text)}>发布回复</Button></div>
  );
  const columns = [
    text_("评价内容", 380, (review) => <Words review={review} />),
    text_("商品评分", 150, (review) => <Rate value={review.stars} disabled />),
    text_("物流评分", 150, (review) => <Rate value={review.stars === 5 ? 4 : 5} disabled />),
    text_("商品信息", 260, (review) => <div className="index_goods__3Kdj2"><div>{review.goods}</div><div className="index_spec__2mKs8">{review.spec}</div></div>),
    text_("订单编号", 190, (review) => review.order),
    text_("评价时间", 170, (review) => dateText(review.at, "/")),
    text_("商家回复", 240, (review) => review.reply ?? "-"),
    text_("操作", 120, (review) => <>{review.reply === null ? <Button type="link" data-answer={review.order} onClick={() => { setOpen(review); setText(""); }}>回复</Button> : null}<Button type="link">举报</Button>
      {props.inline && open === review ? box : null}</>),
  ];
  return (
    <ConfigProvider prefixCls={props.prefix} iconPrefixCls={`${props.prefix}icon`} locale={zhCN}>
      <div className="card"><h2>评价管理</h2>
        <Table columns={columns} dataSource={[...props.reviews]} rowKey="review" pagination={false} scroll={props.split ? { x: 1500, y: 620 } : { x: 1500 }} />
        <div className={`${props.prefix}-pagination`}><span className={`${props.prefix}-pagination-total-text`}>共 {props.reviews.length} 条</span></div>
        <Drawer open={open !== null && !props.inline} title="回复评价" onClose={() => setOpen(null)}>{box}</Drawer>
      </div>
    </ConfigProvider>
  );
}
