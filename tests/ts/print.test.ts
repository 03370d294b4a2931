// Which changes inside a refund are worth a question to the engine?
import assert from "node:assert/strict";
import { test } from "node:test";
import { printOf } from "../../extension/content/print";

const row = (id: string, left: string, cls = "row"): string[] => [`["tr","${cls}",0,["td","",0,"${id}"],["td","cd",{"title":"t"},"${left}"]]`];
const same = (one: string[], two: string[]): boolean => printOf(one) === printOf(two);

test("a countdown that ticks changes nothing", () => {
  assert.ok(same(row("4000", "3天4小时05分06秒后自动同意"), row("4000", "3天4小时05分05秒后自动同意")));
  assert.ok(same(row("4000", "6天2时3分30秒"), row("4000", "6天2时3分9秒")));
  assert.ok(same(row("4000", "剩余 00:12:09"), row("4000", "剩余 00:11:58")));
  assert.ok(same(row("4000", "2d 3h"), row("4000", "2d 2h")));
});

test("nor does one whose digits and units are elements of their own", () => {
  const spans = (texts: string[]): string[] => [`["td","",0,${texts.map((it) => `["span","n",0,"${it}"]`).join()}]`];
  assert.ok(same(spans(["05", "分", "09", "秒"]), spans(["05", "分", "08", "秒"])));
  assert.ok(same(spans(["00", ":", "12", ":", "09"]), spans(["00", ":", "12", ":", "08"])));
  assert.ok(!same(spans(["176083", "天猫"]), spans(["176084", "天猫"])), "a number before a word that begins like a unit");
  assert.ok(!same(spans(["05", "件"]), spans(["04", "件"])));
});

test("what ends or says something else does", () => {
  assert.ok(!same(row("4000", "0分1秒后自动同意"), row("4000", "已同意")));
  assert.ok(!same(row("4000", "3天"), row("4000", "3天后售后关闭")));
});

test("another number or amount does: the row was used again for another refund", () => {
  assert.ok(!same(row("4000111122223333", "3天"), row("4000111122223334", "3天")));
  assert.ok(!same(row("4000", "¥12.00"), row("4000", "¥15.00")));
  assert.ok(!same(row("4000", "2026-11-20"), row("4000", "2026-11-21")));
});

test("a class that comes with the pointer changes nothing", () => {
  assert.ok(same(row("4000", "3天", "row"), row("4000", "3天", "row hovered")));
});
