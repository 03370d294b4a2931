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
