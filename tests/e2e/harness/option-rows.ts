// A row for every setting there is: what sets it on the options page, and where it can be seen afterwards. A setting without a row fails the test.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Driver } from "./driver.ts";
import type { Options } from "./options.ts";

export interface Row {
  readonly name: string;
  /** Paths of the schema; `*` is any name, `-` any place in a list. */
  readonly covers: readonly string[];
  /** Works the control, and waits for what it says to be stored. */
  set(): Promise<unknown>;
  /** Waits for the page to show it. */
  shown(): Promise<unknown>;
  /** What a page is told of it. */
  readonly told?: Readonly<Record<string, unknown>>;
}

interface Schema {
  readonly type: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
}

/** The paths of all values that settings can have, from the schema for policies, which is made from ours. */
export function schemaPaths(): string[] {
  const paths = ({ properties, additionalProperties, items }: Schema, path: string): string[] => {
    if (items) return paths(items, `${path}/-`);
    if (!properties && !additionalProperties) return [path];
    return [...Object.entries(properties ?? {}).flatMap(([name, it]) => paths(it, `${path}/${name}`)), ...(additionalProperties ? paths(additionalProperties, `${path}/*`) : [])];
  };
  return paths(JSON.parse(readFileSync("extension/managed_schema.json", "utf8")), "");
}

const TAUGHT = {
  title: "工单中心", host: "erp.example.com", place: "/list", page: "refunds", record: "tr.line", under: "table.list", width: 4,
  columns: [{ meaning: "reason", at: "#2", head: "客诉大类", line: 1, always: true }, { meaning: "note", at: "p:1of3", lead: "客人" }],
};
/** Of scores the page of a score takes more than the options do; a colleague's file brings it all. */
const SCORE = { target: "0.3", count: 900, base: 12000, bad: 3, rounding: "truncate", per_day: "2.5" };
const RATE = "jd.quality_refund_rate";
export const ELSEWHERE = "mms.pinduoduo.com";
const at = (path: string, name: string): string => `/judgement/own/*/${path}${name}`;

