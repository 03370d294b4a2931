// The built engine, run by node: what the background would have answered.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FOLDER = join(process.cwd(), "target/extension/chrome/engine");

interface Engine {
  initSync(options: { module: Uint8Array }): unknown;
  evaluate(request: string): string;
}

/** Starts the engine and answers its one function. */
export async function startEngine(): Promise<(request: object) => unknown> {
  const engine = (await import(pathToFileURL(join(FOLDER, "aftersales_radar.js")).href)) as Engine;
  engine.initSync({ module: readFileSync(join(FOLDER, "aftersales_radar_bg.wasm")) });
  return (request) => JSON.parse(engine.evaluate(JSON.stringify(request)));
}
