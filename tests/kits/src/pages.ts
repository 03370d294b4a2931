import type { Platform, Refund } from "../../../www/src/data/record";
import { FIXED_NOW } from "../../../www/src/data/shops";
import { type Truth, type TruthField, truthOf, type TruthRecord } from "../../../www/src/truth";
import { SHAPES } from "../../../www/src/truths";
import { type ScorePage, scorePages } from "./scores/pages";
import { type ReviewPage, reviewPages } from "./reviews/pages";
import { hasNoId, isDrawn, listOf, markedUp, repeated, sharedOrders, twisted } from "./data";

export type Bundle = "fusion" | "antd" | "element" | "plain" | "hostile";
type Kind = "refunds" | "refund_detail" | "unknown";

/** What a test does on the page, and what must be read then. */
export interface Step {
  readonly click: string;
  readonly expect: Kind;
  /** Which records of the truth are in the page after it. */
  readonly from: number;
  readonly to: number;
}

export interface KitPage {
  readonly name: string;
  readonly platform: Platform;
  readonly url: string;
  /** Null: a page without any script, made when it is built. */
  readonly bundle: Bundle | null;
  readonly view: string;
  readonly csp: string | null;
  readonly nonce?: string;
  readonly expect: Kind;
  /** Other answers that are right as well. */
  readonly also?: readonly Kind[];
  readonly notes: string;
  readonly truth: Truth | null;
  readonly steps?: readonly Step[];
}

const STRICT = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self' about:; object-src 'none'; base-uri 'none'";
const NO_SCRIPT = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:";
const TRUSTED = "script-src 'nonce-shop' 'strict-dynamic'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const SANDBOX = "sandbox allow-scripts; default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

const LIST: Readonly<Record<Platform, string>> = {
  taobao: "https://myseller.taobao.com/home.htm/trade-platform/refund-list",
  douyin: "https://fxg.jinritemai.com/ffa/merchant-aftersale-workbench/aftersale/list",
  pinduoduo: "https://mms.pinduoduo.com/aftersales/aftersale_list?msfrom=mms_sidenav",
  jd: "https://shop.jd.com/jdm/trade/after-sale/independent-after-sale/list?tabCode=all",
};

interface Shape {
  readonly hidden?: readonly TruthField[];
  readonly shown?: number | null;
  readonly total?: number | null;
  readonly style?: "short" | "long" | "minutes";
  readonly mark?: "-" | "/";
  readonly unknown?: readonly string[];
  readonly change?: (record: TruthRecord, index: number) => TruthRecord;
}

function truth(platform: Platform, refunds: readonly Refund[], shape: Shape = {}): Truth {
  const usual = SHAPES[platform];
  const made = truthOf(platform, FIXED_NOW, refunds, { style: shape.style ?? usual.style, hidden: shape.hidden ?? usual.hidden ?? [], mark: shape.mark ?? usual.mark ?? "-" },
    shape.shown === undefined ? refunds.length : shape.shown);
  return {
    ...made,
    total: shape.total === undefined ? made.total : shape.total,
    records: made.records.map((record, index) => shape.change?.(record, index) ?? record),
    ...(shape.unknown ? { unknown_columns: shape.unknown } : {}),
  };
}

const page = (name: string, platform: Platform, bundle: Bundle | null, view: string, notes: string, more: Partial<KitPage> = {}): KitPage => ({
  name, platform, bundle, view, notes, url: LIST[platform], csp: null, expect: "refunds", truth: null, ...more,
});
const silent = (name: string, platform: Platform, bundle: Bundle, view: string, notes: string, more: Partial<KitPage> = {}): KitPage =>
  page(name, platform, bundle, view, notes, { expect: "unknown", ...more });

const TAOBAO = listOf("taobao");
const DOUYIN = listOf("douyin");
const PDD = listOf("pinduoduo");
const JD = listOf("jd");
const taobao = truth("taobao", TAOBAO);
const douyin = truth("douyin", DOUYIN);
const FLAT_HIDDEN: readonly TruthField[] = ["paid"];
const nothing = (record: TruthRecord, fields: readonly TruthField[]): TruthRecord => {
  const gone: Record<string, null> = {};
  for (const field of fields) {
    if (field === "applied") gone["applied_text"] = gone["applied_at"] = null;
    else gone[field] = null;
    if (field === "service") gone["service_text"] = null;
  }
  return { ...record, ...gone };
};

