/** The panel's bridge in the extension: a port to the content script of the tab that this frame sits in. */
import { copy } from "./clipboard";
import type { PanelHost } from "./host";

async function connect(): Promise<chrome.runtime.Port> {
  // Firefox gives a page inside a web page no `tabs`; there the background joins the port to the tab.
  if (!chrome.tabs) return chrome.runtime.connect({ name: "panel" });
  const tab = await chrome.tabs.getCurrent();
  if (tab?.id === undefined) throw new Error("the panel sits in no tab");
  return chrome.tabs.connect(tab.id, { name: "panel", frameId: 0 });
}

/** Connects at once; what arrives before the panel is drawn waits here. */
export async function extensionHost(): Promise<PanelHost> {
  const port = await connect().catch(() => null);
  const waiting: unknown[] = [];
  let lost = port === null;
  let receive = (message: unknown): void => void waiting.push(message);
  let close = (): void => void (lost = true);
  port?.onMessage.addListener((message: unknown) => receive(message));
  port?.onDisconnect.addListener(() => close());
  return {
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
}
