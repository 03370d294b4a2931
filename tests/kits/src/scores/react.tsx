import { Card as FusionCard } from "@alifd/next";
import "@alifd/next/dist/next.css";
import { Card, ConfigProvider, Progress, Segmented, Statistic, Tooltip } from "antd";
import type { ReactElement, ReactNode } from "react";
import { createRoot } from "react-dom/client";
import "../../../../www/src/shell/shell.css";
import { mount } from "../mount";

const draw = (node: ReactElement) => (root: HTMLElement): void => createRoot(root).render(node);

function Dsr(props: { label: string; value: string; change: string; peers: string; children?: ReactNode }): ReactElement {
  return (
    <FusionCard free contentHeight="auto">
      <FusionCard.Content>
        <div className="dsr-title"><span>{props.label}</span> <i className="next-icon next-icon-help" /></div>
        <div className="dsr-num">{props.value}</div>
        <div><span className="dsr-change-up">{props.change}</span> <span>高于同行 {props.peers}</span></div>
        {props.children}
      </FusionCard.Content>
    </FusionCard>
  );
}

function Taobao(): ReactElement {
  return (
    <div>
      <section>
        <h3>店铺动态评分（近180天）</h3>
        <Dsr label="描述相符" value="4.81" change="0.01" peers="12.3%"><p>2,345条评价</p></Dsr>
        <Dsr label="服务态度" value="４．７分" change="0.02" peers="8.10%"><p><b>1.2万+</b><span>条评价</span></p></Dsr>
        <Dsr label="物流服务" value="4.76" change="0.00" peers="3%" />
      </section>
      <section>
        <div className="cell"><div>首次品退率（近30天）</div><div>行业均值</div><div>0.31%</div><div>本店</div><div>0.0567%</div></div>
        <p>近7日介入率 <b>0.02</b>%</p>
        <div className="cell"><div className="num">4.66</div><div>真实体验分</div></div>
      </section>
    </div>
  );
}

function Douyin(): ReactElement {
  const bars: readonly (readonly [string, number])[] = [["5星", 880], ["4星", 60], ["3星", 35], ["2星", 13], ["1星", 12]];
  return (
    <ConfigProvider prefixCls="auxo" iconPrefixCls="auxoicon">
      <Segmented options={["近7天", "近30天"]} value="近30天" />
      <Card title="商家体验分"><Statistic value={95} suffix="分" /></Card>
      <Card>
        <Statistic title="商品综合评分" value={4.783} suffix="/5" />
        <ul>{bars.map(([name, number]) => <li key={name}><span>{name}</span><Progress percent={number / 10} showInfo={false} /><span>{number}</span></li>)}</ul>
      </Card>
      <Card><Tooltip title="签收订单中商品品质原因退货的占比"><span>商品品质退货率</span></Tooltip><Statistic value={0.26} suffix="%" /><div>较上周期 <em>0.02%</em></div></Card>
      <Card><Statistic title="发货物流品退率" value={0.026} precision={3} suffix="%" /></Card>
    </ConfigProvider>
  );
}

function Kuaishou(): ReactElement {
  const item = (value: ReactNode, label: string): ReactElement => <div className="item__3fQ1x"><div className="value__8Kd2a">{value}</div><div className="label__2bX9c">{label}</div></div>;
  return (
    <ConfigProvider prefixCls="kwaishop-shopstar-pc" iconPrefixCls="kwaishopicon">
      <Card className="js-page-content">{item(<><b>4.5</b><span>星</span></>, "购物体验星级")}{item("0.35%", "品退率")}{item("1.20%", "商品差评率")}</Card>
    </ConfigProvider>
  );
}

mount({ taobao: draw(<Taobao />), douyin: draw(<Douyin />), kuaishou: draw(<Kuaishou />) });
