// How sure a value is on a day, by the vectors that Tests/ContactsTests/MarkVectorTests.swift reads too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hoursMarkOf, isOld, isSure, markOf, today } from "../../Templates/assets/contacts/marks.js";

const vectors = JSON.parse(readFileSync(new URL("../Vectors/marks.json", import.meta.url), "utf8"));

for (const { name, value, today: day, staleAfterDays, mark, hoursMark } of vectors) {
  test(`${mark}: ${name} (${value.confidence} ${value.verified} on ${day})`, () => {
    assert.equal(markOf(value, day, staleAfterDays), mark);
    if (hoursMark) assert.equal(hoursMarkOf(value, day, staleAfterDays), hoursMark);
  });
}

test("what cannot be read is not trusted", () => {
  for (const value of [{}, { confidence: "certain", verified: "2026" }, { confidence: "__proto__", verified: "2026" }]) {
    assert.equal(markOf(value, "2026-11-21", 365), "unverified");
  }
  for (const verified of [undefined, "", "soon", "2026-11-21", "2026"].slice(0, 3)) {
    assert.equal(markOf({ confidence: "official", verified }, "2026-11-21", 365), "old");
  }
  assert.equal(isOld("2026-11-21", "2026-11-21", NaN), true);
});

test("only official and reported are sure", () => {
  assert.deepEqual(["official", "reported", "old", "unverified", "suspended", "retired"].map(isSure), [true, true, false, false, false, false]);
});

test("the day is the reader's, to its last minute", () => {
  assert.equal(today(new Date(2026, 10, 21, 23, 59, 59)), "2026-11-21");
  assert.equal(today(new Date(2026, 10, 22, 0, 0, 0)), "2026-11-22");
  assert.equal(today(new Date(2027, 0, 1)), "2027-01-01");
});
