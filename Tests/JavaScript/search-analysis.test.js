// The browser's analysis on the cases that the builder's analysis is tested by.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { analyser, stem, tokens } from "../../Templates/assets/search/text.js";
import { distance } from "../../Templates/assets/search/guesses.js";
import { fromKeys, initialsApart, keys } from "../../Templates/assets/search/hangul.js";

const { rules, stems, texts, variants } = JSON.parse(readFileSync(new URL("../Vectors/search.json", import.meta.url)));
const KINDS = ["", "word", "hangul", "han"];
const GAPS = ["none", "link", "space", "apart"];

test("texts fold and split as in the builder", () => {
  for (const item of texts) {
    const folded = analyser(rules[item.language], item.language === "zh" ? variants : undefined).fold(item.text);
    assert.equal(folded, item.folded);
    assert.deepEqual(tokens(folded).map(({ text, kind, gap }) => `${text}:${KINDS[kind]}:${GAPS[gap]}`), item.tokens);
  }
});

test("Korean words lose their endings", () => {
  const { koreanStem } = analyser(rules.ko);
  for (const [word, expected] of Object.entries(stems)) assert.equal(koreanStem(word), expected);
});

test("English words of one family have one stem", () => {
  for (const family of ["withdraw withdrawal withdrawals withdrawing", "verify verifies verified verifying verification",
    "cancel cancelled cancelling cancellation", "stake stakes staking", "address addresses", "fee fees", "currency currencies"]) {
    assert.equal(new Set(family.split(" ").map(stem)).size, 1, family);
  }
  for (const pair of ["staking talking", "form platform", "ledger leader"]) assert.notEqual(...pair.split(" ").map(stem));
});

test("keys type Korean and Korean is typed by keys", () => {
  for (const [letters, text] of [["cnfrma", "출금"], ["qlalfqjsgh", "비밀번호"], ["dhkTdjdy", "왔어요"]]) {
    assert.equal(fromKeys(letters), text);
    assert.equal(keys(text), letters);
  }
  assert.equal(fromKeys("withdraw"), "");
});

test("consonants that an input method has joined are initials again", () => {
  assert.equal(initialsApart("ㄳㄱㄵ".normalize("NFKC")), "ㄱㅅㄱㄴㅈ".normalize("NFKC"));
});

test("a swap counts as one mistake", () => {
  assert.equal(distance("passwrod", "password", 2), 1);
  assert.equal(distance("ledger", "leader", 2), 2);
  assert.equal(distance("abc", "xyz", 1), Infinity);
  assert.equal(distance("ledger", "leader", 1), Infinity);
});
