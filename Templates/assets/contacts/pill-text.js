// What a channel's pill says at an instant. No page needed; the words come from the theme's language files.
import { localDate, status } from "./hours.js";

/**
 * @param {object} channel as in hours.js, and `sure`: the last day on which its hours are not old, empty where they were old at
 *   the build
 * @param {Date | number} instant
 * @param {Record<"open" | "closing" | "closed" | "check" | "old" | "until" | "opens" | "yours" | "holiday", string>} words
 *   `until`, `opens` and `yours` hold `{time}`, `holiday` holds `{date}`
 * @param {{ language: string, timeZone: string }} reader
 * @returns {{ state: "open" | "closing" | "closed" | "check", text: string, title: string }}
 */
export function pillText(channel, instant, words, reader) {
  const title = holidayText(channel, instant, words, reader);
  // Nothing is said about now on hours that nobody has looked at for long.
  if (channel.sure < localDate(reader.timeZone, instant)) {
    return { state: "check", text: words.old, title };
  }
  const { state, until, opensAt, isHoliday } = status(channel, instant);
  const unsure = channel.onHolidays === "unknown";
  if (unsure && isHoliday && state !== "closed") return { state: "check", text: words.check, title };
  const change = until ?? opensAt;
  // Nothing is promised for a holiday that nobody knows about.
  if (opensAt !== null && unsure && status(channel, opensAt).isHoliday) {
    return { state, text: `${words[state]} · ${words.check}`, title };
  }
  if (change === null) return { state, text: words[state], title };
  const here = clock(change, instant, reader.language, channel.timeZone);
  const there = clock(change, instant, reader.language, reader.timeZone);
  const next = (until === null ? words.opens : words.until).replace("{time}", here.day + here.time);
  // The same day is not said twice.
  const other = here.day === there.day ? there.time : there.day + there.time;
  const yours = here.time === other ? "" : words.yours.replace("{time}", other);
  return { state, text: `${words[state]} · ${next}${yours}`, title };
}

// 18:00 today, with the day of the week within six days, else with the date.
function clock(change, instant, language, timeZone) {
  const day = (at) => Date.parse(localDate(timeZone, at)) / 86_400_000;
  const ahead = day(change) - day(instant);
  const format = (options) => new Intl.DateTimeFormat(language, { ...options, timeZone }).format(change);
  const time = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (ahead === 0) return { day: "", time };
  // Joined by the caller: put together by Intl, a Korean day of the week stands in brackets.
  return { day: `${format(ahead < 7 ? { weekday: "short" } : { month: "long", day: "numeric" })} `, time };
}

function holidayText({ holidays, timeZone }, instant, words, { language }) {
  const today = localDate(timeZone, instant);
  const next = holidays.filter((date) => date > today).sort()[0];
  if (!next) return "";
  const date = new Intl.DateTimeFormat(language, { month: "long", day: "numeric", weekday: "short", timeZone: "UTC" });
  return words.holiday.replace("{date}", date.format(Date.parse(next)));
}
