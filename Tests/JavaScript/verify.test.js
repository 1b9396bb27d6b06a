// The judge of the verify page, without a page. `Tests/Vectors/verify-registry.json` has the registry's real values.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { judge, judgeAll } from "../../Templates/assets/contacts/verify.js";
import { decodePunycode } from "../../Templates/assets/contacts/verify/punycode.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../Vectors/${name}`, import.meta.url), "utf8"));
const registry = read("verify-registry.json");
const vectors = read("verify.json");

test("there are vectors of every verdict", () => {
  assert.ok(vectors.length >= 150);
  for (const verdict of ["official", "retired", "look-alike", "unknown"]) {
    assert.ok(vectors.some((vector) => vector.verdict === verdict), verdict);
  }
});

/** Against an answer that never comes; no verdict depends on how fast a machine is. */
const LIMIT = { timeout: 300_000 };

for (const vector of vectors) {
  const label = JSON.stringify(vector.text).slice(0, 80) + (vector.repeat ? ` × ${vector.repeat}` : "");
  test(`${vector.verdict}: ${label}`, LIMIT, () => {
    const result = judge(vector.text.repeat(vector.repeat ?? 1), registry);
    const { verdict, exchange, channel, reason } = result;
    const told = JSON.stringify(result);
    assert.equal(verdict, vector.verdict, told);
    if ("exchange" in vector) assert.equal(exchange, vector.exchange, told);
    if ("channel" in vector) assert.equal(channel, vector.channel, told);
    if ("reason" in vector) assert.equal(reason, vector.reason, told);
    if ("rule" in vector) assert.equal(result.differs?.rule, vector.rule, told);
    assert.equal(verdict === "look-alike", result.differs !== null, told);
  });
}

test("a digit that differs is named", () => {
  assert.deepEqual(judge("1588-5683", registry).differs, { rule: "digit", near: "1588-5682", at: 8, found: "3", wanted: "2" });
});

test("every value of the registry gets the verdict of its state", () => {
  const owners = [...registry.exchanges, ...registry.emergency];
  for (const { id, channels, domains = [] } of owners) {
    for (const { values, status, confidence } of [...channels, ...domains.map((domain) => ({ ...domain, values: { url: domain.host } }))]) {
      for (const value of Object.values(values)) {
        const { verdict, reason } = judge(value, registry);
        if (status === "retired") assert.equal(verdict, "retired", `${id} ${value}`);
        // Handles can belong to two channels, and what stands below an official host is official.
        else if (confidence === "unverified") assert.ok(reason === "unverified" || verdict === "official", `${id} ${value} ${verdict}`);
        else assert.equal(verdict, "official", `${id} ${value}`);
      }
    }
  }
  for (const { kind, value } of registry.fakes) {
    assert.equal(judge(kind === "mail-domain" ? `x@${value}` : value, registry).verdict, "look-alike", value);
  }
});

test("retired numbers, mail addresses, handles and pages are retired", () => {
  const values = { dial: "1577-0000", url: "https://x.com/Acme_Old", address: "old@acme.test", handle: "@Acme_Old" };
  const channels = Object.entries(values).map(([key, value]) => ({ id: key, values: { [key]: value }, status: "retired", confidence: "official" }));
  const acme = { exchanges: [{ id: "acme", name: { en: "Acme" }, "time-zone": "Asia/Seoul", channels }] };
  for (const value of [...Object.values(values), "+82 1577 0000", "@acme_old"]) {
    assert.equal(judge(value, acme).verdict, "retired", value);
  }
});

test("an empty or missing registry knows nothing", () => {
  for (const nothing of [{}, null, undefined, { exchanges: [] }]) assert.equal(judge("upbit.com", nothing).verdict, "unknown");
});

test("texts that are no strings are judged as text", () => {
  for (const value of [null, undefined, 112, {}, []]) assert.ok(judge(value, registry).verdict);
  assert.equal(judge(112, registry).verdict, "official");
});

test("all that a message holds is listed, worst first, each once", () => {
  const found = judgeAll("upbit.com upbit.com 1588-5682, upblt.com", registry);
  assert.deepEqual(found.map(({ text, verdict }) => [text, verdict]), [
    ["upblt.com", "look-alike"], ["upbit.com", "official"], ["1588-5682", "official"],
  ]);
});

test("the samples of RFC 3492 are decoded", () => {
  assert.equal(decodePunycode("ihqwcrb4cv8a8dqg056pqjye"), "他们为什么不说中文");
  assert.equal(decodePunycode("989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c"), "세계의모든사람들이한국어를이해한다면얼마나좋을까");
  assert.equal(decodePunycode("3B-ww4c5e180e575a65lsy2b"), "3年B組金八先生");
  assert.equal(decodePunycode("Bücher"), null);
});

test("random texts never throw", () => {
  let seed = 7;
  const next = (limit) => (seed = (seed * 1103515245 + 12345) % 2147483648) % limit;
  const pieces = ["upbit", ".com", "@", "1588", "-", "5682", " ", "/", ":", "xn--", "업비트", "а", "%", "[.]", "+82", "\\", "?", "。", "\u200b", "ｕ", "😀", "\ud800"];
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join("");
    assert.ok(judge(text, registry).verdict, text);
  }
});
