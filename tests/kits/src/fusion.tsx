import { ConfigProvider, Pagination, Table } from "@alifd/next";
import "@alifd/next/dist/next.css";
import zhCN from "@alifd/next/es/locale/zh-cn";
import { type ReactElement, type ReactNode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import type { Refund } from "../../../www/src/data/record";
import { el } from "../../../www/src/dom";
import { orders } from "../../../www/src/pages";
import { COLUMNS, fusionColumns, type FusionColumn, fusionRows, type FusionRow, GroupHead } from "../../../www/src/taobao/columns";
import { dateText, money } from "../../../www/src/text";
import { EXCHANGES } from "../../../www/src/truth";
import "../../../www/src/shell/shell.css";
import "../../../www/src/taobao/fusion.css";
import { drawn, hasNoId, isDrawn, listOf } from "./data";
import { mount, styleLink } from "./mount";

const REFUNDS = listOf("taobao");
const ID_COLUMNS: readonly FusionColumn[] = [
  { key: "order", title: "订单编号", width: 180, cell: (refund) => refund.order },
  { key: "refund", title: "退款编号", width: 180, cell: (refund) => refund.refund },
  { key: "applied", title: "申请时间", width: 160, cell: (refund) => dateText(refund.appliedAt) },
];
const column = (key: string): FusionColumn => {
  const found = COLUMNS.find((each) => each.key === key);
  if (!found) throw new Error(`no column ${key}`);
  return found;
};
const retitled = (titles: Readonly<Record<string, string>>): readonly FusionColumn[] =>
  COLUMNS.map((each) => ({ ...each, title: titles[each.key] ?? each.title }));

function Frame(props: { total: number; children: ReactNode }): ReactElement {
  return (
    <ConfigProvider locale={zhCN}><div className="card" id="wui-page">
      {props.children}
      <div className="list-foot"><span>共 {props.total} 条</span><Pagination total={props.total} pageSize={50} /></div>
    </div></ConfigProvider>
  );
}

interface GroupOptions {
  readonly columns?: readonly FusionColumn[];
  readonly refunds?: readonly Refund[];
  readonly selection?: boolean;
  readonly head?: (refund: Refund, index: number) => ReactNode;
}

function Groups({ columns = COLUMNS, refunds = REFUNDS, selection = false, head }: GroupOptions): ReactElement {
  return (
    <Frame total={refunds.length}>
      <Table dataSource={fusionRows(refunds, true)} primaryKey="id" emptyContent="暂无数据" {...(selection ? { rowSelection: { onChange: () => undefined } } : {})}>
        <Table.GroupHeader hasSelection={selection} cell={(row: FusionRow, index: number) => head?.(row.refund, index) ?? <GroupHead refund={row.refund} />} />
        {fusionColumns(columns)}
      </Table>
    </Frame>
  );
}

function Plain(props: { columns: readonly FusionColumn[]; fixedHeader?: boolean; expanded?: boolean; lock?: boolean }): ReactElement {
  const columns = props.columns.map((each, index) => ({ ...each, lock: props.lock && index < 2 ? "left" as const : props.lock && index === props.columns.length - 1 ? "right" as const : undefined }));
  const keys = REFUNDS.map((refund) => refund.refund);
  return (
    <Frame total={REFUNDS.length}>
      <Table dataSource={fusionRows(REFUNDS, false)} primaryKey="id" {...(props.fixedHeader ? { fixedHeader: true, maxBodyHeight: 520 } : {})}
        {...(props.expanded ? { openRowKeys: keys.filter((_, index) => index % 3 === 0), expandedRowRender: (row: FusionRow) => <Expanded refund={row.refund} /> } : {})}>
        {columns.map((each) => (
          <Table.Column key={each.key} title={each.title} width={each.width} {...(each.lock ? { lock: each.lock } : {})}
            cell={(_value: unknown, _index: number, row: FusionRow) => each.cell(row.refund)} />
        ))}
      </Table>
    </Frame>
  );
}

const Expanded = ({ refund }: { refund: Refund }): ReactElement =>
  <div className="quiet">协商记录：{dateText(refund.appliedAt)} 买家发起{refund.serviceText}申请，原因：{refund.reason}</div>;

/** Every second all rows are made anew, with the same data. */
function Restless(): ReactElement {
  const [round, setRound] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => setRound((before) => before + 1), 1000);
    return () => window.clearInterval(timer);
  }, []);
  return <Groups key={round} />;
}

