import { Button, ConfigProvider, Form, Input, Pagination, Select, Table, Tabs } from "antd";
import zhCN from "antd/locale/zh_CN";
import { type ReactElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { NOW } from "../clock";
import { refundsOf } from "../data/shops";
import { FIRST, type ListState, reasonsOf, select, type TabId } from "../list";
import { sidePage } from "../pages";
import { AntdReviews } from "../reviews/douyin";
import "../reviews/reviews.css";
import { reviewsOf } from "../reviews/shops";
import { DouyinScores } from "../scores/douyin";
import "../scores/scores.css";
import { shell } from "../shell/shell";
import { COLUMNS, pairColumns, pairRows } from "./columns";
import "./pairs.css";

const THEME = { token: { colorPrimary: "#2563eb", fontFamily: "inherit" } };
const REFUNDS = refundsOf("douyin", NOW);
const TABS: readonly (readonly [TabId, string])[] =
  [["all", "全部"], ["review", "待商家处理"], ["ship_back", "待买家退货"], ["receive", "退货待商家收货"], ["soon", "临期待处理"], ["over", "已完结"]];

function RefundList(): ReactElement {
  const [state, setState] = useState<ListState>(FIRST);
  const [form] = Form.useForm<{ query?: string; reason?: string }>();
  const change = (part: Partial<ListState>): void => setState({ ...state, page: 1, ...part });
  const { rows, total } = select(REFUNDS, state);
  const pairs = pairRows(rows);
  return (
    <ConfigProvider prefixCls="auxo" iconPrefixCls="auxoicon" locale={zhCN} theme={THEME}>
      <section className="card">
        <Form form={form} layout="inline" onFinish={(found) => change({ query: found.query ?? "", reason: found.reason ?? "" })}>
          <Form.Item name="query" label="订单/售后编号"><Input placeholder="请输入编号或商品名称" allowClear /></Form.Item>
          <Form.Item name="reason" label="售后原因">
            <Select style={{ width: 240 }} placeholder="全部" allowClear options={reasonsOf(REFUNDS).map((value) => ({ label: value, value }))} />
          </Form.Item>
          <Button type="primary" htmlType="submit">查询</Button>
          <Button className="reset" onClick={() => { form.resetFields(); setState(FIRST); }}>重置</Button>
        </Form>
      </section>
      <section className="card">
        <Tabs activeKey={state.tab} onChange={(tab) => change({ tab: tab as TabId })} items={TABS.map(([key, label]) => ({ key, label }))}
          tabBarExtraContent={<Select value={state.sort} style={{ width: 150 }} onChange={(sort) => change({ sort })}
            options={[{ value: "applied", label: "最近申请优先" }, { value: "deadline", label: "临近超时优先" }]} />} />
        <Table key={`${state.tab}-${state.page}-${state.size}-${state.sort}-${state.query}-${state.reason}`} className="pairs" columns={pairColumns(COLUMNS)} dataSource={pairs} pagination={false}
          rowClassName={(row) => (row.last ? "auxo-pair-group-row-last" : row.head ? "index_table-row__ULgxX" : "")}
          rowSelection={{ checkStrictly: false, columnWidth: 40, renderCell: (_checked, row, _index, node) => (row.head ? null : node) }}
          expandable={{ defaultExpandAllRows: true, expandIcon: () => null, indentSize: 0 }} scroll={{ x: 1166 }} />
        <div className="foot">
          <Pagination total={total} pageSize={state.size} current={state.page} showSizeChanger pageSizeOptions={[10, 20]} showTotal={(all) => `共 ${all} 条`}
            onChange={(page, size) => change({ page: size === state.size ? page : 1, size })} />
        </div>
      </section>
    </ConfigProvider>
  );
}

const view = document.body.dataset["view"] ?? "refunds";
if (view === "reviews") createRoot(shell("douyin", "reviews.html", ["售后", "评价管理"])).render(<AntdReviews prefix="auxo" reviews={reviewsOf("douyin", NOW)} />);
else if (view === "scores") createRoot(shell("douyin", "scores.html", ["奖惩", "体验分"])).render(<ConfigProvider theme={THEME}><DouyinScores /></ConfigProvider>);
else if (!sidePage("douyin", view)) createRoot(shell("douyin", "refunds.html", ["售后", "售后工作台"])).render(<RefundList />);
