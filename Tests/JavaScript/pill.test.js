// What the pill says, with the words of Templates/languages.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { pillText } from "../../Templates/assets/contacts/hours.js";

const { channels } = JSON.parse(await readFile(new URL("../Vectors/hours.json", import.meta.url), "utf8"));

async function words(language) {
  const file = new URL(`../../Templates/languages/${language}.yaml`, import.meta.url);
  const found = (await readFile(file, "utf8")).matchAll(/^pill-(\w+): "(.*)"$/gm);
  return Object.fromEntries([...found].map(([, key, text]) => [key, text]));
}
const ko = await words("ko");
const zh = await words("zh");
const en = await words("en");

const says = (channel, at, texts, language, timeZone) =>
  pillText(channels[channel], Date.parse(at), texts, { language, timeZone });

describe("the pill", () => {
  it("has all words in all languages", () => {
    const keys = ["check", "closed", "closes", "closing", "holiday", "old", "open", "opens", "yours"];
    for (const texts of [ko, zh, en]) {
      assert.deepEqual(Object.keys(texts).sort(), keys);
      for (const key of ["closes", "opens", "yours"]) assert.match(texts[key], /\{time\}/);
      assert.match(texts.holiday, /\{date\}/);
    }
  });

  it("says until when somebody answers", () => {
    const { state, text } = says("seoul-closed", "2026-11-24T10:00+09:00", ko, "ko", "Asia/Seoul");
    assert.deepEqual([state, text], ["open", "지금 상담 중 · 18:00까지"]);
  });

  it("says nothing about now on hours that were seen long ago", () => {
    const at = (instant, timeZone, sure = "2026-11-23") =>
      pillText({ ...channels["seoul-closed"], sure }, Date.parse(instant), ko, { language: "ko", timeZone });
    for (const instant of ["2026-11-24T10:00+09:00", "2026-11-24T22:00+09:00", "2030-01-01T00:00Z"]) {
      const { state, text } = at(instant, "Asia/Seoul");
      assert.deepEqual([state, text], ["check", ko.old]);
    }
    assert.equal(at("2026-11-23T10:00+09:00", "Asia/Seoul").state, "open");
    assert.equal(at("2026-11-23T23:59+09:00", "Asia/Seoul").state, "closed");
    assert.equal(at("2026-11-24T00:00+09:00", "Asia/Seoul").state, "check");
    // The reader's day decides, as for every other mark: here it is still the day before.
    assert.equal(at("2026-11-24T10:00+09:00", "America/New_York").state, "open");
    // Old at the build, and never old.
    assert.equal(at("2026-11-23T10:00+09:00", "Asia/Seoul", "").state, "check");
    assert.equal(at("2036-11-24T10:00+09:00", "Asia/Seoul", null).state, "open");
  });

  it("gives the reader's time where it differs", () => {
    const { text } = says("seoul-closed", "2026-11-24T10:00+09:00", zh, "zh-Hans", "Asia/Shanghai");
    assert.equal(text, "服务中 · 到 18:00（您当地时间 17:00）");
    assert.equal(
      says("seoul-closed", "2026-11-24T10:00+09:00", en, "en", "Asia/Tokyo").text, "Open now · until 18:00");
  });

  it("tells a reader on another day which day is meant", () => {
    const { text } = says("seoul-closed", "2026-11-24T10:00+09:00", en, "en", "America/New_York");
    assert.equal(text, "Open now · until 18:00 (Tue 04:00 your time)");
  });

  it("does not say the same day twice", () => {
    const at = (zone) => says("seoul-closed", "2026-11-27T18:00+09:00", en, "en", zone).text;
    assert.equal(at("Asia/Shanghai"), "Closed now · opens Mon 09:00 (08:00 your time)");
    assert.equal(at("America/New_York"), "Closed now · opens Mon 09:00 (Sun 19:00 your time)");
  });

  it("warns of the end", () => {
    const { state, text } = says("seoul-closed", "2026-11-24T17:30+09:00", en, "en", "Asia/Seoul");
    assert.deepEqual([state, text], ["closing", "Closes soon · until 18:00"]);
  });

  it("says when it opens: today, this week, later", () => {
    const at = (time) => says("seoul-closed", time, en, "en", "Asia/Seoul").text;
    assert.equal(at("2026-11-24T08:00+09:00"), "Closed now · opens 09:00");
    assert.equal(at("2026-11-27T18:00+09:00"), "Closed now · opens Mon 09:00");
    const once = (texts, language) =>
      says("never-but-once", "2026-11-24T08:00+09:00", texts, language, "Asia/Seoul").text;
    assert.equal(once(en, "en"), "Closed now · opens December 31 09:00");
    assert.equal(once(zh, "zh-Hans"), "当前非服务时间 · 12月31日 09:00 开始");
    const korean = says("seoul-closed", "2026-11-27T18:00+09:00", ko, "ko", "Asia/Seoul").text;
    assert.equal(korean, "지금은 상담 시간이 아님 · 월 09:00부터");
  });

  it("promises nothing on a holiday with unknown hours", () => {
    const noon = says("seoul-unknown", "2026-12-25T12:00+09:00", en, "en", "Asia/Seoul");
    assert.deepEqual([noon.state, noon.text], ["check", "Public holiday: check first"]);
    const eve = says("seoul-unknown", "2026-12-24T20:00+09:00", ko, "ko", "Asia/Seoul");
    assert.deepEqual([eve.state, eve.text], ["closed", "지금은 상담 시간이 아님 · 공휴일에는 운영 여부 확인 필요"]);
  });

  it("knows the holidays that it may count on", () => {
    assert.equal(says("seoul-open", "2026-12-25T12:00+09:00", en, "en", "Asia/Seoul").state, "open");
    assert.equal(says("seoul-closed", "2026-12-25T12:00+09:00", en, "en", "Asia/Seoul").state, "closed");
  });

  it("says no time where nothing changes", () => {
    assert.equal(says("always", "2026-11-24T10:00+09:00", en, "en", "Asia/Seoul").text, "Open now");
    assert.equal(says("never", "2026-11-24T10:00+09:00", en, "en", "Asia/Seoul").text, "Closed now");
  });

  it("names the next holiday in its title", () => {
    const title = (texts, language) =>
      says("seoul-closed", "2026-11-24T10:00+09:00", texts, language, "Asia/Seoul").title;
    assert.match(title(ko, "ko"), /^다음 공휴일: 12월 25일/);
    assert.match(title(zh, "zh-Hans"), /^下一个公休日：12月25日/);
    assert.match(title(en, "en"), /^Next public holiday: .*December 25/);
    assert.equal(says("utc", "2026-11-24T10:00Z", en, "en", "UTC").title, "");
  });
});
