/** The panel's bridge in the extension: a port to the content script of the tab that this frame sits in. */
import { copy } from "./clipboard";
import type { PanelHost } from "./host";
import { save } from "./save";
import { wear } from "./theme";
import { Typed } from "./typed";

/** Asks the engine in the background for a draft or a look at a text. A worker that was stopped in the middle of a question is asked once more. */
async function write(request: string): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer: unknown = await chrome.runtime.sendMessage({ kind: "evaluate", request });
      if (typeof answer === "string") return answer;
      throw new Error("no answer");
    } catch (error) {
      if (attempt === 1) throw error;
    }
  }
}

async function day(request: string): Promise<string> {
  const answer = (await chrome.runtime.sendMessage(JSON.parse(request))) as { error?: unknown } | null | undefined;
  if (answer === undefined || (answer !== null && typeof answer === "object" && answer.error !== undefined)) throw new Error("no answer");
  return JSON.stringify(answer);
}

async function connect(): Promise<chrome.runtime.Port> {
  const frame = Number(/^#(\d+)$/.exec(location.hash)?.[1] ?? 0);
  // Firefox gives a page inside a web page no `tabs`; there the background joins the port to the tab.
  if (!chrome.tabs) return chrome.runtime.connect({ name: `panel:${frame}` });
  const tab = await chrome.tabs.getCurrent();
  if (tab?.id === undefined) throw new Error("the panel sits in no tab");
  return chrome.tabs.connect(tab.id, { name: "panel", frameId: frame });
}

/** Connects at once; what arrives before the panel is drawn waits here. A port that has brought something is opened again when it ends. */
export async function extensionHost(): Promise<PanelHost> {
  const look = chrome.runtime.sendMessage({ kind: "settings.look" }) as Promise<{ theme?: string } | undefined>;
  look.then((it) => wear(it?.theme ?? "system"), () => undefined);
  const waiting: unknown[] = [];
  let port: chrome.runtime.Port | null = null;
  let lost = false;
  let heard = false;
  let receive = (message: unknown): void => void waiting.push(message);
  let close = (): void => void (lost = true);
  const post = (message: unknown): void => {
    try {
      port?.postMessage(message);
    } catch {
      close();
    }
  };
  const typed = new Typed(post);
  const open = async (): Promise<void> => {
    port = await connect().catch(() => null);
    heard = false;
    port?.onMessage.addListener((message: unknown) => {
      heard = true;
      receive(message);
    });
    // Firefox stops the background that carries the port; a page that is gone brings nothing any more.
    port?.onDisconnect.addListener(() => (heard ? void open() : close()));
    if (!port) close();
  };
  await open();
  return {
    locale: chrome.i18n.getUILanguage(),
    post,
    onMessage: (listener) => {
      receive = (message) => void (typed.takes(message) || listener(message));
      for (const message of waiting.splice(0)) receive(message);
    },
    onClose: (listener) => {
      close = listener;
      if (lost) listener();
    },
    copy,
    write,
    day,
    save,
  };
}
