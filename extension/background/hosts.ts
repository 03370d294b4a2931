// The hosts the manifest names, and whether the browser lets us read them: in Firefox a person may take that back.

import type { Known } from "./settings";

const hostOf = (pattern: string): string | undefined => /^https?:\/\/([^/*]+)\/\*$/.exec(pattern)?.[1];

export async function hostsKnown(): Promise<Known[]> {
  const manifest = chrome.runtime.getManifest();
  const standing = (manifest.content_scripts ?? []).flatMap((script) => script.matches ?? []);
  const asked = async (pattern: string): Promise<Known | null> => {
    const host = hostOf(pattern);
    if (host === undefined) return null;
    return { host, granted: await chrome.permissions.contains({ origins: [pattern] }), optional: !standing.includes(pattern) };
  };
  const patterns = [...standing, ...(manifest.optional_host_permissions ?? [])];
  return (await Promise.all(patterns.map(asked))).filter((known) => known !== null);
}
