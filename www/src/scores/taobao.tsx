import { Card } from "@alifd/next";
import type { ReactElement, ReactNode } from "react";
import { TAOBAO } from "./shops";

function Dsr(props: { label: string; value: string; change: string; peers: string; children?: ReactNode }): ReactElement {
  return (
    <Card free contentHeight="auto">
      <Card.Content>
        <div className="dsr-title"><span>{props.label}</span> <i className="next-icon next-icon-help" /></div>
        <div className="dsr-num">{props.value}</div>
        <div><span className="dsr-change-up">{props.change}</span> <span>高于同行 {props.peers}</span></div>
        {props.children}
      </Card.Content>
    </Card>
  );
}

/** Fusion cards: changes and comparisons stand beside the scores, and each card writes its count in its own way; `served` is another writing of that score. */
export function TaobaoScores(props: { served?: string }): ReactElement {
  const { dsr: [described, served, shipped], quality } = TAOBAO;
  return (
    <div>
      <section>
        <h3>店铺动态评分（近180天）</h3>
        <Dsr {...described}><p>{`${TAOBAO.described}条评价`}</p></Dsr>
        <Dsr {...served} value={props.served ?? served.value}><p><b>{TAOBAO.served}</b><span>条评价</span></p></Dsr>
        <Dsr {...shipped} />
      </section>
      <section>
        <div className="cell"><div>首次品退率（近30天）</div><div>行业均值</div><div>{quality.peers}</div><div>本店</div><div>{quality.own}</div></div>
        <p>近7日介入率 <b>{TAOBAO.intervention}</b>%</p>
        <div className="cell"><div className="num">{TAOBAO.experience}</div><div>真实体验分</div></div>
      </section>
    </div>
  );
}
