// Whether somebody answers now, when that changes, and what a pill says of it. No page needed; runs in Node too.
//
// Tests/Vectors/hours.json holds the cases. The rules: a
// span belongs to the local day on which it begins; a holiday (with "closed") and an exception replace the spans of
// their day, and an exception wins; spans that touch are one stretch; a local time that a clock change leaves out
// moves forward by the length of the gap, one that occurs twice is the first.
//
// A channel: { timeZone, always, spans: [{ days: [1..7], start, end }], onHolidays: "closed" | "open" | "unknown",
// holidays: ["YYYY-MM-DD"], exceptions: { "YYYY-MM-DD": [{ start, end }] } }. Days are counted from Monday; start and
// end are minutes after midnight, past 1440 when the span runs over the next one.

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const HORIZON_DAYS = 400;
const CLOSING = 30 * MINUTE;

/**
 * @param {object} channel
 * @param {Date | number} instant
 * @returns {{ state: "open" | "closing" | "closed", until: number | null, opensAt: number | null,
 *   isHoliday: boolean }} `until`: the end of the open stretch, `opensAt`: the next opening, both in milliseconds and
 *   null when there is none within 400 days. `isHoliday`: the status rests on a public holiday for which no exception
 *   is given; where `onHolidays` is "unknown" the weekly hours stand in, and the page must say so.
 * @throws {RangeError} when the browser does not know the time zone
 */
export function status(channel, instant) {
  const now = Number(instant);
  const today = localDay(channel.timeZone, now);
  const limit = now + HORIZON_DAYS * DAY;
  const found = near(channel, now, today, 8) ?? near(channel, now, today, HORIZON_DAYS + 1);
  const until = found?.start <= now ? found.end : null;
  const state = until === null ? "closed" : until - now <= CLOSING ? "closing" : "open";
  const opensAt = found?.start > now ? found.start : null;
  return {
    state,
    until: until !== null && until <= limit ? until : null,
    opensAt: opensAt !== null && opensAt <= limit ? opensAt : null,
    isHoliday: isUnsettled(channel, today)
      || intervals(channel, today - 1).some((one) => isRunning(one, now) && isUnsettled(channel, one.day)),
  };
}

/**
 * The local date on which a number of working days after an instant is complete, or null when that takes more than 400
 * days. A working day is one on which hours begin; a holiday with unknown hours does not count. The day of the request
 * is day nought; nought days end on the first working day from then on.
 * @param {object} channel
 * @param {Date | number} instant
 * @param {number} days
 * @returns {string | null} YYYY-MM-DD
 */
export function addWorkingDays(channel, instant, days) {
  if (days < 0) return null;
  const today = localDay(channel.timeZone, Number(instant));
  let left = Math.max(days, 1);
  for (let ahead = days === 0 ? 0 : 1; ahead <= HORIZON_DAYS; ahead += 1) {
    if (isWorkingDay(channel, today + ahead)) left -= 1;
    if (left === 0) return dateText(today + ahead);
  }
  return null;
}

/**
 * The local date of an instant, YYYY-MM-DD.
 * @param {string} timeZone
 * @param {Date | number} instant
 */
export function localDate(timeZone, instant) {
  return dateText(localDay(timeZone, Number(instant)));
}

// The stretch that is running or comes next, from the days up to `days` ahead; null when it may go on behind them, or
// when there is none and more days are to be asked.
function near(channel, now, today, days) {
  if (neverCloses(channel)) return { start: -Infinity, end: Infinity };
  const all = [];
  // A span ends at the latest on the day after its own, so that yesterday's may be running.
  for (let day = today - 1; day <= today + days; day += 1) all.push(...intervals(channel, day));
  // Sorted as a whole: a clock change at midnight can move a late start behind the next day's first.
  all.sort((a, b) => a.start - b.start);
  let stretch = null;
  for (const { start, end } of all) {
    if (stretch && start > stretch.end) {
      if (stretch.end > now) break;
      stretch = null;
    }
    stretch = { start: stretch?.start ?? start, end: Math.max(stretch?.end ?? end, end) };
  }
  if (!stretch || stretch.end <= now) return null;
  return days > HORIZON_DAYS || stretch.end < now + (days - 1) * DAY ? stretch : null;
}

function intervals(channel, day) {
  return spansOn(channel, day)
    .map(({ start, end }) => ({
      start: instantOf(channel.timeZone, day * DAY + start * MINUTE),
      end: instantOf(channel.timeZone, day * DAY + end * MINUTE),
      day,
    }))
    // A clock change can swallow a whole span.
    .filter(({ start, end }) => start < end);
}

// Known without looking through 400 days, which a phone would feel.
function neverCloses({ always, onHolidays, exceptions = {} }) {
  return always && onHolidays !== "closed" && Object.keys(exceptions).length === 0;
}

const isRunning = ({ start, end }, now) => start <= now && now < end;

function spansOn(channel, day) {
  const date = dateText(day);
  const exception = channel.exceptions?.[date];
  if (exception) return exception;
  if (channel.onHolidays === "closed" && isHoliday(channel, date)) return [];
  if (channel.always) return [{ start: 0, end: 1440 }];
  return channel.spans.filter(({ days }) => days.includes(weekday(day)));
}

function isWorkingDay(channel, day) {
  if (channel.onHolidays === "unknown" && isUnsettled(channel, day)) return false;
  return spansOn(channel, day).length > 0;
}

function isUnsettled(channel, day) {
  const date = dateText(day);
  return isHoliday(channel, date) && !channel.exceptions?.[date];
}

const isHoliday = (channel, date) => Boolean(channel.holidays?.includes(date));

// Days are counted from 1970-01-01, a Thursday.
const weekday = (day) => (((day + 3) % 7) + 7) % 7 + 1;
const dateText = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const localDay = (timeZone, instant) => Math.floor((instant + offset(timeZone, instant)) / DAY);

// The instant of a local time, given as if it were UTC.
function instantOf(timeZone, local) {
  // The offsets a day before and after lie on the two sides of a clock change nearby.
  const before = offset(timeZone, local - DAY);
  const after = offset(timeZone, local + DAY);
  const early = local - before;
  if (before === after || offset(timeZone, early) === before) return early;
  const late = local - after;
  return offset(timeZone, late) === after ? late : early;
}

const formats = new Map();

function format(timeZone) {
  let known = formats.get(timeZone);
  if (!known) {
    known = new Intl.DateTimeFormat("en-US", {
      timeZone, calendar: "gregory", numberingSystem: "latn", hourCycle: "h23",
      year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
    });
    formats.set(timeZone, known);
  }
  return known;
}

function offset(timeZone, instant) {
  const part = {};
  for (const { type, value } of format(timeZone).formatToParts(instant)) part[type] = Number(value);
  const local = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
  return local - Math.floor(instant / 1000) * 1000;
}

// What a pill says. The words come from the theme's language files.

/**
 * @param {object} channel as in hours.js, and `sure`: the last day on which its hours are not old, empty where they were old at
 *   the build
 * @param {Date | number} instant
 * @param {Record<"open" | "closing" | "closed" | "check" | "old" | "closes" | "opens" | "yours" | "holiday", string>} words
 *   `closes`, `opens` and `yours` hold `{time}`, `holiday` holds `{date}`
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
  const next = (until === null ? words.opens : words.closes).replace("{time}", here.day + here.time);
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
