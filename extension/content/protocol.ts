// The messages of docs/protocol.md, as far as the page side looks into them.

export type Level = "counted" | "at_risk" | "watch" | "safe";

export interface Mark {
  key: string;
  level: Level;
  score: number;
  nodes: number[];
  anchor: number | null;
  highlight: number[];
  badge: string | null;
  label: string;
}

export interface Card {
  key: string;
  level: Level;
  level_text?: string;
  /** Refunds only. */
  advice?: { kind: string; title: string; message: string | null }[];
  /** Reviews only; the page side does not look into it. */
  review?: object;
}

export interface Notice {
  kind: string;
  text: string;
}

export interface ReportRecord {
  id: string;
  ids: string[];
  key: string;
  level: Level | null;
  score: number;
  advice: string[];
  issues: string[];
  stars: number | null;
}

export interface Report {
  page: string;
  platform: string | null;
  read: number;
  total: number | null;
  unreadable: number;
  unknown_columns: string[];
  records: ReportRecord[];
  scores: unknown[];
  notices: Notice[];
  paused: boolean;
}

export interface Plan {
  v: 1;
  partial: boolean;
  page: string;
  platform: string | null;
  marks: Mark[];
  cards: Card[];
  report: Report;
  notices: Notice[];
  context: string | null;
  stale?: boolean;
  error?: string;
}

/** A key after another leads to a command's id or deeper. */
export interface Trie {
  [key: string]: string | Trie;
}

export interface Command {
  id: string;
  group: string;
  title: string;
  keys: string[];
  where: "page" | "panel" | "both";
}

export interface Keymap {
  trie: Trie;
  commands: Command[];
}

export interface StartAnswer {
  keymap: Keymap;
  words: Record<string, string>;
  settings: Record<string, unknown>;
  paused: boolean;
}

export type View = "queue" | "card" | "help";

export interface Desk {
  kind: "desk";
  cards: Card[];
  notices: Notice[];
  page: string;
  platform: string | null;
  read: number;
  total: number | null;
  focus: string | null;
  view: View;
  /** The place of the advice that the keys have chosen in the focused card; its message is the one that is copied. */
  advice: number | null;
  keymap: Keymap;
  paused: boolean;
  /** What the agent has typed under reviews, for a panel that has just come: key and state. */
  drafts: Record<string, string>;
  /** The page's address without its query. */
  address: string;
  /** ms since 1970 UTC. */
  now: number;
  /** The interface language, so that panel and page speak the same. */
  locale: string;
}

export type FromPanel =
  | { kind: "focus"; key: string | null }
  | { kind: "close" }
  | { kind: "command"; id: string }
  | { kind: "view"; view: View }
  | { kind: "copied"; key: string; advice: string }
  | { kind: "draft"; key: string; text: string; clear: boolean; state: string }
  | { kind: "insert"; key: string; text: string }
  | { kind: "width"; px: number };
