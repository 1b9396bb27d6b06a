// The search core as the browser loads it, on indexes that the builder made (Tests/Vectors/search-index.json).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { highlight, openSearch } from "../../Templates/assets/search/core.js";
import { placeOf } from "../../Templates/assets/search/store.js";

const files = new Map(Object.entries(JSON.parse(readFileSync(new URL("../Vectors/search-index.json", import.meta.url)))));

const sites = JSON.parse(readFileSync(new URL("../Vectors/search-sites.json", import.meta.url)));

const load = async (path) => {
  if (!files.has(path)) throw new Error(`not there: ${path}`);
  return JSON.parse(files.get(path));
};
const open = (language = "ko") => openSearch({ language, load });
const titles = async (query, language, options) => (await (await open(language)).search(query, options)).results.map(({ title }) => title);

test("finds the title before the keywords and the text", async () => {
  assert.deepEqual(await titles("출금"), ["출금이 늦을 때", "수수료", "OTP를 잃어버렸을 때"]);
});

test("finds the word as it is typed before a synonym of it, however rare that is", async () => {
  const found = await titles("deposit", "en");
  assert.equal(found[0], "Deposit of coins by network");
  assert.ok(found.includes("Top up in won"), found.join());
  assert.equal((await titles("top up", "en"))[0], "Top up in won");
});

test("asks for the synonyms of a query's words alone where they are files", async () => {
  const entry = await load("en/index.json"), asked = [];
  const search = await openSearch({
    language: "en",
    load: async (path) => {
      if (path.endsWith("index.json")) return { ...entry, synonyms: undefined, said: "aaaaaaabbbbbbb" };
      const [, hash, place] = /^en\/s\.([ab]{7})(\w)\.json$/.exec(path) ?? [];
      asked.push(parseInt(place, 32) + (hash[0] === "b" ? 32 : 0));
      return entry.synonyms.map((group) => (Array.isArray(group[0]) ? group : [group, group]))
        .map(([from, to]) => [from.filter((word) => placeOf(word.replace(/ /g, "")) === asked.at(-1)), to]).filter(([from]) => from[0]);
    },
  });
  const { results } = await search.search("top up");
  assert.deepEqual(results.map(({ title }) => title), await titles("top up", "en"));
  assert.ok(results.length > 1);
  assert.deepEqual([...new Set(asked)].sort(), [...new Set(["top", "topup", "up"].map(placeOf))].sort());
  assert.equal(asked.length, new Set(asked).size);
  // A stem may have another second letter.
  assert.equal(placeOf("ties"), placeOf("ty"));
});

test("loads the words of English for a query that has Latin letters", async () => {
  const entry = await load("ko/index.json"), { stop } = entry.rules;
  assert.ok(stop.startsWith("a an the "));
  let asked = 0;
  const search = await openSearch({
    language: "ko",
    load: async (path) => {
      if (path.endsWith("index.json")) return { ...entry, rules: { ...entry.rules, stop: stop.slice(stop.indexOf("얼마")) }, english: "aaaaaaa" };
      assert.equal(path, "ko/r.aaaaaaa.json");
      asked += 1;
      return { stop: stop.slice(0, stop.indexOf(" 얼마")) };
    },
  });
  const found = async (query) => (await search.search(query)).results.map(({ title }) => title);
  assert.deepEqual(await found("출금"), await titles("출금"));
  assert.equal(asked, 0);
  for (const query of ["the 출금", "OTP the"]) assert.deepEqual(await found(query), await titles(query), query);
  assert.equal(asked, 1);
});

test("finds the exact phrase before the same words apart", async () => {
  assert.deepEqual((await titles("deposit waits", "en")).slice(0, 2), ["A network that is slow", "Memos and tags"]);
});

test("finds first the page whose title is typed, whatever else the words say", async () => {
  for (const [language, site] of Object.entries(sites)) {
    for (const { title } of site.documents) assert.equal((await titles(title, language))[0], title);
  }
});

test("links to the section that holds the words, with an excerpt around them", async () => {
  const { results: [first] } = await (await open()).search("코드 등록");
  assert.equal(first.url, "ko/upbit/security/otp/#새-휴대폰");
  assert.equal(first.section, "새 휴대폰");
  assert.match(first.excerpt, /인증 코드를 등록/);
});

test("keeps to a section, a category and a limit", async () => {
  assert.deepEqual(await titles("출금", "ko", { of: "bithumb" }), ["수수료"]);
  assert.deepEqual(await titles("출금", "ko", { category: "fees" }), ["수수료"]);
  const limited = await (await open()).search("출금", { limit: 1 });
  assert.equal(limited.total, 3);
  assert.equal(limited.results.length, 1);
});

test("has another name for sections where the index gives one", async () => {
  const search = await openSearch({
    language: "ko", load: async (path) => ({ ...await load(path), ...path.endsWith("index.json") && { section: "exchange" } }),
  });
  const { results } = await search.search("출금", { exchange: "bithumb" });
  assert.deepEqual(results.map(({ of, exchange }) => [of, exchange]), [["bithumb", "bithumb"]]);
});

test("takes every spelling for the same", async () => {
  for (const query of ["ｏｔｐ", "otp", "OTP를".normalize("NFD"), "ㅐ셰", "이차인증", "이차 인증"]) {
    assert.deepEqual(await titles(query), ["OTP를 잃어버렸을 때"], query);
  }
  for (const query of ["1588-5682", "15885682", "1588 5682", "１５８８－５６８２"]) assert.equal((await titles(query)).length, 1, query);
});

