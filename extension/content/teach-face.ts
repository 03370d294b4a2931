// What the bar of teaching shows of what the engine sees.

import type { Face } from "./teach-bar";

export interface Column {
  label: string;
  meaning: string | null;
  value: string;
  nodes: number[];
  says: number;
  read: number;
}
export interface Seeing {
  draft: object | null;
  records: number[];
  lists: number[][];
  level: number;
  levels: number;
  columns: Column[];
  column: number | null;
  page: object | null;
  said: string;
  hint: string | null;
  kinds: { page: "refunds" | "reviews"; name: string; chosen: boolean }[];
  fields: { meaning: string; name: string }[];
  error?: string;
}

export interface Where {
  at: number;
  naming: number | null;
  /** How far around what was pointed at the record goes, of how many. */
  level: readonly [number, number];
  /** Why the last attempt to save failed. */
  trouble: string | null;
  /** What the first of some elements says. */
  first: (numbers: number[]) => string;
  say: (key: string, ...args: string[]) => string;
}

const BARE = { value: "", name: "", given: false, count: "", bad: false };

export function faceOf(seeing: Seeing, { at, naming, level, trouble, first, say }: Where): Face {
  const leave = { act: "leave" as const, label: say("page_teach_cancel") };
  const hint = trouble ?? seeing.hint ?? "";
  const none = { kind: "", kinds: [] };
  if (!seeing.draft) {
    const step = say("page_teach_pick_record");
    const short = (list: number[]): string => first(list).replace(/\s+/g, " ").trim().slice(0, 40);
    const lines = seeing.lists.map((list) => ({ ...BARE, label: short(list), name: say("page_teach_records", String(list.length)) }));
    return { ...none, step, hint, lines, at, list: step, keys: say("page_teach_keys_record"), acts: [leave] };
  }
  const nameOf = (meaning: string | null): string => seeing.fields.find((it) => it.meaning === meaning)?.name ?? say("page_teach_none");
  if (naming !== null) {
    const column = seeing.columns[naming];
    const step = say("page_teach_name_it", column?.label ?? "");
    const all: (string | null)[] = [null, ...seeing.fields.map((it) => it.meaning)];
    const lines = all.map((meaning) => ({ ...BARE, label: nameOf(meaning), given: true, name: column?.meaning === meaning ? "✓" : "" }));
    return { ...none, step, hint: "", lines, at, list: step, keys: say("page_teach_keys_name"), acts: [{ act: "return", label: say("page_teach_return") }, leave] };
  }
  const acts: Face["acts"] = [
    { act: "save", label: say("page_teach_save"), primary: true, off: seeing.page === null },
    { act: "back", label: say("page_teach_back") },
    { act: "narrower", label: say("page_teach_narrower"), off: level[0] <= 0 },
    { act: "wider", label: say("page_teach_wider"), off: level[0] + 1 >= level[1] },
    leave,
  ];
  const lines = seeing.columns.map((it) => ({
    label: it.label, value: it.value === it.label ? "" : it.value, name: nameOf(it.meaning), given: it.meaning !== null,
    count: `${it.read}/${seeing.records.length}`, bad: it.read < it.says,
  }));
  const kinds = seeing.kinds.map(({ page, name, chosen }) => ({ act: `kind-${page}` as const, label: name, chosen }));
  return { step: seeing.said, hint, kind: say("page_teach_kind"), kinds, lines, at, list: say("page_teach_columns"), keys: say("page_teach_keys_column"), acts };
}
