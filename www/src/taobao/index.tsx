import { Button, ConfigProvider, Input, Pagination, Select, Tab, Table } from "@alifd/next";
import "@alifd/next/dist/next.css";
import zhCN from "@alifd/next/es/locale/zh-cn";
import { type ReactElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { NOW } from "../clock";
import { refundsOf } from "../data/shops";
import { FIRST, type ListState, reasonsOf, select, type TabId } from "../list";
import { sidePage } from "../pages";
import "../reviews/reviews.css";
import { reviewsOf } from "../reviews/shops";
import { TaobaoReviews } from "../reviews/taobao";
import "../scores/scores.css";
import { TaobaoScores } from "../scores/taobao";
import { shell } from "../shell/shell";
import { COLUMNS, fusionColumns, fusionRows, type FusionRow, GroupHead } from "./columns";
import "./fusion.css";

const REFUNDS = refundsOf("taobao", NOW);
const TABS: readonly (readonly [TabId, string])[] =
  [["all", "全部"], ["review", "待商家处理"], ["ship_back", "待买家退货"], ["receive", "待商家收货"], ["soon", "临近超时"], ["over", "已完结"]];

function RefundList(): ReactElement {
  const [state, setState] = useState<ListState>(FIRST);
  const [query, setQuery] = useState("");
  const change = (part: Partial<ListState>): void => setState({ ...state, page: 1, ...part });
  const { rows, total } = select(REFUNDS, state);
  return (
    <ConfigProvider locale={zhCN}><div>
      <section className="card taobao-filters" id="guide_search_form">
        <label>订单/退款编号 <Input value={query} onChange={(value: string | number) => setQuery(String(value))} placeholder="请输入编号或宝贝标题" /></label>
        <label>退款原因 <Select style={{ width: 220 }} hasClear placeholder="全部原因" dataSource={reasonsOf(REFUNDS).map((value) => ({ label: value, value }))}
          onChange={(value: unknown) => change({ reason: typeof value === "string" ? value : "" })} /></label>
        <label>排序 <Select style={{ width: 150 }} value={state.sort} dataSource={[{ label: "最近申请排序", value: "applied" }, { label: "临近超时排序", value: "deadline" }]}
          onChange={(value: unknown) => change({ sort: value === "deadline" ? "deadline" : "applied" })} /></label>
        <Button type="primary" onClick={() => change({ query })}>搜索售后单</Button>
        <Button onClick={() => { setQuery(""); setState(FIRST); }}>重置</Button>
      </section>
      <section className="card">
        <Tab shape="pure" activeKey={state.tab} onChange={(tab: string | number) => change({ tab: tab as TabId })}>
          {TABS.map(([id, title]) => <Tab.Item key={id} title={title} />)}
        </Tab>
        <Table dataSource={fusionRows(rows, true)} primaryKey="id" emptyContent="暂无数据">
          <Table.GroupHeader cell={(row: FusionRow) => <GroupHead refund={row.refund} />} />
          {fusionColumns(COLUMNS)}
        </Table>
        <div className="list-foot">
          <span>共 {total} 条</span>
          <Pagination total={total} pageSize={state.size} current={state.page} pageSizeList={[10, 20]} pageSizeSelector="dropdown" pageSizePosition="end"
            onChange={(page: number) => change({ page })} onPageSizeChange={(size: number) => change({ size })} />
        </div>
      </section>
    </div></ConfigProvider>
  );
}

const view = document.body.dataset["view"] ?? "refunds";
if (view === "reviews") createRoot(shell("taobao", "reviews.html", ["交易", "评价管理"])).render(<TaobaoReviews reviews={reviewsOf("taobao", NOW)} />);
else if (view === "scores") createRoot(shell("taobao", "scores.html", ["客户之声", "店铺评分"])).render(<TaobaoScores />);
else if (!sidePage("taobao", view)) createRoot(shell("taobao", "refunds.html", ["交易", "退款管理"])).render(<RefundList />);
