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
  /** Reviews only; of what it says the page side needs to know whether there is still something to write. */
  review?: { answered?: boolean | null };
}

/** What is drawn beside a score. */
export interface Chip {
  key: string;
  anchor: number;
  text: string;
  /** The number alone, for where the text has no room. */
  short: string | null;
  label: string;
  metric: string;
  /** Platform and metric, under which its target is kept. */
  name: string;
  state: string;
  target: string | null;
  /** The target a step higher and lower. */
  up: string | null;
  down: string | null;
  /** What to tell the boss. */
  sentence: string | null;
}

/** What the agent may say of a score, see settings in docs/protocol.md. */
export type ScoreField = "target" | "count" | "base" | "bad" | "per_day";

/** Which of the records shown are done, put off until when, or asked already. */
export interface Standing {
  done: string[];
  snoozed: Record<string, number>;
  asked: string[];
}

/** Where the panel stands. */
export interface Dock {
  side: "left" | "right";
  width: number;
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
  chips: Chip[];
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
  /** What our nodes are called after in this load of the page. */
  names?: string;
  keymap: Keymap;
  words: Record<string, string>;
  settings: Record<string, unknown>;
  paused: boolean;
}

export type View = "queue" | "card" | "help" | "calculator" | "deadlines";

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
  /** The number of the panel's message heard last. */
  heard: number;
  /** The place of the advice that the keys have chosen in the focused card; its message is the one that is copied. */
  advice: number | null;
  /** The scores of the page, as reported, and the key of the one in focus. */
  scores: unknown[];
  score: string | null;
  keymap: Keymap;
  paused: boolean;
  /** Are the marks switched off? */
  hidden: boolean;
  /** What the agent has typed under reviews, for a panel that has just come: key and state. */
  drafts: Record<string, string>;
  /** The page's address without its query. */
  address: string;
  /** ms since 1970 UTC. */
  now: number;
  /** The interface language, so that panel and page speak the same. */
  locale: string;
  /** Grows with every change of the working day. */
  day: number;
  /** Are promised times to be kept? */
  promises: boolean;
  dock: { side: string; most: number };
  /** How replies sound by the settings. */
  replies: { tone: unknown; shop: unknown; script: unknown };
}

export type FromPanel =
  | { kind: "focus"; key: string | null; n: number }
  | { kind: "close" }
  | { kind: "ready"; focused: boolean }
  | { kind: "command"; id: string; n: number }
  | { kind: "view"; view: View; n: number }
  | { kind: "copied"; key: string; advice: string }
  | { kind: "keep"; key: string; field: ScoreField; value: string | null }
  | { kind: "draft"; key: string; text: string; clear: boolean; state: string }
  | { kind: "insert"; key: string; text: string }
  | { kind: "width"; px: number; kept: boolean };
