// What the page's modules do without a page: opening the index, recent searches.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { queryOf } from "../../Templates/assets/search/finder.js";
import { forget, recent, remember } from "../../Templates/assets/search/recent.js";

let kept;

beforeEach(() => {
  kept = new Map();
  globalThis.localStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => { kept.set(key, value); },
  };
});

test("keeps the last five searches, the newest first, each once", () => {
  for (const query of ["출금", "提币", "a", "b", "c", "출금", "d"]) remember(query);
  assert.deepEqual(recent(), ["d", "출금", "c", "b", "a"]);
  forget();
  assert.deepEqual(recent(), []);
});

test("does not keep what may be a secret", () => {
  for (const query of [
    "",
    "abandon ability able about above absent absorb abstract absurd abuse access accident",
    "가격 가난 가능 가득 가르침 가뭄 가방 가상 가슴 가운데 가을 가이드",
    "的 一 是 在 不 了 有 和 人 这 中 大",
    "5Kb8kLf9zgWQnogidDA76MzPL6TsZZY36hWXMssSzNydYXYB9KF",
    "0x52908400098527886E0F7030069857D2E4169EE7",
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
    "출금 5Kb8kLf9zgWQnogidDA76MzPL6",
    "가".repeat(60),
  ]) remember(query);
  assert.deepEqual(recent(), []);
});

test("takes nothing for a search that is none", () => {
  for (const value of ["", "{", "null", "1", '"출금"', '{"length":1,"0":"출금"}', '{"__proto__":["출금"]}', "[[]]", "[null,{},1,true]"]) {
    kept.set("searches", value);
    assert.deepEqual(recent(), [], value);
  }
  kept.set("searches", JSON.stringify(["__proto__", 1, "출금"]));
  assert.deepEqual(recent(), ["__proto__", "출금"]);
});

test("does without storage", () => {
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true, get() { throw new Error("denied"); }, set() {},
  });
  remember("출금");
  assert.deepEqual(recent(), []);
  forget();
  Object.defineProperty(globalThis, "localStorage", { configurable: true, writable: true, value: undefined });
  remember("출금");
  assert.deepEqual(recent(), []);
});

test("does without a storage that is full", () => {
  localStorage.setItem = () => { throw new Error("quota"); };
  remember("출금");
  assert.deepEqual(recent(), []);
});

test("cuts what is searched for", () => {
  assert.equal(queryOf("  출금 \n"), "출금");
  assert.equal(queryOf("출".repeat(100_000)).length, 300);
});