export function rowsOf(holder: { readonly driver: Driver }, own: Options, folder: string): Row[] {
  const { choose, chooseKey, exported, see, stored, shows, type } = own;
  const click = (selector: string): Promise<void> => holder.driver.clickIn("options", selector);
  const text = (selector: string, part: string): Promise<unknown> => see(`${part} in ${selector}`, `document.querySelector(${JSON.stringify(selector)})?.textContent.includes(${JSON.stringify(part)})`);
  const field = (path: string, selector: string, value: string | number, told?: string): Row => ({
    name: path, covers: [`/${path}`], ...(told === undefined ? {} : { told: { [told]: value } }),
    set: () => type(selector, String(value)).then(() => stored(path, value)),
    shown: () => shows(selector, String(value)),
  });
  const choice = (path: string, selector: string, value: string, told?: string, kept: unknown = value): Row => ({
    name: path, covers: [`/${path}`], ...(told === undefined ? {} : { told: { [told]: kept } }),
    set: () => choose(selector, value).then(() => stored(path, kept)),
    shown: () => shows(selector, value),
  });
  const toggle = (path: string, covers: string, selector: string, on: boolean, told?: string): Row => ({
    name: path, covers: [covers], ...(told === undefined ? {} : { told: { [told]: on } }),
    set: () => click(selector).then(() => stored(path, on)),
    shown: () => see(selector, `document.querySelector(${JSON.stringify(selector)}).getAttribute('aria-checked') === '${on}'`),
  });
  /** The day is set by a script: in which order its parts are typed depends on the browser's language. */
  const since = (day: string): Promise<unknown> => holder.driver.extension(`(() => { const it = document.querySelector('#rule-since'); it.value = '${day}'; it.dispatchEvent(new Event('change', { bubbles: true })); })()`);
  const rule = (subject: string, path: string, value: string | number): Row => ({
    name: `a rule: ${subject}`, covers: [at("", path), at("", "since"), at("", "note")],
    set: async () => {
      await choose("#rule-platform", "jd");
      await choose("#rule-subject", subject);
      await (typeof value === "number" ? type("#rule-value", String(value)) : choose("#rule-value", value));
      await since("2026-01-02");
      await type("#rule-note", `by phone ${subject}`);
      await click("#rule-save");
      await stored(`judgement/own/jd/${path.replace("*", subject)}`, value);
      await stored("judgement/own/jd/since", "2026-01-02");
      await stored("judgement/own/jd/note", `by phone ${subject}`);
    },
    shown: () => text("#judgement .rows", "2026-01-02"),
  });
  return [
    {
      name: "a file brings taught pages and what is known of scores",
      covers: [
        ...["title", "host", "place", "page", "record", "under", "width"].map((it) => `/pages/taught/*/${it}`),
        ...["meaning", "at", "head", "lead", "line", "always"].map((it) => `/pages/taught/*/columns/-/${it}`),
        ...Object.keys(SCORE).map((it) => `/targets/scores/*/${it}`),
      ],
      set: async () => {
        const file = join(folder, "colleague.json");
        writeFileSync(file, JSON.stringify({ schema: "aftersales-radar/settings", version: 1, pages: { taught: { p0: TAUGHT } }, targets: { scores: { [RATE]: SCORE } } }));
        await holder.driver.chooseFile("#import-file", file);
        await see("the question", "document.activeElement.id === 'import-take'");
        await click("#import-take");
        await stored("pages/taught/p0/title", TAUGHT.title);
        await see("the focus on the way to another file", "document.activeElement.id === 'import-file'");
      },
      shown: async () => {
        await text(".taught", TAUGHT.title);
        await text("#targets .rows", "900");
        await stored("pages/taught/p0", sorted(TAUGHT));
        const { targets } = (await exported()) as { targets: { scores: object } };
        await stored("targets/scores", sorted({ ...targets.scores, [RATE]: SCORE }));
      },
    },
    choice("look/theme", "#theme", "dark", "theme"),
    choice("look/dock/side", "#dock-side", "left"),
    field("look/dock/width", "#dock-width", 480),
    toggle("sites/platforms/jd", "/sites/platforms/*", "#platform-jd", false),
    toggle(`sites/hosts/${ELSEWHERE}`, "/sites/hosts/*", `[id='host-${ELSEWHERE}']`, false),
    field("judgement/close_hours", "#close-hours", 9, "close_hours"),
    field("judgement/reply_close_hours", "#reply-close-hours", 48, "reply_close_hours"),
    choice("judgement/mark_from", "#mark-from", "at_risk", "mark_from"),
    choice("judgement/bad_stars", "#bad-stars", "3", "bad_stars", 3),
    rule("basis", "basis", "final"),
    rule("change_helps", "change_helps", "yes"),
    rule("review", "deadlines/*", 36),
    {
      name: "a rule: a reason",
      covers: ["class", "counts", "spellings/-", "since", "note"].map((it) => at("reasons/*/", it)),
      set: async () => {
        await choose("#rule-platform", "taobao");
        await choose("#rule-subject", "reason");
        await type("#rule-label", "our case");
        await choose("#rule-value", "yes");
        await choose("#rule-class", "quality");
        await since("2026-02-03");
        await type("#rule-note", "by mail");
        await click("#rule-save");
        await stored("judgement/own/taobao/reasons", { "own.1": { class: "quality", counts: "yes", note: "by mail", since: "2026-02-03", spellings: ["our case"] } });
      },
      shown: async () => {
        for (const part of ["our case", "by mail", "2026-02-03"]) await text("#judgement .rows", part);
      },
    },
    field("replies/shop", "#shop", "xiaoman", "shop"),
    choice("replies/tone", "#tone", "brief", "tone"),
    choice("replies/script", "#script", "hant", "script"),
    toggle("replies/promises", "/replies/promises", "#promises", true, "promises"),
    {
      name: "a text of one's own",
      covers: ["title", "text", "use", "order"].map((it) => `/snippets/own/*/${it}`),
      set: async () => {
        await click("#text-new");
        await see("the form", "document.activeElement.id === 'text-title'");
        await type("#text-title", "parcel");
        await type("#text-text", "We have asked about {{product}}");
        await choose("#text-use", "message");
        await click("#text-save");
        await see("the text in the list", "document.querySelector('#replies .row') !== null");
        const { snippets } = (await exported()) as { snippets: { own: Record<string, object> } };
        await stored(`snippets/own/${Object.keys(snippets.own)[0]}`, { order: 0, text: "We have asked about {{product}}", title: "parcel", use: "message" });
      },
      shown: () => text("#replies .row", "We have asked about {{product}}"),
    },
    {
      name: "keys", covers: ["/keys/chosen/*/-"],
      set: () => chooseKey("refund.next", "Alt+j").then(() => stored("keys/chosen/refund.next", ["j", "]", "Alt+j"])),
      shown: () => text("[data-command='refund.next'] .chosen", "Alt+j"),
    },
    {
      name: "keys of a site", covers: ["/keys/sites/*/*/-"],
      set: async () => {
        await choose("#scope", ELSEWHERE);
        await chooseKey("refund.open", "Control+F8");
        await stored(`keys/sites/${ELSEWHERE}/refund.open`, ["o", "Ctrl+F8"]);
        await choose("#scope", "");
      },
      shown: async () => {
        await choose("#scope", ELSEWHERE);
        await text("[data-command='refund.open'] .chosen", "Ctrl+F8");
        await choose("#scope", "");
      },
    },
    toggle("keys/bare", "/keys/bare", "#bare", false, "bare"),
    {
      name: "a target", covers: ["/targets/scores/*/target"],
      set: async () => {
        await type("#target-value", "4.85");
        await click("#target-save");
        await text("#targets .rows", "4.85");
      },
      shown: () => text("#targets .rows", "4.85"),
    },
    {
      ...choice("look/locale", "#locale", "en", "locale"),
      shown: () => shows("#locale", "en").then(() => see("English", "document.documentElement.lang === 'en' && document.querySelector('#keys h2').textContent === 'Keyboard'")),
    },
  ];
}

/** With the names in the order of a file that we write. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [two]) => (one < two ? -1 : 1)).map(([name, it]) => [name, sorted(it)]));
}
