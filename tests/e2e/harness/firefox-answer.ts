// Requests of Firefox's pages, answered by BiDi's network interception.

import type { Session } from "./bidi.ts";
import type { Serve, Served } from "./driver.ts";

export interface Blocked {
  readonly isBlocked: boolean;
  readonly request: { readonly request: string; readonly url: string };
}

/** Answers a request that waits: what was served, null where there is nothing for it, undefined where somebody else answers. */
export async function answer(session: Session, { isBlocked, request: { request, url } }: Blocked, serve: Serve | null): Promise<Served | null | undefined> {
  if (!isBlocked) return undefined;
  if (!serve) {
    await session.send("network.continueRequest", { request });
    return undefined;
  }
  const served = serve(new URL(url));
  const headers = Object.entries(served ? { "content-type": served.type, ...served.headers } : {});
  const body = served?.body ?? "";
  await session.send("network.provideResponse", {
    request,
    statusCode: served ? 200 : 404,
    reasonPhrase: served ? "OK" : "Not Found",
    headers: headers.map(([name, value]) => ({ name, value: { type: "string", value } })),
    body: { type: "base64", value: Buffer.from(body).toString("base64") },
    // The page may have been left while its request was waiting.
  }).catch(() => undefined);
  return served;
}
