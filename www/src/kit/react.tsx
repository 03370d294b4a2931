import { type ReactElement, useEffect, useState } from "react";
import { elapsed, everySecond } from "../clock";
import type { Goods } from "../data/record";
import { type CountdownStyle, countdownText } from "../text";

/** A countdown that ticks in one text node, as the back offices do. */
export function Countdown(props: { seconds: number; style: CountdownStyle; before?: string; after?: string }): ReactElement {
  const [passed, setPassed] = useState(elapsed());
  useEffect(() => everySecond(() => setPassed(elapsed())), []);
  return <span className="countdown">{`${props.before ?? ""}${countdownText(props.seconds - passed, props.style)}${props.after ?? ""}`}</span>;
}

export function Picture({ goods }: { goods: Goods }): ReactElement {
  return <div className="goods-picture" style={{ background: `linear-gradient(135deg, ${goods.tint[0]}, ${goods.tint[1]})` }} />;
}

export function GoodsCell({ goods }: { goods: Goods }): ReactElement {
  return (
    <div className="goods">
      <Picture goods={goods} />
      <div>
        <div className="goods-title">{goods.title}</div>
        <div className="goods-spec">{goods.spec}</div>
      </div>
    </div>
  );
}
