// A text as it stands in the snapshot.

/** Longer texts are cut: no reader reads them, and the engine's time is everybody's. */
export const TEXT_CAP = 16 * 1024;

// Control characters, quotes, back-slashes, halves of a sign, white space other than a single blank. U+FEFF has no width and is no space to a reader.
// oxlint-disable-next-line no-control-regex
const SPECIAL = /["\\\x00-\x1f\x7f\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff]|  |^ $/;
const SPACES = /[\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** Needs nothing but quotation marks around it. */
export function isPlain(text: string): boolean {
  return text !== "" && text.length <= TEXT_CAP && !SPECIAL.test(text);
}

/** The text as JSON, runs of white space folded to one space; empty for a text that shows nothing. */
export function quote(text: string): string {
  if (isPlain(text)) return `"${text}"`;
  // Cut before anything is counted, and not in the middle of a sign that takes two units.
  const cut = text.length > TEXT_CAP ? text.slice(0, TEXT_CAP).replace(/[\ud800-\udbff]$/, "") : text;
  const folded = cut.replace(SPACES, " ");
  return folded === "" || folded === " " ? "" : JSON.stringify(folded);
}
