// What the built manifests say to the browsers about keys: a browser offers four of an extension's commands a key of their own, and no more.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const MOST = 4;

for (const browser of ["chrome", "firefox"]) {
  test(`${browser} is asked for at most four commands of its own, each with a title`, () => {
    const manifest = JSON.parse(readFileSync(join(process.cwd(), "target/extension", browser, "manifest.json"), "utf8")) as { manifest_version: number; commands?: Readonly<Record<string, { description?: string }>> };
    assert.equal(manifest.manifest_version, 3, "this is a manifest");
    const commands = Object.entries(manifest.commands ?? {});
    assert.ok(commands.length <= MOST, `${commands.length} commands: ${commands.map(([name]) => name).join(" ")}`);
    for (const [name, { description }] of commands) if (!name.startsWith("_execute_")) assert.match(description ?? "", /^__MSG_\w+__$/, name);
  });
}
