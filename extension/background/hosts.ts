// The hosts of the manifest: those that are read from the start, and further ones that a person allows in the options.

import type { Known } from "./settings";

const hostOf = (pattern: string): string | undefined => /^https?:\/\/([^/*]+)\/\*$/.exec(pattern)?.[1];
const ID = "further-hosts";

type Manifest = Pick<chrome.runtime.ManifestV3, "content_scripts" | "optional_host_permissions">;
export type Permissions = { contains(wanted: { origins: string[] }): Promise<boolean> };
export type Script = { id: string; matches: string[]; js: string[]; allFrames: boolean; runAt: "document_idle" };
export interface Scripting {
  getRegisteredContentScripts(filter: { ids: string[] }): Promise<readonly unknown[]>;
  registerContentScripts(scripts: Script[]): Promise<void>;
  updateContentScripts(scripts: Script[]): Promise<void>;
  unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
}

const standingOf = (manifest: Manifest): string[] => (manifest.content_scripts ?? []).flatMap((script) => script.matches ?? []);

/** All hosts, and whether the browser lets us read them: in Firefox a person may take that back. */
export async function hostsKnown(manifest: Manifest, permissions: Permissions): Promise<Known[]> {
  const standing = standingOf(manifest);
  const asked = async (pattern: string): Promise<Known | null> => {
    const host = hostOf(pattern);
    if (host === undefined) return null;
    return { host, granted: await permissions.contains({ origins: [pattern] }), optional: !standing.includes(pattern) };
  };
  const all = await Promise.all([...standing, ...(manifest.optional_host_permissions ?? [])].map(asked));
  return all.filter((known) => known !== null);
}

/** Lets the content script run on the further hosts that are allowed now, and on no other. The browser keeps this over its restarts. */
export async function registerFurther(manifest: Manifest, permissions: Permissions, scripting: Scripting): Promise<void> {
  const further = (await hostsKnown(manifest, permissions)).filter((known) => known.optional && known.granted);
  const there = (await scripting.getRegisteredContentScripts({ ids: [ID] })).length > 0;
  if (further.length === 0) return there ? scripting.unregisterContentScripts({ ids: [ID] }) : undefined;
  const script: Script = { id: ID, matches: further.map(({ host }) => `https://${host}/*`), js: ["content.js"], allFrames: true, runAt: "document_idle" };
  return there ? scripting.updateContentScripts([script]) : scripting.registerContentScripts([script]);
}
