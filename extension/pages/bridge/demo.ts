/** The panel's bridge in the published demo: the same panel over a message channel, no extension around it. */
import { copy } from "./clipboard";
import type { PanelHost } from "./host";
import { save } from "./save";
import { Typed } from "./typed";

/** The demo page hands the port over once, with the language to show. */
interface Handover {
  kind: "panel-port";
  locale: string;
}

function isHandover(data: unknown): data is Handover {
  if (typeof data !== "object" || data === null) return false;
  const { kind, locale } = data as Partial<Handover>;
  return kind === "panel-port" && typeof locale === "string";
}

/** Waits for the demo page, which is told by `panel-ready` that somebody listens. */
export function demoHost(): Promise<PanelHost> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent): void => {
      const port = event.ports[0];
      const ours = event.isTrusted && event.origin === location.origin && event.source === parent;
      if (!ours || port === undefined || !isHandover(event.data)) return;
      removeEventListener("message", take);
      resolve(hostOf(port, event.data.locale));
    };
    addEventListener("message", take);
    parent.postMessage({ kind: "panel-ready" }, location.origin);
  });
}

interface Answer {
  kind: "answer";
  id: number;
  text: string | null;
}

const isAnswer = (data: unknown): data is Answer => typeof data === "object" && data !== null && (data as Partial<Answer>).kind === "answer";

function hostOf(port: MessagePort, locale: string): PanelHost {
  const asked = new Map<number, { resolve: (text: string) => void; reject: (error: Error) => void }>();
  let last = 0;
  const typed = new Typed((message) => port.postMessage(message));
  const answered = ({ id, text }: Answer): void => {
    const question = asked.get(id);
    asked.delete(id);
    if (text === null) question?.reject(new Error("no answer"));
    else question?.resolve(text);
  };
  const ask = (kind: "write" | "day", request: string): Promise<string> =>
    new Promise((resolve, reject) => {
      asked.set(++last, { resolve, reject });
      port.postMessage({ kind, id: last, request });
    });
  return {
    locale,
    post: (message) => port.postMessage(message),
    // What came before the listener has waited in the port.
    onMessage: (listener) => {
      port.addEventListener("message", ({ data }) => {
        if (isAnswer(data)) return answered(data);
        if (!typed.takes(data)) listener(data);
      });
      port.start();
    },
    onClose: (listener) => port.addEventListener("close", () => listener()),
    copy,
    // The engine runs in the demo page.
    write: (request) => ask("write", request),
    day: (request) => ask("day", request),
    save,
  };
}
