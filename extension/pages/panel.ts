/** The panel's bridge in the extension: a port to the content script of the tab that this frame sits in. */
import init, { start_panel } from "../ui/aftersales_radar.js";
import { copy } from "./clipboard";
import type { PanelHost } from "./host";

async function connect(): Promise<chrome.runtime.Port | null> {
  const tab = await chrome.tabs.getCurrent();
  return tab?.id === undefined ? null : chrome.tabs.connect(tab.id, { name: "panel", frameId: 0 });
}

async function start(): Promise<void> {
  // The desk may arrive while the wasm is still loading: nothing is lost, it waits here.
  const waiting: unknown[] = [];
  let receive = (message: unknown): void => void waiting.push(message);
  let lost = false;
  let close = (): void => void (lost = true);
  const port = await connect().catch(() => null);
  port?.onMessage.addListener((message: unknown) => receive(message));
  port?.onDisconnect.addListener(() => close());
  if (port === null) lost = true;
  const host: PanelHost = {
    locale: chrome.i18n.getUILanguage(),
    post: (message) => {
      try {
        port?.postMessage(message);
      } catch {
        close();
      }
    },
    onMessage: (listener) => {
      receive = listener;
      for (const message of waiting.splice(0)) listener(message);
    },
    onClose: (listener) => {
      close = listener;
      if (lost) listener();
    },
    copy,
  };
  await init();
  start_panel(host);
}

void start();
