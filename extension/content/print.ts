// When has a refund changed its meaning? Its text is compared without what ticks and without what only styles.

// 3天4小时05分06秒, 2d 3h, 00:12:09
const TICKING = /\d+(?=\s*(?:天|日|小时|小時|时|時|分|秒|days?\b|hours?\b|min|sec|[dhms]\b|[:：]\s*\d))|([:：]\s*)\d+/g;

// The same with each digit group and unit in an element of its own.
const APART = /\d+(?="\],(?:\["\w+",0,)?"\s*(?:天|日|小时|小時|时|時|分|分钟|分鐘|秒|[:：])\s*")|(?<="\s*[:：]\s*"\],(?:\["\w+",0,)?")\d+/g;

/** A text without countdown digits. */
export function unticked(text: string): string {
  return text.replace(TICKING, "$1#");
}

/** A refund's serialised pieces without countdown digits and class names. */
export function printOf(nodes: readonly string[]): string {
  return unticked(nodes.join().replace(/\["([^"\\]*)","(?:[^"\\]|\\.)*",/g, '["$1",').replace(APART, "#"));
}
