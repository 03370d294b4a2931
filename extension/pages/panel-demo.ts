/** The panel's bridge in the published demo: the same panel over a message channel, no extension around it. Built into `www/` only. */
import init, { start_panel } from "../ui/aftersales_radar.js";
import { copy } from "./clipboard";
import type { PanelHost } from "./host";

/** The demo page hands the port over once, with the language to show. */
interface Handover {
  kind: "panel-port";
  locale: string;
}

function isHandover(data: unknown): data is Handover {
  return typeof data === "object" && data !== null && (data as Handover).kind === "panel-port" && typeof (data as Handover).locale === "string";
}

function start(port: MessagePort, locale: string): void {
  const host: PanelHost = {
    locale,
    post: (message) => port.postMessage(message),
    // Setting onmessage starts the port; what came before has waited in it.
    onMessage: (listener) => void (port.onmessage = (event) => listener(event.data)),
    onClose: (listener) => port.addEventListener("close", listener),
    copy,
  };
  start_panel(host);
}

const ready = init();
function take(event: MessageEvent): void {
  const port = event.ports[0];
  if (!event.isTrusted || event.origin !== location.origin || event.source !== parent || port === undefined || !isHandover(event.data)) return;
  removeEventListener("message", take);
  const { locale } = event.data;
  void ready.then(() => start(port, locale));
}
addEventListener("message", take);
parent.postMessage({ kind: "panel-ready" }, location.origin);
