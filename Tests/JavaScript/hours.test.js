// The rules of service hours, by the vectors of Tests/Vectors/hours.json.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { addWorkingDays, localDate, status } from "../../Templates/assets/contacts/hours.js";

const file = new URL("../Vectors/hours.json", import.meta.url);
const vectors = JSON.parse(await readFile(file, "utf8"));
const instant = (text) => (text === null ? null : Date.parse(text));

describe("service hours", () => {
  it("has enough vectors", () => {
    assert.ok(vectors.status.length >= 200, `${vectors.status.length}`);
    assert.ok(vectors.workingTime.length >= 30, `${vectors.workingTime.length}`);
  });

  for (const { name, channel, instant: at, expected } of vectors.status) {
    it(name, () => {
      assert.deepEqual(status(vectors.channels[channel], instant(at)), {
        ...expected, until: instant(expected.until), opensAt: instant(expected.opensAt),
      });
    });
  }

  it("takes a Date as well", () => {
    const channel = vectors.channels.always;
    assert.deepEqual(status(channel, new Date(0)), status(channel, 0));
  });

  it("does not need holidays and exceptions", () => {
    const { timeZone, always, spans, onHolidays } = vectors.channels["seoul-closed"];
    assert.equal(status({ timeZone, always, spans, onHolidays }, Date.parse("2026-12-25T12:00+09:00")).state, "open");
  });

  it("throws for a zone that nobody knows", () => {
    assert.throws(() => status({ ...vectors.channels.always, timeZone: "Mars/Olympus" }, 0), RangeError);
  });
});

describe("working time", () => {
  for (const { name, channel, instant: at, days, expected } of vectors.workingTime) {
    it(name, () => assert.equal(addWorkingDays(vectors.channels[channel], instant(at), days), expected));
  }

  it("refuses to count backwards", () => assert.equal(addWorkingDays(vectors.channels.always, 0, -1), null));

  it("tells the local date", () => {
    assert.equal(localDate("Asia/Seoul", Date.parse("2026-12-31T15:00Z")), "2027-01-01");
    assert.equal(localDate("America/New_York", Date.parse("2027-01-01T04:59Z")), "2026-12-31");
  });
});
