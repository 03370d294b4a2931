// A WebDriver session of geckodriver with its BiDi socket: just the commands that the tests need.

import { type ChildProcess, spawn } from "node:child_process";
import { WebSocket } from "ws";

type Waiting = { done: (value: never) => void; failed: (error: Error) => void };

/** A script in a frame that has gone is never answered: what waits for it is to ask again, or to fail. */
const NO_ANSWER_MS = 15_000;
/** All other commands are answered, however heavy the page. */
const HUNG_MS = 120_000;

export class Session {
  private constructor(private readonly driver: ChildProcess, private readonly base: string, private readonly socket: WebSocket) {
    socket.on("message", (data) => this.received(JSON.parse(String(data))));
  }

  private next = 0;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Map<string, (params: never) => void>();

  static async start(capabilities: object): Promise<Session> {
    // Extension pages are privileged contexts: without this flag WebDriver may not open them.
    const flags = ["--allow-system-access", "--port", "0", "--websocket-port", "0"];
    const driver = spawn(process.env["RADAR_GECKODRIVER"] ?? "geckodriver", flags, { stdio: ["ignore", "pipe", "ignore"] });
    process.once("exit", () => driver.kill());
    const port = await new Promise<string>((done, failed) => {
      driver.once("error", failed);
      driver.stdout.on("data", (data) => {
        const found = /Listening on [^\s:]+:(\d+)/.exec(String(data));
        if (found?.[1]) done(found[1]);
      });
    });
    const address = `http://127.0.0.1:${port}/session`;
    const made = await request("POST", address, { capabilities: { alwaysMatch: capabilities } });
    const { sessionId, capabilities: got } = made as { sessionId: string; capabilities: { webSocketUrl: string } };
    const socket = new WebSocket(got.webSocketUrl);
    await new Promise((done, failed) => socket.once("open", done).once("error", failed));
    return new Session(driver, `${address}/${sessionId}`, socket);
  }

  /** A classic WebDriver command. */
  classic(path: string, body: object): Promise<unknown> {
    return request("POST", this.base + path, body);
  }

  /** A BiDi command. */
  send<T>(method: string, params: object): Promise<T> {
    const id = ++this.next;
    return new Promise<T>((done, failed) => {
      const late = setTimeout(() => this.received({ id, type: "error", error: "no answer", message: method }), method.startsWith("script.") ? NO_ANSWER_MS : HUNG_MS);
      const once = <V>(settle: (value: V) => void) => (value: V): void => {
        clearTimeout(late);
        settle(value);
      };
      this.waiting.set(id, { done: once(done), failed: once(failed) });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  on(event: string, listener: (params: never) => void): void {
    this.listeners.set(event, listener);
  }

  /** The value of an expression, promised or not. */
  async evaluate<T>(context: string, expression: string): Promise<T> {
    // JSON carries the value: BiDi's own notation of objects would have to be unfolded.
    const wrapped = `(async () => JSON.stringify({ value: await (${expression}) }))()`;
    const answer = await this.send<{ type: string; result?: { value: string }; exceptionDetails?: { text: string } }>("script.evaluate", {
      expression: wrapped, target: { context }, awaitPromise: true,
    });
    if (answer.type !== "success" || !answer.result) throw new Error(answer.exceptionDetails?.text ?? "no answer");
    return (JSON.parse(answer.result.value) as { value: T }).value;
  }

  async close(): Promise<void> {
    await request("DELETE", this.base).catch(() => undefined);
    this.socket.close();
    this.driver.kill();
  }

  private received(message: { id?: number; type: string; method?: string; params?: never; result?: never; error?: string; message?: string }): void {
    if (message.id === undefined) return this.listeners.get(message.method ?? "")?.(message.params as never);
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.type === "error") waiting?.failed(new Error(`${message.error}: ${message.message}`));
    else waiting?.done(message.result as never);
  }
}

async function request(method: string, address: string, body?: object): Promise<unknown> {
  // geckodriver closes idle connections without saying so: each request has its own.
  const headers = { "content-type": "application/json", connection: "close" };
  const answer = await fetch(address, { method, headers, signal: AbortSignal.timeout(HUNG_MS), ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
