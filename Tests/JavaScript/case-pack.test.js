// The message of the case pack, in the words of three languages as the pages hand them over.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { compose, mailLink, subject } from "../../Templates/assets/contacts/case-pack.js";
import { FIELDS } from "../../Templates/assets/contacts/outline.js";
import { findSecret } from "../../Templates/assets/contacts/secrets.js";

/** The `pack-…` and `zone-…` words of a language file: flat YAML with quoted values. */
function labels(language) {
  const file = readFileSync(new URL(`../../Templates/languages/${language}.yaml`, import.meta.url), "utf8");
  return Object.fromEntries(
    [...file.matchAll(/^(?:pack-)?([a-z-]+): ("(?:[^"\\]|\\.)*")$/gm)].map(([, key, value]) => [key, JSON.parse(value)]));
}

const words = { ko: labels("ko"), zh: labels("zh"), en: labels("en") };
const full = {
  problem: "withdrawal", summary: "USDT did not arrive", when: "2026-11-20 14:05", zone: "zone-asia-seoul",
  steps: "Opened the app\nSent 100 USDT", account: "UID 204181", asset: "USDT", network: "Tron", pair: "USDT/KRW",
  amount: "100", address: "T" + "x".repeat(33), txid: "f".repeat(64), order: "2026112000153", device: "iPhone 15, 6.2.0",
  tried: "Waited two days", attachments: ["history", "explorer"],
};

for (const [language, text] of Object.entries(words)) {
  test(`${language}: everything is there, in order`, () => {
    const message = compose(full, text);
    const places = ["field-problem", ...FIELDS.map((name) => `field-${name}`), "field-attachments", "field-asked"]
      .map((key) => message.indexOf(`\n${text[key]}${text.colon.trimEnd()}`));
    assert.ok(places.every((place) => place > 0), `${places}`);
    assert.deepEqual(places, places.toSorted?.((a, b) => a - b) ?? [...places].sort((a, b) => a - b));
    assert.ok(message.startsWith(text.opening));
    assert.ok(message.endsWith(`${text.closing}\n`));
    for (const name of FIELDS.filter((name) => name !== "steps")) assert.ok(message.includes(full[name]), name);
    assert.ok(message.includes(text["zone-asia-seoul"]));
    assert.ok(message.includes(`- ${text["evidence-history"]}\n- ${text["evidence-explorer"]}`));
    assert.ok(!message.includes("undefined"));
  });

  test(`${language}: our own words are no secret`, () => {
    for (const [key, value] of Object.entries(text)) assert.equal(findSecret(value), null, key);
    assert.equal(findSecret(compose({ ...full, txid: "" }, text)), null);
  });
}

test("what is empty is left out", () => {
  const message = compose({ problem: "login", when: "  ", zone: "zone-utc", tried: "\n", attachments: [] }, words.en);
  const { opening, closing, colon } = words.en;
  assert.equal(message, [
    opening, `${words.en["field-problem"]}${colon}${words.en["problem-login"]}`,
    `${words.en["field-asked"]}${colon}${words.en["ask-login"]}`, closing,
  ].join("\n\n") + "\n");
});

test("steps of several lines are numbered, unless they are", () => {
  assert.match(compose(full, words.en), /:\n1\. Opened the app\n2\. Sent 100 USDT\n/);
  const own = compose({ steps: "1) Opened\n2) Sent" }, words.en);
  assert.match(own, /:\n1\) Opened\n2\) Sent\n/);
  assert.match(compose({ steps: "Opened" }, words.en), /: Opened\n/);
});

test("a time without a zone stands alone", () => {
  assert.match(compose({ when: "yesterday" }, words.en), /: yesterday\n/);
});

test("a mail has the problem as its subject, and the text where the link can hold it", () => {
  assert.ok(subject(full, words.ko).endsWith(words.ko["problem-withdrawal"]));
  const short = mailLink("mailto:desk@example.com", full, words.en, "a\nb&c");
  assert.match(short, /^mailto:desk@example\.com\?subject=[^&]+&body=a%0D%0Ab%26c$/);
  assert.ok(!mailLink("mailto:desk@example.com", full, words.ko, "가".repeat(1000)).includes("&body="));
});
