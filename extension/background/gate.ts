// Who is speaking? Decided by what the browser says about the sender, never by what the message says. A content script's messages count as
// written by the page: its process may be taken over.

export type Tier = { kind: "page"; host: string } | { kind: "ui" };

type Manifest = { content_scripts?: { matches?: string[] | undefined }[] | undefined; optional_host_permissions?: string[] | undefined };
export type Sender = { id?: string; url?: string; tab?: unknown };

/** The origins named in the manifest, as `https://host`; one table for injecting and for listening. */
export function hostsOf(manifest: Manifest): ReadonlySet<string> {
  // A script of ours only runs on a further host where a person has allowed it.
  const patterns = [...(manifest.content_scripts ?? []).flatMap((script) => script.matches ?? []), ...(manifest.optional_host_permissions ?? [])];
  return new Set(patterns.map(originOf).filter((it) => it !== null));
}

/** The origin of a match pattern for one whole host, as `https://host`; null for every other pattern. */
export function originOf(pattern: string): string | null {
  return /^(https?:\/\/[^/*]+)\/\*$/.exec(pattern)?.[1] ?? null;
}

/** `page` for a content script on a named host, `ui` for our own pages, null for everybody else. */
export function tierOf(sender: Sender, ownId: string, ownOrigin: string, hosts: ReadonlySet<string>): Tier | null {
  if (sender.id !== ownId || !sender.url) return null;
  let url: URL;
  try {
    url = new URL(sender.url);
  } catch {
    return null;
  }
  if (url.origin === ownOrigin || sender.url.startsWith(`${ownOrigin}/`)) return { kind: "ui" };
  const named = hosts.has(`${url.protocol}//${url.hostname}`);
  return named && sender.tab ? { kind: "page", host: url.host } : null;
}
