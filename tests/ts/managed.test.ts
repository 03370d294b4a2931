// The schema for policies is in what ships, in the subset that Chromium reads: a wrong one makes it refuse the whole extension.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

type Schema = { type?: string; properties?: Record<string, Schema>; items?: Schema; additionalProperties?: Schema; [more: string]: unknown };
const json = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
const BUILT = "target/extension/chrome";

test("the built manifest names the schema, and it is the one that is made from the settings", () => {
  const { managed_schema: name } = json(`${BUILT}/manifest.json`)["storage"] as { managed_schema: string };
  assert.ok(existsSync(`${BUILT}/${name}`), name);
  assert.deepEqual(json(`${BUILT}/${name}`), json("extension/managed_schema.json"));
});

test("Firefox asks for none, and gets none", () => {
  assert.equal(json("target/extension/firefox/manifest.json")["storage"], undefined);
});

test("every piece is of a type that Chromium's reader of policies knows", () => {
  const look = ({ type, properties, items, additionalProperties, ...more }: Schema, path: string): number => {
    assert.ok(["object", "array", "string", "integer", "boolean"].includes(type ?? ""), `${path}: ${type}`);
    assert.deepEqual(Object.keys(more).filter((it) => !["enum", "minimum", "maximum"].includes(it)), [], path);
    assert.equal(items !== undefined, type === "array", `${path}: a list says of what`);
    const below = [...Object.entries(properties ?? {}), ...(items ? [["-", items] as const] : []), ...(additionalProperties ? [["*", additionalProperties] as const] : [])];
    return below.reduce((sum, [name, it]) => sum + look(it, `${path}/${name}`), 1);
  };
  assert.ok(look(json("extension/managed_schema.json") as Schema, "") > 60);
});
