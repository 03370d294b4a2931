import type { ReactElement } from "react";

const DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAMzMzAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==";

/** The buyer's pictures; grey tiles, so that no image file is needed. */
export function Pictures(props: { count: number; className: string }): ReactElement | null {
  return props.count === 0 ? null : <div className={props.className}>{Array.from({ length: props.count }, (_, at) => <img key={at} src={DOT} width={40} height={40} />)}</div>;
}

export const PICTURE = DOT;