const FUSION: readonly KitPage[] = [
  page("taobao-group", "taobao", "fusion", "group", "Fusion group table: one table per record", { truth: taobao }),
  page("taobao-group-select", "taobao", "fusion", "select", "group table with selection: the first body cell has colspan 2", { truth: taobao, csp: STRICT }),
  page("taobao-plain", "taobao", "fusion", "plain", "plain Fusion table, the numbers in columns", { truth: taobao, csp: STRICT }),
  page("taobao-fixed-header", "taobao", "fusion", "fixed", "header and body in two tables", { truth: taobao }),
  page("taobao-lock", "taobao", "fusion", "lock", "locked columns (copies) and expanded rows", { truth: taobao, csp: STRICT }),
  page("taobao-expanded", "taobao", "fusion", "expanded", "expanded rows repeat the reason; they are no records", { truth: taobao }),
  page("taobao-old", "taobao", "plain", "old-taobao", "old list: head and body blocks alternate; it shows no reason, note, shipping or countdown", {
    url: "https://refund2.taobao.com/dispute/adjustSellerList", truth: truth("taobao", TAOBAO, { hidden: ["reason", "note", "shipping", "paid", "countdown"] }) }),
  page("taobao-reordered", "taobao", "fusion", "reordered", "columns in another order", { truth: taobao, csp: STRICT }),
  page("taobao-missing", "taobao", "fusion", "missing", "no column for the buyer's words and the goods' state", { truth: truth("taobao", TAOBAO, { hidden: ["note", "shipping"] }) }),
  page("taobao-extra", "taobao", "fusion", "extra", "a column nobody knows: 客户分层", { truth: truth("taobao", TAOBAO, { unknown: ["客户分层"] }), csp: STRICT }),
  page("taobao-words", "taobao", "fusion", "words", "other header words for the same columns", { truth: taobao }),
  page("taobao-no-id", "taobao", "fusion", "no-id", "some records show neither number nor time", {
    truth: truth("taobao", TAOBAO, { change: (record, index) => (hasNoId(index) ? nothing(record, ["order", "refund", "applied"]) : record) }), csp: STRICT }),
  page("taobao-drawn", "taobao", "fusion", "drawn", "some amounts in private-use digits: unreadable, never a number", {
    truth: truth("taobao", TAOBAO, { change: (record, index) => (isDrawn(index) && record.amount !== null ? { ...record, amount: null, unreadable: ["amount"] } : record) }) }),
  page("taobao-two", "taobao", "fusion", "two", "orders above, refunds below", { truth: taobao, csp: STRICT }),
  page("taobao-frame", "taobao", "fusion", "frame", "the list stands in a same-origin frame", { truth: taobao, csp: STRICT }),
  page("taobao-shadow", "taobao", "fusion", "shadow", "the list stands in an open shadow root", { truth: taobao }),
  page("taobao-deep-shadow", "taobao", "fusion", "deep-shadow", "three open shadow roots inside each other", { truth: taobao, csp: STRICT }),
  page("taobao-routes", "taobao", "fusion", "routes", "orders first; history.pushState leads to the refunds and back", {
    url: "https://myseller.taobao.com/home.htm/trade-platform/tp/sold", expect: "unknown", truth: { ...taobao, shown: 0, total: null }, csp: STRICT,
    steps: [{ click: "#go-refunds", expect: "refunds", from: 0, to: TAOBAO.length }, { click: "#go-orders", expect: "unknown", from: 0, to: 0 },
      { click: "#go-refunds", expect: "refunds", from: 0, to: TAOBAO.length }] }),
  page("taobao-restless", "taobao", "fusion", "restless", "all nodes are made anew every second, with the same data", { truth: taobao }),
  page("taobao-late", "taobao", "fusion", "late", "a skeleton first, the list after 1.2 s", { truth: taobao, csp: STRICT }),
  silent("taobao-skeleton", "taobao", "fusion", "skeleton", "a skeleton that never fills", { also: ["refunds"] }),
  silent("taobao-empty", "taobao", "fusion", "empty", "暂无数据", { also: ["refunds"], truth: truth("taobao", []), csp: STRICT }),
];

