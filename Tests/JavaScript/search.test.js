// The search core as the browser loads it, on a small index of its own.
import assert from "node:assert/strict";
import { test } from "node:test";

import { openSearch } from "../../Templates/assets/search/core.js";

const document = (slug, fields) => ({
  url: `ko/upbit/security/${slug}/`, title: "", exchange: "upbit", exchangeName: "업비트",
  category: "security", categoryName: "보안", summary: "", keywords: [], sections: [],
  updated: "2026-11-20", lang: "ko", ...fields,
});

const index = {
  version: 1,
  language: "ko",
  documents: [
    document("otp", {
      title: "OTP를 잃어버렸을 때",
      sections: [{ id: "새-휴대폰", title: "새 휴대폰", text: "출금은 잠시 막힙니다." }],
    }),
    document("delay", { title: "출금이 늦을 때", summary: "출금 지연의 이유" }),
    document("fee", { title: "수수료", exchange: "bithumb", keywords: ["출금 수수료"] }),
  ],
};

const load = async (path) => {
  if (path !== "ko/index.json") throw new Error(`not there: ${path}`);
  return structuredClone(index);
};

const open = () => openSearch({ language: "ko", load });

test("finds the title before the keywords and the text", async () => {
  const { total, results } = await (await open()).search("출금");
  assert.equal(total, 3);
  assert.deepEqual(results.map((result) => result.title), [
    "출금이 늦을 때", "수수료", "OTP를 잃어버렸을 때",
  ]);
});

test("links to the section that holds the words", async () => {
  const { results } = await (await open()).search("휴대폰");
  assert.equal(decodeURIComponent(results[0].url), "ko/upbit/security/otp/#새-휴대폰");
});

test("keeps to an exchange and to a limit", async () => {
  const search = await open();
  assert.equal((await search.search("출금", { exchange: "bithumb" })).total, 1);
  const limited = await search.search("출금", { limit: 1 });
  assert.equal(limited.total, 3);
  assert.equal(limited.results.length, 1);
});

test("takes full width, case and form D for the same", async () => {
  const search = await open();
  for (const query of ["ｏｔｐ", "otp", "OTP를".normalize("NFD")]) {
    assert.equal((await search.search(query)).total, 1, query);
  }
});

test("answers nothing to nothing and to what is not there", async () => {
  const search = await open();
  for (const query of ["", "   ", "없는말", "__proto__", "\ud800", "가".repeat(100_000)]) {
    assert.equal((await search.search(query)).total, 0);
  }
});

test("says that the index is not there", async () => {
  await assert.rejects(openSearch({ language: "xx", load }).then((search) => search.search("a")));
});
