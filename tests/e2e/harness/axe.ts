// What axe-core objects to.

import assert from "node:assert/strict";
import axe from "axe-core";

export type Run = <T>(expression: string) => Promise<T | null>;

/** The rules that are broken and the places. */
export async function violations(run: Run): Promise<string[]> {
  await run(`(() => { if (typeof window.axe === 'undefined') { ${axe.source}\n } return 1; })()`);
  const found = await run<string[]>(`axe.run(document, { resultTypes: ['violations'], elementRef: false }).then((it) => it.violations.map((one) =>
    one.id + ': ' + one.nodes.map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join('; ')))`);
  assert.ok(found, "axe-core ran");
  return found;
}

/** Role and name of what has the focus, as a screen reader says them: `button 保存`; null where nothing has it. */
export async function stopOf(run: Run): Promise<string | null> {
  await run(`(() => { if (typeof window.axe === 'undefined') { ${axe.source}\n } return 1; })()`);
  return run<string | null>(`(() => {
    const it = document.activeElement;
    if (!it || it === document.body) return null;
    axe.setup(document);
    const said = (axe.commons.aria.getRole(it) ?? 'none') + ' ' + axe.commons.text.accessibleText(it).replace(/\\s+/g, ' ').trim();
    axe.teardown();
    return said;
  })()`);
}
