import type { Refund } from "./data/record";

export type TabId = "all" | "review" | "receive" | "ship_back" | "soon" | "over";

export interface ListState {
  readonly tab: TabId;
  readonly query: string;
  readonly reason: string;
  readonly sort: "applied" | "deadline";
  readonly page: number;
  readonly size: number;
}

export const FIRST: ListState = { tab: "all", query: "", reason: "", sort: "applied", page: 1, size: 20 };

const SOON_SECONDS = 6 * 3600;

export function inTab(refund: Refund, tab: TabId): boolean {
  switch (tab) {
    case "all":
      return true;
    case "soon":
      return refund.countdown !== null && refund.countdown <= SOON_SECONDS;
    case "over":
      return refund.stage === "done" || refund.stage === "closed";
    default:
      return refund.stage === tab;
  }
}

export interface Selection {
  readonly rows: readonly Refund[];
  readonly total: number;
  readonly pages: number;
}

/** What the list shows in a state: tab, search, sort, page. */
export function select(refunds: readonly Refund[], state: ListState): Selection {
  const query = state.query.trim();
  const found = refunds.filter((refund) =>
    inTab(refund, state.tab)
    && (query === "" || refund.order.includes(query) || refund.refund.includes(query) || refund.goods.title.includes(query))
    && (state.reason === "" || refund.reason === state.reason));
  const sorted = state.sort === "applied"
    ? found
    : [...found].sort((a, b) => (a.countdown ?? Infinity) - (b.countdown ?? Infinity));
  const start = (state.page - 1) * state.size;
  return { rows: sorted.slice(start, start + state.size), total: found.length, pages: Math.max(1, Math.ceil(found.length / state.size)) };
}

export const reasonsOf = (refunds: readonly Refund[]): readonly string[] => [...new Set(refunds.map((refund) => refund.reason))];
