// The hosts of the manifest: those that are read from the start, and further ones that a person allows in the options or by teaching a page there.

import { originOf } from "./gate";
import type { Known } from "./settings";

const hostOf = (origin: string): string => origin.slice(origin.indexOf("//") + 2);
const ID = "further-hosts";

type Manifest = Pick<chrome.runtime.ManifestV3, "content_scripts" | "optional_host_permissions">;
export type Permissions = { contains(wanted: { origins: string[] }): Promise<boolean>; getAll(): Promise<{ origins?: string[] | undefined }> };
export type Script = { id: string; matches: string[]; js: string[]; allFrames: boolean; runAt: "document_idle" };
export interface Scripting {
  getRegisteredContentScripts(filter: { ids: string[] }): Promise<readonly unknown[]>;
  registerContentScripts(scripts: Script[]): Promise<void>;
  updateContentScripts(scripts: Script[]): Promise<void>;
  unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
}

const standingOf = (manifest: Manifest): string[] => (manifest.content_scripts ?? []).flatMap((script) => script.matches ?? []);

/** The origins beyond the standing ones that a person has allowed, each a whole host: never a pattern for all of them. */
export async function furtherOrigins(manifest: Manifest, permissions: Permissions): Promise<string[]> {
  const standing = new Set(standingOf(manifest).map(originOf));
  const { origins } = await permissions.getAll();
  return (origins ?? []).map(originOf).filter((it) => it !== null && !standing.has(it)) as string[];
}

/** All hosts, and whether the browser lets us read them: in Firefox a person may take that back. */
export async function hostsKnown(manifest: Manifest, permissions: Permissions): Promise<Known[]> {
  const standing = standingOf(manifest);
  const asked = async (pattern: string): Promise<Known | null> => {
    const origin = originOf(pattern);
    if (origin === null) return null;
    return { host: hostOf(origin), granted: await permissions.contains({ origins: [pattern] }), optional: !standing.includes(pattern) };
  };
  const all = await Promise.all([...standing, ...(manifest.optional_host_permissions ?? [])].map(asked));
  const named = all.filter((known) => known !== null);
  const further = (await furtherOrigins(manifest, permissions)).map(hostOf).filter((host) => named.every((it) => it.host !== host));
  return [...named, ...[...new Set(further)].map((host) => ({ host, granted: true, optional: true }))];
}

/** Lets the content script run on the further hosts that are allowed now, and on no other. The browser keeps this over its restarts. */
export async function registerFurther(manifest: Manifest, permissions: Permissions, scripting: Scripting): Promise<void> {
  const matches = (await furtherOrigins(manifest, permissions)).map((origin) => `${origin}/*`);
  const there = (await scripting.getRegisteredContentScripts({ ids: [ID] })).length > 0;
  if (matches.length === 0) return there ? scripting.unregisterContentScripts({ ids: [ID] }) : undefined;
  const script: Script = { id: ID, matches, js: ["content.js"], allFrames: true, runAt: "document_idle" };
  return there ? scripting.updateContentScripts([script]) : scripting.registerContentScripts([script]);
}
