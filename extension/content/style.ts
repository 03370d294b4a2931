// The look of what we draw into the shop's page. Colours are those of pages/tokens.css; levels differ in shape and words, too.

import type { Level } from "./protocol";

export const MARKED: readonly Level[] = ["counted", "at_risk", "watch"];

/** The rules for highlighted text; `names` are the random names of the highlights, `aims` selectors of what may hold some. */
export function highlightRules(names: Record<string, string>, aims: Record<string, Iterable<string>>): string {
  const rule = (level: string, style: string): string => {
    const selectors = [...(aims[level] ?? [])].map((it) => `${it}::highlight(${names[level]})`);
    return selectors.length > 0 ? `${selectors.join()} { ${style} }` : "";
  };
  return `@media screen {
    ${rule("counted", "background-color: rgba(224, 62, 48, .20); text-decoration: underline 1.5px solid #b3261e; text-underline-offset: 3px;")}
    ${rule("at_risk", "background-color: rgba(245, 158, 11, .22); text-decoration: underline 1.5px dashed #8f4a00; text-underline-offset: 3px;")}
    ${rule("watch", "background-color: rgba(110, 86, 207, .16); text-decoration: underline 1.5px dotted #5a45b8; text-underline-offset: 3px;")}
  }`;
}

// Rules with !important inside a shadow root win over any rule and inline style of the page.
export const LAYER_CSS = `
:host {
  all: initial !important; display: block !important; position: absolute !important; top: 0 !important; left: 0 !important; width: 0 !important;
  height: 0 !important; z-index: 2147483646 !important; pointer-events: none !important;
}
:host { --counted: #b3261e; --at-risk: #8f4a00; --watch: #5a45b8; --ring: #1d56c9; --soft-counted: #fdeeec; --soft-at-risk: #fff3e2; --soft-watch: #f1eefc; }
@media print { .badge, .chip, .ring { display: none; } }
.badge {
  all: initial; position: absolute; left: 0; top: 0; box-sizing: border-box; display: inline-flex; align-items: center; gap: 3px; height: 20px; padding: 0 6px;
  font: 500 12px/18px system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  color: var(--ink); background: var(--soft); border: 1px solid currentColor; border-radius: 4px; white-space: nowrap; cursor: pointer; pointer-events: auto;
  user-select: none; box-shadow: 0 1px 2px rgba(0, 0, 0, .12); will-change: transform;
}
.badge:lang(zh-TW) { font-family: system-ui, -apple-system, "Segoe UI", "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif; }
.badge[hidden] { display: none; }
.badge:hover { filter: brightness(.96); }
.badge:focus-visible { outline: 2px solid var(--ring); outline-offset: 1px; }
/* One sign per level, so that no meaning hangs on colour alone. */
.badge::before { font-size: 8px; line-height: 1; }
.counted::before { content: "■"; }
.at_risk::before { content: "▲"; }
.watch::before { content: "●"; }
.small { width: 16px; height: 16px; padding: 0; gap: 0; justify-content: center; font-size: 0; }
.counted { --ink: var(--counted); --soft: var(--soft-counted); }
.at_risk { --ink: var(--at-risk); --soft: var(--soft-at-risk); border-style: dashed; }
.watch { --ink: var(--watch); --soft: var(--soft-watch); border-radius: 10px; }
/* Done or put off: still there to be opened, but calling nobody. */
.done, .later { --ink: #4a5362; --soft: #f6f7f9; width: 18px; height: 18px; padding: 0; justify-content: center; border-color: #c3cad4; border-radius: 9px; box-shadow: none; font-size: 0; }
.done::before { content: "✓"; font-size: 11px; font-weight: 700; }
.later::before { content: "…"; font-size: 11px; font-weight: 700; line-height: 6px; }
.chip {
  all: initial; position: absolute; left: 0; top: 0; box-sizing: border-box; height: 22px; max-width: 420px; padding: 0 8px; overflow: hidden; text-overflow: ellipsis;
  font: 500 12px/20px system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; font-variant-numeric: tabular-nums;
  color: #1d56c9; background: #eaf1fe; border: 1px solid #a9c2f3; border-radius: 11px; white-space: nowrap; cursor: pointer; pointer-events: auto; user-select: none;
}
.chip:lang(zh-TW) { font-family: system-ui, -apple-system, "Segoe UI", "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif; }
.chip.met { color: #1f6b42; background: #eaf6ef; border-color: #9fd0b4; }
.chip.impossible { color: #8f4a00; background: #fff3e2; border-color: #e0bb85; }
.chip.not_mean, .chip.not_stars, .chip.unreadable { color: #4a5362; background: #f6f7f9; border-color: #c3cad4; }
.chip:hover { filter: brightness(.97); }
.chip:focus-visible, .chip.current { outline: 2px solid var(--ring); outline-offset: 1px; }
.chip.small { width: 18px; height: 18px; padding: 0; border-radius: 9px; text-align: center; line-height: 16px; }
.chip.small::before { content: "★"; font-size: 10px; }
.ring { position: absolute; left: 0; top: 0; box-sizing: border-box; border: 2px solid var(--ring); border-radius: 4px; box-shadow: 0 0 0 2px rgba(255, 255, 255, .75); pointer-events: none; }
.ring[hidden] { display: none; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.wrong, .reminder {
  position: fixed; left: 50%; bottom: 24px; transform: translateX(-50%); box-sizing: border-box; max-width: min(36em, calc(100vw - 32px)); padding: 8px 14px;
  font: 500 14px/20px system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  color: #8f4a00; background: #fff3e2; border: 1px solid #e0bb85; border-radius: 6px; box-shadow: 0 4px 16px rgba(0, 0, 0, .18);
}
.reminder { color: #174a9c; background: #eaf1fd; border-color: #a9c2ec; }
@media print { .wrong, .reminder { display: none; } }
@media (forced-colors: active) { .badge, .chip { forced-color-adjust: auto; border-width: 2px; } .ring { border-color: Highlight; } }
`;

/** The panel's place comes in custom properties, which `all` leaves alone. */
export const PANEL_CSS = `
:host {
  all: initial !important; display: block !important; position: fixed !important; top: var(--top) !important; left: var(--left) !important; right: var(--right) !important;
  width: var(--width) !important; max-width: calc(100vw - 24px) !important; height: var(--height) !important; z-index: 2147483647 !important; overflow: hidden !important;
  color-scheme: light dark !important; border-radius: 8px !important; box-shadow: 0 8px 28px rgba(0, 0, 0, .22), 0 0 0 1px rgba(0, 0, 0, .08) !important;
}
@media print { :host { display: none !important; } }
iframe { all: initial; display: block; width: 100%; height: 100%; border: 0; color-scheme: light dark; background: transparent; }
`;
