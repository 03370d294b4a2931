// Which of the refunds on screen lie under something else: a sticky header, a menu, a dialogue? Asking the browser costs up to some
// milliseconds a point in a table of many thousand cells, so only as many points are asked as are needed: from both ends inwards until one is
// free, and the middle one.

export interface Spot<T> {
  item: T;
  y: number;
}

/** The items of which `covered` is true, given that what covers a list lies at its ends or over all of it. */
export function coveredOf<T>(spots: readonly Spot<T>[], covered: (item: T) => boolean): Set<T> {
  const sorted = [...spots].sort((one, two) => one.y - two.y).map((it) => it.item);
  const hidden = new Set<T>();
  let [from, to] = [0, sorted.length - 1];
  while (from <= to && covered(sorted[from] as T)) hidden.add(sorted[from++] as T);
  while (to > from && covered(sorted[to] as T)) hidden.add(sorted[to--] as T);
  if (to - from < 2) return hidden;
  // A menu or a small dialogue in the middle: then every one in between is asked.
  if (!covered(sorted[(from + to) >> 1] as T)) return hidden;
  for (const item of sorted.slice(from + 1, to)) if (covered(item)) hidden.add(item);
  return hidden;
}