const draw = (node: ReactElement) => (root: HTMLElement): void => createRoot(root).render(node);
const AMOUNT = new Map(REFUNDS.map((refund, index) => {
  const text = EXCHANGES.includes(refund.service) ? "—" : `¥${money(refund.amount)}`;
  return [refund.refund, isDrawn(index) ? drawn(text) : text];
}));
const EXTRA: FusionColumn = { key: "extra", title: "客户分层", width: 90, cell: (refund) => (refund.paid > 20_000 ? "L3 高潜" : "L1 常规") };

/** Orders first; the link changes the address without a reload and draws the refunds a little later, and back. */
function routes(root: HTMLElement): void {
  const at = (path: string): void => {
    history.pushState({}, "", path);
    show();
  };
  const place = el("div", { id: "icestarkNode" });
  const show = (): void => {
    const list = location.pathname.endsWith("/refund-list");
    const view = el("div");
    place.replaceChildren(el("p", { class: "quiet" }, "加载中"));
    window.setTimeout(() => {
      place.replaceChildren(view);
      if (list) createRoot(view).render(<Groups />);
      else view.append(orders("taobao", 20));
    }, 150);
  };
  root.append(el("nav", { class: "card actions" },
    el("button", { id: "go-orders", type: "button", onclick: () => at("/home.htm/trade-platform/tp/sold") }, "已卖出的宝贝"),
    el("button", { id: "go-refunds", type: "button", onclick: () => at("/home.htm/trade-platform/refund-list") }, "退款管理")), place);
  window.addEventListener("popstate", show);
  show();
}

function inShadow(root: HTMLElement, depth: number): void {
  let host: HTMLElement = el("wujie-app", { "data-wujie-id": "aftersale" });
  root.append(host);
  for (let level = 1; level < depth; level += 1) {
    const inner = el("micro-app");
    host.attachShadow({ mode: "open" }).append(inner);
    host = inner;
  }
  const place = el("div");
  host.attachShadow({ mode: "open" }).append(styleLink("fusion"), place);
  createRoot(place).render(<Groups />);
}

const skeleton = (): HTMLElement => el("div", { class: "card" }, el("table", { class: "plain" },
  el("thead", {}, el("tr", {}, ...COLUMNS.map((each) => el("th", {}, each.title)))),
  el("tbody", {}, ...Array.from({ length: 8 }, () => el("tr", {}, ...COLUMNS.map(() => el("td", {}, el("div", { class: "skeleton" }, "\u00a0"))))))));

mount({
  group: draw(<Groups />),
  select: draw(<Groups selection />),
  plain: draw(<Plain columns={[...ID_COLUMNS, ...COLUMNS]} />),
  fixed: draw(<Plain columns={[...ID_COLUMNS, ...COLUMNS]} fixedHeader />),
  lock: draw(<Plain columns={[...ID_COLUMNS, ...COLUMNS]} fixedHeader lock expanded />),
  expanded: draw(<Plain columns={[...ID_COLUMNS, ...COLUMNS]} expanded />),
  reordered: draw(<Groups columns={["reason", "status", "note", "service", "goods", "amount", "act", "shipping", "paid"].map(column)} />),
  missing: draw(<Groups columns={COLUMNS.filter((each) => each.key !== "note" && each.key !== "shipping")} />),
  extra: draw(<Groups columns={[...COLUMNS.slice(0, 3), EXTRA, ...COLUMNS.slice(3)]} />),
  words: draw(<Groups columns={retitled({ goods: "宝贝标题", paid: "实收", amount: "买家退款金额", service: "服务类型", status: "售后状态", shipping: "发货状态", reason: "申请原因", note: "退款说明" })} />),
  "no-id": draw(<Groups head={(refund) => hasNoId(REFUNDS.indexOf(refund)) ? <div className="group-head"><span>买家：{refund.buyer}</span></div> : null} />),
  drawn: draw(<Groups columns={COLUMNS.map((each) => each.key === "amount"
    ? { ...each, cell: (refund) => <span className="amount __spider_font">{AMOUNT.get(refund.refund) ?? ""}</span> } : each)} />),
  empty: draw(<Groups refunds={[]} />),
  restless: draw(<Restless />),
  two: (root) => {
    const refunds = el("div");
    root.append(orders("taobao", 12), refunds);
    createRoot(refunds).render(<Groups />);
  },
  routes,
  shadow: (root) => inShadow(root, 1),
  "deep-shadow": (root) => inShadow(root, 3),
  frame: (root) => root.append(el("iframe", { src: "/__kit/taobao-frame-inner.html", title: "售后", width: "100%", height: 1400 })),
  skeleton: (root) => root.append(skeleton()),
  late: (root) => {
    root.append(skeleton());
    window.setTimeout(() => {
      root.replaceChildren();
      createRoot(root).render(<Groups />);
    }, 1200);
  },
});