const ANTD: readonly KitPage[] = [
  page("douyin-pairs", "douyin", "antd", "pairs", "pair rows, sticky header in its own table, some orders with two after-sales", { truth: truth("douyin", sharedOrders(DOUYIN)), csp: STRICT }),
  page("douyin-labelled", "douyin", "antd", "labelled", "the reason cell prints labels before each value", { truth: douyin }),
  page("douyin-tbodies", "douyin", "antd", "tbodies", "two table bodies, the second without a header of its own", {
    truth: truth("douyin", [...DOUYIN].sort((a, b) => soonRank(a) - soonRank(b))), csp: STRICT }),
  page("douyin-virtual", "douyin", "antd", "virtual", "virtual rows: divs that come and go while scrolling", { truth: truth("douyin", DOUYIN, { hidden: FLAT_HIDDEN, shown: null }) }),
  page("douyin-fixed", "douyin", "antd", "fixed", "fixed columns, selection, cut texts with the whole in title", { truth: truth("douyin", DOUYIN, { hidden: FLAT_HIDDEN }), csp: STRICT }),
  page("douyin-scroll", "douyin", "antd", "scroll", "another class prefix; header and body in two tables, a measure row", { truth: truth("douyin", DOUYIN, { hidden: FLAT_HIDDEN }) }),
  page("douyin-typography", "douyin", "antd", "typography", "antd shortens the text node; the whole note is in aria-label", { truth: truth("douyin", DOUYIN, { hidden: FLAT_HIDDEN }), csp: STRICT }),
  page("douyin-mortise", "douyin", "plain", "mortise", "older grid of divs", {
    url: "https://fxg.jinritemai.com/ffa/maftersale/aftersale/list", truth: truth("douyin", DOUYIN, { hidden: ["paid", "shipping"], style: "long" }) }),
  silent("douyin-empty", "douyin", "antd", "empty", "no data", { also: ["refunds"], truth: truth("douyin", []), csp: STRICT }),
];

function soonRank(refund: Refund): number {
  return refund.countdown !== null && refund.countdown < 12 * 3600 ? 0 : 1;
}

const CARDS: readonly KitPage[] = [
  page("pdd-cards", "pinduoduo", "plain", "cards", "cards, ten a page; old cards stay for 0.7 s while paging", {
    truth: truth("pinduoduo", PDD, { shown: 10 }), csp: STRICT, steps: [{ click: '[data-testid="beast-core-pagination-next"]', expect: "refunds", from: 10, to: 20 }] }),
  page("pdd-cards-ids", "pinduoduo", "plain", "cards-ids", "cards whose bar shows the after-sales number too", { truth: truth("pinduoduo", PDD, { hidden: [] }) }),
  page("pdd-cards-drawn", "pinduoduo", "plain", "cards-drawn", "some refund amounts in private-use digits", {
    truth: truth("pinduoduo", PDD, { change: (record, index) => (isDrawn(index) && record.amount !== null ? { ...record, amount: null, unreadable: ["amount"] } : record) }), csp: STRICT }),
  page("pdd-beast", "pinduoduo", "plain", "beast", "Beast table with test ids", { truth: truth("pinduoduo", PDD, { hidden: ["paid"], style: "long" }), csp: STRICT }),
  page("pdd-beast-split", "pinduoduo", "plain", "beast-split", "Beast table, header in its own table", { truth: truth("pinduoduo", PDD, { hidden: ["paid"], style: "long" }) }),
  page("jd-cards", "jd", "plain", "jd-cards", "cards with prop attributes and label/value pairs", { truth: truth("jd", JD), csp: STRICT }),
  page("jd-table", "jd", "element", "table", "Element Plus table, prefix jd", { truth: truth("jd", JD) }),
  page("jd-height", "jd", "element", "height", "the same with a fixed height", { truth: truth("jd", JD), csp: STRICT }),
  page("jd-pinned", "jd", "element", "pinned", "prefix el; a column pinned left stands first in the DOM; selection and expanded rows", { truth: truth("jd", JD) }),
  page("jd-tooltip", "jd", "element", "tooltip", "cut texts with tooltips", { truth: truth("jd", JD), csp: STRICT }),
  page("jd-virtual", "jd", "element", "virtual", "table v2: divs with roles, body before header, three panes", { truth: truth("jd", JD, { shown: null }) }),
];

const DETAILS: Readonly<Record<Platform, string>> = {
  taobao: "https://myseller.taobao.com/home.htm/trade-platform/refund-list/detail?disputeId=1&type=3",
  douyin: "https://fxg.jinritemai.com/ffa/maftersale/aftersale/detail-v2?aftersale_id=1",
  pinduoduo: "https://mms.pinduoduo.com/aftersales-ssr/detail?id=1",
  jd: "https://shop.jd.com/jdm/trade/after-sale/independent-after-sale/detail?afsServiceId=1",
};

