// The glue that wasm-bindgen writes for the engine; the build puts it beside background.js.
declare module "*/engine/aftersales_radar.js" {
  export default function init(options: { module_or_path: string | URL | Request }): Promise<unknown>;
  export function evaluate(request: string): string;
}
declare module "*/engine/aftersales_radar.js?spare" {
  export default function init(options: { module_or_path: string | URL | Request }): Promise<unknown>;
  export function evaluate(request: string): string;
}