test("understands what is typed instead of the word", async () => {
  for (const query of ["출그", "ㅊㄱ", "cnfrma", "츨금", "출금이 안 돼요"]) assert.equal((await titles(query))[0], "출금이 늦을 때", query);
  for (const query of ["tixian", "ti xian", "tx", "提現", "提币", "提限", "我的提现为什么还没到账"]) {
    assert.equal((await titles(query, "zh"))[0], "提现未到账怎么办", query);
  }
  for (const query of ["withdrawl", "cash out", "withd", "how do I withdraw?"]) {
    assert.equal((await titles(query, "en"))[0], "Why a withdrawal is late", query);
  }
  assert.deepEqual(await titles("white list", "en"), ["Turn on the address whitelist"]);
});

test("finds nothing for courtesy, scattered characters and words of another page", async () => {
  for (const query of ["안녕하세요", "어떻게 해야 하나요", "증권", "출근"]) assert.deepEqual(await titles(query), [], query);
  for (const query of ["怎么办", "现提", "充值"]) assert.deepEqual(await titles(query, "zh"), [], query);
  for (const query of ["form", "how do I", "zzqqxv"]) assert.deepEqual(await titles(query, "en"), [], query);
});

test("takes no word for another that is unlike it, however long it is", async () => {
  for (const query of ["yesterday", "zzzzqqqqqxx"]) assert.deepEqual(await titles(query, "en"), [], query);
});

test("offers the nearest words when nothing is found", async () => {
  const { total, suggestions, missing } = await (await open("en")).search("whitelady zzzz");
  assert.equal(total, 0);
  assert.deepEqual(missing, []);
  assert.ok(suggestions.includes("whitelist"), suggestions.join());
});

test("marks what matched, and the pieces are the text", async () => {
  await (await open()).search("츨금");
  const text = "출금이 늦을 때";
  const marked = highlight(text, "츨금");
  assert.equal(marked.map((piece) => piece.text).join(""), text);
  assert.deepEqual(marked.filter(({ match }) => match).map((piece) => piece.text), ["출금"]);
  assert.deepEqual(highlight(text, "never searched"), [{ text, match: false }]);
});

test("marks at the right place behind characters that fold to several", async () => {
  await (await open("zh")).search("TxID");
  const text = "區塊鏈…查询ＴxID…";
  assert.deepEqual(highlight(text, "TxID").filter(({ match }) => match).map((piece) => piece.text), ["ＴxID"]);
});

const HOSTILE = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf", "\ud800", "\udc00출금", "출금\ud83d", "\u0000", "\u202e출금",
  "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "{{constructor.constructor('x')()}}", "${1}", "%00", "%E0%A4%A", "../../etc/passwd",
  "' OR 1=1 --", "\\", "\\u0000", "[", "(", "*", ".*", "(a+)+$", "^$", "?", "+", "|", "\n\r\t", "\u200b\u200d\ufeff", "👨‍👩‍👧‍👦", "é".repeat(500), "가".repeat(5000), "ㄱ".repeat(5000),
  "a".repeat(100_000), "a b ".repeat(25_000), "提".repeat(100_000), "ananananananananananananananananananx", "1".repeat(1000), "-".repeat(1000), "출금 ".repeat(20_000)];

test("forty hostile queries are answered in every language", { timeout: 600_000 }, async () => {
  assert.ok(HOSTILE.length >= 40);
  for (const language of ["ko", "zh", "en"]) {
    const search = await open(language);
    for (const query of HOSTILE) {
      const { total, results } = await search.search(query);
      assert.ok(Number.isInteger(total) && results.length <= 10, query.slice(0, 40));
      for (const { title } of results) assert.equal(highlight(title, query).map(({ text }) => text).join(""), title);
    }
  }
});

test("words that objects know are words", async () => {
  for (const query of ["__proto__", "constructor"]) assert.deepEqual(await titles(query), ["__proto__ constructor"], query);
});

test("answers no query without words", async () => {
  for (const query of ["", "   ", "!?", undefined, null]) assert.equal((await (await open()).search(query)).total, 0);
});

test("refuses an index of another form", async () => {
  await assert.rejects(openSearch({ language: "ko", load: async () => ({ version: 99 }) }), /version/);
});

/** The same index as a large site would have it: every part a file. */
function apart() {
  const entry = JSON.parse(files.get("ko/index.json"));
  const { parts } = entry;
  delete entry.parts;
  return { entry, parts: new Map(Object.entries(parts)) };
}

test("loads only the files that a query needs", async () => {
  const { entry, parts } = apart();
  const asked = [];
  const search = await openSearch({ language: "ko", load: async (path) => {
    asked.push(path);
    return path === "ko/index.json" ? entry : parts.get(path);
  } });
  assert.equal((await search.search("늦을 출금")).total, 1);
  assert.deepEqual(asked.map((path) => path.split("/")[1][0]), ["i", "t", "d"]);
  // A word alone that few pages have may stand there in another form.
  assert.equal((await search.search("늦을")).total, 1);
  assert.deepEqual(asked.map((path) => path.split("/")[1][0]), ["i", "t", "d", "w"]);
});

test("reads the entry again when a file is gone", async () => {
  const { entry, parts } = apart();
  let entries = 0;
  const search = await openSearch({ language: "ko", load: async (path) => {
    if (path === "ko/index.json") return ++entries === 1 ? { ...entry, terms: [entry.terms[0], "0000000"] } : entry;
    if (!parts.has(path)) throw new Error(`not there: ${path}`);
    return parts.get(path);
  } });
  assert.equal((await search.search("출금")).total, 3);
  assert.equal(entries, 2);
});
