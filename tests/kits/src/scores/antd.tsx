import { Card, ConfigProvider } from "antd";
import type { ReactElement, ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { DouyinScores } from "../../../../www/src/scores/douyin";
import "../../../../www/src/shell/shell.css";
import { mount } from "../mount";

const draw = (node: ReactElement) => (root: HTMLElement): void => createRoot(root).render(node);

function Kuaishou(): ReactElement {
  const item = (value: ReactNode, label: string): ReactElement => <div className="item__3fQ1x"><div className="value__8Kd2a">{value}</div><div className="label__2bX9c">{label}</div></div>;
  return (
    <ConfigProvider prefixCls="kwaishop-shopstar-pc" iconPrefixCls="kwaishopicon">
      <Card className="js-page-content">{item(<><b>4.5</b><span>星</span></>, "购物体验星级")}{item("0.35%", "品退率")}{item("1.20%", "商品差评率")}</Card>
    </ConfigProvider>
  );
}

mount({ douyin: draw(<DouyinScores />), kuaishou: draw(<Kuaishou />) });
