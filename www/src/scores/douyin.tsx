import { Card, ConfigProvider, Progress, Segmented, Statistic, Tooltip } from "antd";
import type { ReactElement } from "react";
import { DOUYIN } from "./shops";

/** Statistics of an antd fork: values in two parts, and the bars of stars that make up the mean. */
export function DouyinScores(): ReactElement {
  return (
    <ConfigProvider prefixCls="auxo" iconPrefixCls="auxoicon">
      <Segmented options={["近7天", "近30天"]} value="近30天" />
      <Card title="商家体验分"><Statistic value={DOUYIN.experience} suffix="分" /></Card>
      <Card>
        <Statistic title="商品综合评分" value={DOUYIN.rating} suffix="/5" />
        <ul>{DOUYIN.stars.map(([name, number]) => <li key={name}><span>{name}</span><Progress percent={number / 10} showInfo={false} /><span>{number}</span></li>)}</ul>
      </Card>
      <Card><Tooltip title="签收订单中商品品质原因退货的占比"><span>商品品质退货率</span></Tooltip><Statistic value={DOUYIN.quality} suffix="%" /><div>较上周期 <em>{DOUYIN.change}</em></div></Card>
      <Card><Statistic title="发货物流品退率" value={DOUYIN.logistics} precision={3} suffix="%" /></Card>
    </ConfigProvider>
  );
}
