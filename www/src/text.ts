/** How numbers and times are written on the pages. China keeps one time zone without summer time. */

const pad = (value: number): string => String(value).padStart(2, "0");

/** `2026-11-20 10:30:00`, or with another mark between the parts of the date. */
export function dateText(ms: number, mark: "-" | "/" = "-"): string {
  const at = new Date(ms + 8 * 3_600_000);
  const day = [at.getUTCFullYear(), pad(at.getUTCMonth() + 1), pad(at.getUTCDate())].join(mark);
  return `${day} ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())}`;
}

/** `1,099.00` */
export function money(fen: number): string {
  const yuan = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${yuan}.${pad(fen % 100)}`;
}

/** `1099.00`, as truths and tools write it. */
export const decimal = (fen: number): string => `${Math.floor(fen / 100)}.${pad(fen % 100)}`;

export type CountdownStyle = "short" | "long" | "minutes";

/** `1天20时13分5秒` (short), `1天20小时13分5秒` (long); `minutes` leaves the seconds out where there are days. */
export function countdownText(left: number, style: CountdownStyle): string {
  const total = Math.max(0, Math.floor(left));
  const days = Math.floor(total / 86_400);
  const hours = Math.floor(total / 3600) % 24;
  const minutes = Math.floor(total / 60) % 60;
  const hour = style === "short" ? "时" : "小时";
  const parts = [
    days > 0 ? `${days}天` : "",
    days > 0 || hours > 0 ? `${hours}${hour}` : "",
    `${minutes}分`,
    style === "minutes" && days > 0 ? "" : `${total % 60}秒`,
  ];
  return parts.join("");
}

/** The seconds a reader can read from the text above. */
export const readableSeconds = (left: number, style: CountdownStyle): number =>
  style === "minutes" && left >= 86_400 ? left - (left % 60) : left;
