import type { Platform, Refund } from "../../../www/src/data/record";
import { refundsOf } from "../../../www/src/data/shops";

/** What the pages of the kits show; the truths are made from the same functions. */

export const listOf = (platform: Platform): readonly Refund[] => refundsOf(platform);

/** Some orders hold two after-sales: they share one order number and stand side by side. */
export function sharedOrders(refunds: readonly Refund[]): readonly Refund[] {
  return refunds.map((refund, index) => {
    const before = refunds[index - 1];
    return before && index % 9 === 4 ? { ...refund, order: before.order } : refund;
  });
}

/** Which records of a page show no number at all. */
export const hasNoId = (index: number): boolean => index % 12 === 5;

/** Which amounts of a page are drawn with a private font, so that nobody can read them. */
export const isDrawn = (index: number): boolean => index % 4 === 1;

/** The digits of a text as private-use characters, as a page's own font would draw them. */
export const drawn = (text: string): string => text.replaceAll(/\d/g, (digit) => String.fromCharCode(0xe600 + ((Number(digit) * 7 + 3) % 10)));

const SPICES = ["\u202e", "\u200b", "\u2066", "\ufeff", "\u200f", "\u2069"] as const;

/** Buyer names and notes with direction overrides and invisible characters. */
export function twisted(refunds: readonly Refund[]): readonly Refund[] {
  return refunds.map((refund, index) => {
    const spice = SPICES[index % SPICES.length] ?? "";
    return { ...refund, buyer: `${spice}${refund.buyer}${spice}`, note: refund.note === null ? null : `${refund.note.slice(0, 2)}${spice}${refund.note.slice(2)}` };
  });
}

const MARKUP = [
  "<img src=x onerror=\"document.documentElement.dataset.broken='markup'\">", "<script>document.documentElement.dataset.broken='script'</script>",
  "</td></tr></table><h1>", "{{constructor.constructor('return 1')()}}", "\" onmouseover=\"x", "&lt;b&gt; &amp; &#x202e;",
] as const;

/** Notes that look like markup; shown as text they are harmless. */
export const markedUp = (refunds: readonly Refund[]): readonly Refund[] =>
  refunds.map((refund, index) => ({ ...refund, note: `${refund.note ?? ""}${MARKUP[index % MARKUP.length] ?? ""}` }));

/** One note as long as ten megabytes. */
export const flooded = (refunds: readonly Refund[]): readonly Refund[] =>
  refunds.map((refund, index) => (index === 3 ? { ...refund, note: `${refund.note ?? ""}${"线头很多，".repeat(700_000)}` } : refund));

/** The list over and over with numbers of their own, up to `count` records. */
export function repeated(refunds: readonly Refund[], count: number): readonly Refund[] {
  return Array.from({ length: count }, (_, index) => {
    const refund = refunds[index % refunds.length];
    if (!refund) throw new Error("an empty list cannot be repeated");
    const tail = String(index).padStart(5, "0");
    return { ...refund, order: refund.order.slice(0, -5) + tail, refund: refund.refund.slice(0, -5) + tail };
  });
}
