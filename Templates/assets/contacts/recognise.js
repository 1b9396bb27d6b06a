// Finds what a text says about how to reach somebody: phone numbers, web and mail addresses, names in chats, in every
// disguise. `ContactRecogniser.swift` does the same for the texts of authors; `Tests/Vectors/contacts.json` holds the
// cases that both must find. One pass over the text; a line without a sign of a contact is only looked through.
//
// 1. A line is brought back from its disguise, character by character: `units.js`.
// 2. At each word: an address with a scheme, a mail address, a host, a name behind a messenger's (`hosts.js`, `names.js`).
// 3. At each digit, of any script or spelled, the run of digits: `numbers.js`, `number-forms.js`.
import { addressAt, bareHostAt, mailAt, spacedHostAt } from "./recognise/hosts.js";
import { handleAt, idAt } from "./recognise/names.js";
import { mayBeginNumber, numbers } from "./recognise/numbers.js";
import { isToldSpaceless } from "./recognise/literals.js";
import { OPEN, SPACE, isCJK, isDigit, isLatin, isWord, unitsOf } from "./recognise/units.js";

/**
 * The contacts of a text, in the order in which they stand: `{ kind, text, plain, start, end, isReserved, isOdd, isLive }`.
 * - `kind`: "phone", "host", "mail", "handle" or "id" (a name in a network)
 * - `plain`: without its disguise: digits, with a plus where one stands; host and path; `name@host`; `@name`; `network:name`
 * - `isReserved`: nobody can own it; `isOdd`: some letters only look like those of `plain`; `isLive`: a link's address
 */
export function recognise(text, { reserved = false } = {}) {
  const found = [];
  for (const { start, end, isCode } of lines(text)) {
    const units = unitsOf(text, start, end, isCode);
    const values = scan(units).map((value) => placed(value, units));
    if (isToldSpaceless(units)) values.push(...spacelessValues(units, values));
    for (const value of values) {
      if (value.isReserved && !reserved) continue;
      found.push({ ...value, text: text.slice(value.start, value.end) });
    }
  }
  return found;
}

const placed = (value, units) => ({ ...value, start: units.at[value.from], end: units.to[value.to - 1] });

/** "acme coin.ne t (without spaces)": addresses that are there once the spaces of their line are gone. */
function spacelessValues(units, values) {
  const left = units.withoutSpaces();
  return scan(left).map((value) => placed(value, left)).filter(({ kind, plain, start, end }) => (kind === "host" || kind === "mail") && /^[\x21-\x7e]+$/.test(plain)
    && units.c.some((c, place) => c === SPACE && units.at[place] > start && units.at[place] < end)
    && values.every((other) => other.end <= start || other.start >= end));
}

/** The lines of a text; one that ends with a hyphen, a colon or an at sign goes on with the next. */
function* lines(text) {
  let fence = "";
  for (let start = 0; start < text.length;) {
    let end = lineEnd(text, start);
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text.slice(start, Math.min(end, start + 80)))?.[1] ?? "";
    if (mark && (fence === "" || mark[0] === fence[0] && mark.length >= fence.length)) {
      fence = fence === "" ? mark : "";
      start = end + 1;
      continue;
    }
    for (let joined = 0; joined < 2 && end < text.length && (isNumberParted(text, start, end) || /[-‐‑–—@＠:：.]\s*$/.test(text.slice(Math.max(start, end - 4), end))); joined += 1) {
      const next = lineEnd(text, end + 1);
      if (!/^\s*[^\s\-*+>#|`~]/.test(text.slice(end + 1, next))) break;
      end = next;
    }
    yield { start, end, isCode: fence !== "" };
    start = end + 1;
  }
}

/** Whether a line ends with the first digits of a number, and the next begins with others. */
function isNumberParted(text, start, end) {
  return /(?:^|[^\d])\d{2,4}\s*$/.test(text.slice(Math.max(start, end - 8), end)) && /^\s*\d{3,8}(?!\d)/.test(text.slice(end + 1, end + 16));
}

function lineEnd(text, from) {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function scan(units) {
  const found = [];
  for (let at = 0; at < units.length;) {
    const value = valueAt(units, at);
    if (value) {
      found.push(value);
      at = Math.max(value.to, at + 1);
    } else if (mayBeginNumber(units, at)) {
      at = Math.max(numbers(units, at, found), wordEnd(units, at));
    } else at += 1;
  }
  return found;
}

function valueAt(units, at) {
  const c = units.c[at];
  if (c === 0x40) return handleAt(units, at);
  if (c === OPEN) return bareHostAt(units, at);
  if (isCJK(c) || isLatin(c)) {
    const id = idAt(units, at);
    if (id) return id;
  }
  if (!isWordStart(units, at)) return null;
  return (isLatin(c) ? addressAt(units, at) ?? spacedHostAt(units, at) : null) ?? mailAt(units, at) ?? bareHostAt(units, at);
}

/** Whether a word begins here, or a script changes. */
function isWordStart(units, at) {
  const c = units.c[at], before = units.c[at - 1];
  if (isWord(c)) return before === undefined || !(isWord(before) || before === 0x2d && isWord(units.c[at - 2]));
  return isCJK(c) && !(before !== undefined && isCJK(before)) || c > 0xbf && c < 0x2000 && !isCJK(before ?? 0);
}

/** Letters and digits that are one word are passed at once. */
function wordEnd(units, at) {
  if (isDigit(units.c[at])) return at + 1;
  let to = at + 1;
  while (to < units.length && isLatin(units.c[to]) && isLatin(units.c[at])) to += 1;
  return to;
}
