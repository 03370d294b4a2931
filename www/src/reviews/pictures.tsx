import type { ReactElement } from "react";
import { PICTURE } from "./picture";

/** The buyer's pictures; grey tiles, so that no image file is needed. */
export function Pictures(props: { count: number; className: string }): ReactElement | null {
  return props.count === 0 ? null : <div className={props.className}>{Array.from({ length: props.count }, (_, at) => <img key={at} src={PICTURE} width={40} height={40} />)}</div>;
}