const OTHERS: readonly KitPage[] = [
  ...(Object.keys(DETAILS) as Platform[]).map((platform, index) => page(`${platform}-detail`, platform, "plain", `detail-${platform}`, "one refund as label and value pairs", {
    url: DETAILS[platform], expect: "refund_detail", csp: index % 2 === 0 ? STRICT : null,
    truth: { ...truth(platform, listOf(platform).slice(0, 1), { hidden: [], style: "short", mark: "-" }), page: "refund_detail", total: null } })),
  silent("taobao-orders", "taobao", "plain", "orders-taobao", "sold orders, nothing asked back", { url: "https://myseller.taobao.com/home.htm/trade-platform/tp/sold", csp: STRICT }),
  silent("douyin-orders", "douyin", "plain", "orders-douyin", "orders", { url: "https://fxg.jinritemai.com/ffa/morder/order/list" }),
  silent("jd-orders", "jd", "plain", "orders-jd", "orders", { url: "https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders", csp: STRICT }),
  silent("pdd-goods", "pinduoduo", "plain", "goods", "goods with long numbers and amounts", { url: "https://mms.pinduoduo.com/goods/goods_list" }),
  silent("taobao-login", "taobao", "plain", "login", "logged out under the list's address; its words name refunds", { csp: STRICT }),
];

const hostile = (name: string, view: string, notes: string, more: Partial<KitPage> = {}): KitPage =>
  page(`hostile-${name}`, "taobao", "hostile", view, notes, { truth: truth("taobao", TAOBAO, { hidden: ["paid"] }), ...more });
const changed = (refunds: readonly Refund[], change?: Shape["change"]): Truth => truth("taobao", refunds, { hidden: ["paid"], ...(change ? { change } : {}) });

const HOSTILE: readonly KitPage[] = [
  hostile("clobber-form", "clobber-form", "the list stands in a form whose inputs are named attributes, parentNode, children …", { csp: STRICT }),
  hostile("clobber-document", "clobber-document", "images and forms named body, querySelector, createElement …"),
  hostile("storm", "storm", "changes in every frame, inside and outside the list", { csp: STRICT }),
  hostile("remover", "remover", "takes every foreign child out of body and html every 10 ms; counts in html[data-removed]"),
  hostile("fake-keys", "fake-keys", "dispatches keys and clicks by script; nothing may react", { csp: STRICT }),
  hostile("reconciler", "reconciler", "throws and empties the list on a foreign node in it; html[data-broken] must stay absent"),
  hostile("overlay", "overlay", "a transparent cover over everything"),
  hostile("faded", "faded", "the page's root is all but transparent: our buttons must not act"),
  hostile("blank-frame", "blank-frame", "the list stands in an about:blank frame that the page wrote"),
  hostile("many", "many", "5,000 rows", { truth: changed(repeated(TAOBAO, 5000)) }),
  hostile("flood", "flood", "one note of ten megabytes (truth gives its start)", {
    truth: changed(TAOBAO, (record, index) => (index === 3 ? { ...record, starts: ["note"] } : record)) }),
  hostile("twisted", "twisted", "direction overrides and invisible characters in names and notes; compare notes without them", { truth: changed(twisted(TAOBAO)), csp: STRICT }),
  hostile("markup", "markup", "notes that look like markup; html[data-broken] must stay absent", { truth: changed(markedUp(TAOBAO)) }),
  hostile("rtl", "rtl", "the whole page from right to left", { csp: STRICT }),
  hostile("zoom", "huge", "zoomed to 200 %"),
  hostile("trusted-types", "table", "Trusted Types, strict-dynamic", { csp: TRUSTED, nonce: "shop" }),
  hostile("sandbox", "table", "CSP sandbox: the page has an opaque origin", { csp: SANDBOX }),
  hostile("print", "table", "for the print view: our marks are not printed", { csp: STRICT }),
  page("hostile-no-script", "taobao", null, "static", "no script at all may run", { truth: truth("taobao", TAOBAO, { hidden: ["paid"] }), csp: NO_SCRIPT }),
];

export const PAGES: readonly (KitPage | ScorePage | ReviewPage)[] = [...FUSION, ...ANTD, ...CARDS, ...OTHERS, ...HOSTILE, ...scorePages(STRICT), ...reviewPages(STRICT)];
