/** The Rust pages as wasm-bindgen puts them into the built extension. */
declare module "*/ui/aftersales_radar.js" {
  import type { OptionsHost, PanelHost, PopupHost, WelcomeHost } from "./host";
  export default function init(): Promise<unknown>;
  export function start_options(host: OptionsHost): void;
  export function start_panel(host: PanelHost): void;
  export function start_popup(host: PopupHost): void;
  export function start_welcome(host: WelcomeHost): void;
}
