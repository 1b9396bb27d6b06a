// How sure a value is on the reader's day. No page needed; runs in Node too.
//
// The rules are those of Sources/Contacts/Mark.swift, and Tests/Vectors/marks.json holds both to them: what is retired
// or suspended is so; what is unverified stays so; the rest is old when the latest day that its date can mean lies more
// than `staleAfterDays` days back.

const DAY = 86_400_000;
const SURE = ["official", "reported"];
/** The surer one first. */
const MARKS = [...SURE, "old", "unverified", "suspended", "retired"];

/**
 * @param {{ confidence: string, verified: string, status?: string }} value `verified`: YYYY, YYYY-MM or YYYY-MM-DD
 * @param {string} today YYYY-MM-DD
 * @param {number} staleAfterDays
 * @returns {"official" | "reported" | "old" | "unverified" | "suspended" | "retired"}
 */
export function markOf({ confidence, verified, status = "active" }, today, staleAfterDays) {
  if (status !== "active") return status;
  if (!SURE.includes(confidence)) return "unverified";
  return isOld(verified, today, staleAfterDays) ? "old" : confidence;
}

/** The mark of a channel's hours: they are as sure as the less sure of the two. */
export function hoursMarkOf(channel, today, staleAfterDays) {
  const marks = [markOf(channel, today, staleAfterDays)];
  if (channel.hours?.confidence) marks.push(markOf(channel.hours, today, staleAfterDays));
  return marks.sort((a, b) => MARKS.indexOf(b) - MARKS.indexOf(a))[0];
}

export const isSure = (mark) => SURE.includes(mark);

/** A text that is no date counts as old: nobody can say when it was seen. */
export function isOld(date, today, staleAfterDays) {
  return !((Date.parse(today) - lastDay(date)) / DAY <= staleAfterDays);
}

/** The latest day that a date can mean: the month of "2024-02" ends on the day nought of the next. */
function lastDay(date) {
  const [year, month, day] = String(date).split("-").map(Number);
  return day ? Date.UTC(year, month - 1, day) : Date.UTC(year, month || 12, 0);
}

/** The reader's day. */
export function today(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
