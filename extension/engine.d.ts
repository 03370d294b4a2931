// The glue that wasm-bindgen writes for the engine; the build puts it beside background.js. The same file under another query is
// another module, with an instance of its own.
declare module "*/engine/aftersales_radar.js" {
  export default function init(options: { module_or_path: string }): Promise<unknown>;
  export function evaluate(request: string): string;
}
declare module "*/engine/aftersales_radar.js?2" {
  export default function init(options: { module_or_path: string }): Promise<unknown>;
  export function evaluate(request: string): string;
}
declare module "*/engine/aftersales_radar.js?3" {
  export default function init(options: { module_or_path: string }): Promise<unknown>;
  export function evaluate(request: string): string;
}
declare module "*/engine/aftersales_radar.js?4" {
  export default function init(options: { module_or_path: string }): Promise<unknown>;
  export function evaluate(request: string): string;
}
