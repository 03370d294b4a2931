// Texts on their way into the snapshot.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TEXT_CAP, isPlain, quote } from "../../extension/content/quote";

test("white space is folded, a sign without width stays", () => {
  assert.equal(quote("质量\u3000\n 问题"), '"质量 问题"');
  assert.equal(quote("质\ufeff量"), '"质\ufeff量"');
  assert.equal(quote(" \t\u00a0"), "");
  assert.equal(quote(""), "");
});

test("what JSON escapes is escaped", () => {
  for (const text of ['a"b', "a\\b", "a\u0001b", "😀", "\ud83d"]) assert.equal(JSON.parse(quote(text)), text);
});

test("a long text is cut, never through a sign", () => {
  assert.equal(isPlain("a".repeat(TEXT_CAP)), true);
  assert.equal(JSON.parse(quote("a".repeat(TEXT_CAP + 5))).length, TEXT_CAP);
  const cut = JSON.parse(quote(`${"a".repeat(TEXT_CAP - 1)}😀`));
  assert.equal(cut, "a".repeat(TEXT_CAP - 1));
});
