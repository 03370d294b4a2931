// The report of a tab: this frame's reading and those of frames that read themselves, and what the page side has to say about itself.

import type { Notice, Report } from "./protocol";

export function emptyReport(paused: boolean, notices: Notice[]): Report {
  return { page: "unknown", platform: null, read: 0, total: null, unreadable: 0, unknown_columns: [], records: [], scores: [], notices, paused };
}

/** Adds up reports: the first page that is known names the page. */
export function merged(reports: Report[], notices: Notice[], paused: boolean): Report {
  const known = reports.find((it) => it.page !== "unknown") ?? reports[0];
  if (!known) return emptyReport(paused, notices);
  const totals = reports.map((it) => it.total).filter((it) => it !== null);
  return {
    page: known.page,
    platform: known.platform,
    read: sum(reports.map((it) => it.read)),
    total: totals.length > 0 ? sum(totals) : null,
    unreadable: sum(reports.map((it) => it.unreadable)),
    unknown_columns: [...new Set(reports.flatMap((it) => it.unknown_columns))],
    records: reports.flatMap((it) => it.records),
    scores: reports.flatMap((it) => it.scores),
    notices: [...notices, ...reports.flatMap((it) => it.notices)],
    paused,
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((one, two) => one + two, 0);
}
