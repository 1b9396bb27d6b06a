// The recogniser of contacts. `ContactRecogniserTests` runs the same vectors.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { recognise } from "../../Templates/assets/contacts/recognise.js";

const vectors = JSON.parse(readFileSync(new URL("../Vectors/contacts.json", import.meta.url), "utf8"));
const told = (text) => JSON.stringify(recognise(text));

test("there are enough vectors", () => {
  assert.ok(vectors.caught.length >= 150 && vectors.innocent.length >= 80);
});

for (const { why, text, kind, plain } of vectors.caught) {
  test(`caught, ${why}: ${text}`, () => {
    const found = recognise(text).map((value) => `${value.kind} ${value.plain}`);
    assert.ok(found.includes(`${kind} ${plain}`), told(text));
  });
}

for (const text of readFileSync(new URL("../Vectors/technical-texts.txt", import.meta.url), "utf8").trim().split("\n")) {
  test(`technical: ${text}`, () => assert.deepEqual(recognise(text), [], told(text)));
}

for (const { why, text } of vectors.innocent) {
  test(`innocent, ${why}: ${text}`, () => assert.deepEqual(recognise(text), [], told(text)));
}
