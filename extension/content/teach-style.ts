// The look of teaching: what is drawn over the page, and the bar. Colours are those of pages/tokens.css.

const LIGHT = `--bg: #ffffff; --surface: #f6f7f9; --line: #e2e5ea; --strong: #8a93a0; --ink: #1b2028; --ink-2: #4a5362; --accent: #1d56c9; --accent-ink: #ffffff;
  --accent-soft: #eaf1fe; --warn: #8f4a00; --warn-soft: #fff3e2; --good: #1f6b42; color-scheme: light;`;
const DARK = `--bg: #17191e; --surface: #1f2228; --line: #343943; --strong: #7b8594; --ink: #e9ebef; --ink-2: #b6bdc8; --accent: #86b0ff; --accent-ink: #0c1930;
  --accent-soft: #1e2b45; --warn: #f7b565; --warn-soft: #38290f; --good: #7fd6a5; color-scheme: dark;`;

/** The rules of the teaching layer; `theme` is the agent's choice. */
export function teachCss(theme: unknown): string {
  const dark = theme === "light" ? "" : theme === "dark" ? `.bar { ${DARK} }` : `@media (prefers-color-scheme: dark) { .bar { ${DARK} } }`;
  return `
:host { all: initial !important; display: block !important; position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; pointer-events: none !important; }
@media print { :host { display: none !important; } }
.shield { position: fixed; inset: 0; pointer-events: auto; cursor: crosshair; touch-action: none; }
.boxes { position: fixed; inset: 0; overflow: hidden; pointer-events: none; }
/* What is drawn on the page stands on the page's own ground, whatever the bar wears: two lines, one of which shows on any. */
.box { position: absolute; left: 0; top: 0; box-sizing: border-box; border-radius: 3px; }
.record { border: 1.5px solid #1d56c9; background: rgba(29, 86, 201, .05); box-shadow: 0 0 0 1px rgba(255, 255, 255, .7); }
.named { background: rgba(31, 107, 66, .16); border-bottom: 2px solid #1f6b42; }
.chosen { border: 2px solid #8f4a00; background: rgba(245, 158, 11, .2); box-shadow: 0 0 0 1px rgba(255, 255, 255, .8); }
.over { border: 2px dashed #1d56c9; background: rgba(29, 86, 201, .1); }
.bar { all: initial; ${LIGHT}
  position: fixed; right: 16px; bottom: 16px; width: 336px; max-width: calc(100vw - 32px); max-height: min(640px, calc(100vh - 32px)); display: flex; flex-direction: column; overflow: hidden;
  box-sizing: border-box; pointer-events: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--bg); color: var(--ink); box-shadow: 0 8px 28px rgba(0, 0, 0, .24);
  font: 14px/1.55 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
.bar.left { right: auto; left: 16px; }
.bar:lang(zh-TW) { font-family: system-ui, -apple-system, "Segoe UI", "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif; }
${dark}
.head { padding: 12px 14px 10px; border-bottom: 1px solid var(--line); }
h2 { margin: 0; font-size: 15px; font-weight: 600; }
.step { margin: 4px 0 0; color: var(--ink-2); }
.hint { margin: 8px 0 0; padding: 6px 8px; border-radius: 4px; background: var(--warn-soft); color: var(--warn); }
.step:empty, .hint:empty, ul:empty, .kind[hidden] { display: none; }
.kind { display: flex; align-items: center; gap: 10px; margin: 8px 0 0; color: var(--ink-2); }
.kinds { display: flex; padding: 1px; border: 1px solid var(--line); border-radius: 7px; background: var(--surface); }
.kinds button { padding: 1px 14px; border-color: transparent; border-radius: 4px; background: none; color: var(--ink-2); }
.kinds button[aria-pressed="true"] { border-color: var(--accent); background: var(--accent-soft); color: var(--accent); font-weight: 600; }
ul { flex: 1 1 auto; min-height: 0; overflow: auto; margin: 0; padding: 6px; list-style: none; outline: none; }
li { display: grid; grid-template-columns: 1fr auto; gap: 0 10px; padding: 5px 8px; border: 1px solid transparent; border-radius: 6px; cursor: pointer; }
li:hover { background: var(--surface); }
li[aria-selected="true"] { background: var(--accent-soft); border-color: var(--accent); }
.label, .value { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.value, .count { color: var(--ink-2); font-size: 12px; }
.name { color: var(--ink-2); text-align: right; white-space: nowrap; }
.name.given { color: var(--good); font-weight: 600; }
.count { text-align: right; font-variant-numeric: tabular-nums; }
.count.bad { color: var(--warn); }
.foot { padding: 10px 14px 12px; border-top: 1px solid var(--line); background: var(--surface); }
.row { display: flex; flex-wrap: wrap; gap: 8px; }
button { all: unset; box-sizing: border-box; padding: 4px 12px; border: 1px solid var(--strong); border-radius: 6px; background: var(--bg); color: var(--ink); font: inherit; line-height: 22px; cursor: pointer; }
button:hover { background: var(--accent-soft); }
button.primary { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); }
button[hidden] { display: none; }
button[aria-disabled="true"] { opacity: .45; cursor: default; }
button:focus-visible, ul:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
ul:focus-visible { outline-offset: -2px; }
.keys { margin: 8px 0 0; color: var(--ink-2); font-size: 12px; }
@media (forced-colors: active) { .record, .chosen, .over { border-color: Highlight; } li[aria-selected="true"] { border-color: Highlight; } }
`;
}
