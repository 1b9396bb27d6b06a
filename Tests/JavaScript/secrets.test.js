// Run with: node --test Tests/JavaScript/
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findSecret } from "../../Templates/assets/contacts/secrets.js";

const vectors = JSON.parse(readFileSync(new URL("../Vectors/secrets.json", import.meta.url), "utf8"));

test("there are enough vectors of both kinds", () => {
  assert.ok(vectors.secrets.length >= 40);
  assert.ok(vectors.innocent.length >= 40);
});

for (const { text, kind, field } of vectors.secrets) {
  test(`a ${kind}${field ? ` in the field ${field}` : ""}: ${text.slice(0, 50)}`, () => {
    const found = findSecret(text, { field });
    assert.equal(found?.kind, kind);
    assert.ok(found.start >= 0 && found.start < found.end && found.end <= text.length);
  });
}

for (const { text, field } of vectors.innocent) {
  test(`innocent${field ? ` in the field ${field}` : ""}: ${text.slice(0, 50)}`, () => {
    assert.equal(findSecret(text, { field }), null);
  });
}

test("the place of the secret is told, so that the page can say which", () => {
  const text = "앱에서 인증번호 482913 을 넣었습니다";
  const { start, end } = findSecret(text);
  assert.equal(text.slice(start, end), "482913");
});

test("long texts are read to their end", { timeout: 300_000 }, () => {
  for (const piece of ["a", "abandon ", "가나 ", "1 ", "密码 ", "code ", "pass word ", "0x", "Z7"]) {
    findSecret(piece.repeat(20000 / piece.length));
  }
});
