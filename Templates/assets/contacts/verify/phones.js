// Phone numbers.
import { listed, lookAlike, unknown } from "./answers.js";

/** Shorter numbers are dialled alone and must be the same to the digit. */
const LONG = 7;

export const digitsOf = (text) => text.normalize("NFKC").replace(/[^0-9]/g, "");

/** The number without international prefix, country code and trunk zero, for a country whose code is given. */
function national(text, code) {
  const number = text.normalize("NFKC").replace(/[^0-9+]/g, "");
  const digits = number.replace(/\+/g, "");
  const isForeign = number.startsWith("+") || digits.startsWith("00");
  const bare = digits.replace(/^00/, "");
  if (code && isForeign && bare.startsWith(code)) return bare.slice(code.length).replace(/^0/, "");
  if (isForeign) return null;
  return digits;
}

/** Every form in which a text can be meant as a number of that country. */
function forms(text, code) {
  const number = national(text, code);
  if (number === null) return [];
  const found = [number, number.replace(/^0/, "")];
  // Written without its plus: 82 1588 5682.
  if (code && number.startsWith(code) && number.length - code.length >= LONG) {
    found.push(number.slice(code.length).replace(/^0/, ""));
  }
  return found;
}

/** The listed number that a text is, however it is written; undefined when it is none. */
export function lookUpPhone(text, index) {
  const digits = digitsOf(text);
  const isBare = !/^\s*(\+|00)/.test(text.normalize("NFKC"));
  return best(index.phones.filter((entry) => {
    if (entry.digits.length < LONG) return isBare && digits === entry.digits;
    const wanted = entry.digits.replace(/^0/, "");
    return forms(text, entry.code).some((form) => form === entry.digits || form === wanted);
  }));
}

/** Of entries for one and the same value, the one to warn with, else the surest. */
export function best(entries) {
  const order = ["fake", "retired", "official", "unverified"];
  return [...entries].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))[0];
}

export function judgePhone(text, index) {
  const entry = lookUpPhone(text, index);
  if (entry) return listed(entry);
  const read = digitsOf(text.replace(/[iIlL|]/g, "1").replace(/[oO]/g, "0"));
  if (/[a-z|]/i.test(text)) {
    const twin = index.phones.find(({ digits, state }) => state === "official" && digits === read);
    return twin ? lookAlike(twin, { rule: "letters", near: twin.value }) : unknown();
  }
  return likePhone(text, index) ?? unknown();
}

function likePhone(text, index) {
  const digits = digitsOf(text);
  for (const entry of index.phones) {
    if (entry.state !== "official" || entry.digits.length < LONG) continue;
    for (const form of forms(text, entry.code)) {
      const at = onlyDifference(form, entry.digits);
      if (at < 0) continue;
      const differs = { rule: "digit", near: entry.value, at: at + 1, found: form[at], wanted: entry.digits[at] };
      return lookAlike(entry, differs);
    }
    // A real number behind an area or country code that is not its own rings somewhere else.
    if (digits.length > entry.digits.length && digits.endsWith(entry.digits)) {
      return lookAlike(entry, { rule: "prefix", near: entry.value });
    }
  }
  return null;
}

/** The one place in which two numbers of the same length differ; -1 when there is none or more than one. */
function onlyDifference(a, b) {
  if (a.length !== b.length) return -1;
  const places = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
  return places.length === 1 ? places[0] : -1;
}

/** The listed number of four digits or more that a word spells, with letters in place of digits or without. */
export function shortNumberIn(word, index) {
  if (!/\d/.test(word)) return undefined;
  const read = word.replace(/[il|]/g, "1").replace(/o/g, "0").replace(/-/g, "");
  if (!/^\d{4,}$/.test(read)) return undefined;
  return index.phones.find(({ digits, state }) => state === "official" && digits === read);
}
