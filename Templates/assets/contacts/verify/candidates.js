// Finds the links, numbers, e-mail addresses and handles in what somebody pasted.
import { recognise } from "../recognise.js";
import { letters, plain } from "./fold.js";
import { bareHost } from "./hosts.js";
import { digitsOf, lookUpPhone } from "./phones.js";

const DOT = "(?:[.．｡]|。(?=(?:com|net|org|kr|co|io|pro|cc|me)\\b))";
// Circled letters are signs to Unicode, and letters to the eye.
const LABEL = "[\\p{L}\\p{N}\\p{M}\\p{Cf}\\u24b6-\\u24e9_-]+";
// Top-level names that are not in Latin letters: without this list a full stop without a space after it would make a host.
const ENDING = "(?:[a-z][a-z0-9]+|xn--[a-z0-9-]+|한국|닷컴|닷넷|中国|中國|公司|网络|網絡|香港|台湾|台灣|在线|中文网|网站|商城|手机)";
const HOST = `(?:${LABEL}${DOT})+(?:${LABEL})`;
const TAIL = "(?:\\.?:\\d{1,5})?(?:[/?#\\\\][^\\s<>\"'「」《》“”]*)?";
const SEARCH = new RegExp(
  [
    `(?<url>[a-z][a-z0-9+.-]{1,19}:[\\\\/]{2,}[^\\s<>"'「」《》“”，、]+)`,
    `(?<tel>(?:tel|sms|callto):\\+?[\\d().\\s-]*\\d)`,
    `(?<mail>(?:mailto:)?[^\\s<>()"'“”,;:@/\\\\?#，：；（）、]+@${HOST}(?:@${HOST})*)`,
    `(?<host>${HOST}${TAIL})`,
    `(?<handle>(?<![\\p{L}\\p{N}_])@[\\p{L}\\p{N}\\p{M}_.]{2,64})`,
  ].join("|"),
  "giu",
);
const CJK = "\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}";
const LEADING = new RegExp(`^[${CJK}]+(?=[a-z0-9])`, "iu");
const TRAILING = new RegExp(`^([a-z]{2,})[${CJK}].*$`, "isu");
const IS_ENDING = new RegExp(`^${ENDING}$`, "iu");

/** `{ kind, text }` of each, in the order in which they stand, each once. */
export function candidates(input, index) {
  const text = refanged(input);
  const found = [];
  const rest = text.replace(SEARCH, (match, ...groups) => {
    const candidate = read(groups.at(-1));
    if (!candidate) return match;
    found.push(candidate);
    return "\n";
  });
  found.push(...phones(rest, index));
  found.push(...disguised(input, found));
  if (found.length === 0) found.push(...alone(text.trim(), index));
  const seen = new Set();
  return found.filter(({ kind, text: part }) => !seen.has(kind + part) && seen.add(kind + part));
}

/** What only the recogniser of disguises sees: spelled digits, names in chats, full stops in words. */
function disguised(input, found) {
  const seen = new Set(found.map(keyOf));
  return recognise(input, { reserved: true }).map(asCandidate).filter((candidate) => {
    const key = keyOf(candidate);
    return !seen.has(key) && ![...seen].some((other) => other.startsWith(`${key}/`)) && seen.add(key);
  });
}

function asCandidate({ kind, plain: value, text, isOdd }) {
  switch (kind) {
    case "host": return { kind: "link", text: isOdd ? text : value };
    case "id": return { kind: "handle", text: `@${value.slice(value.indexOf(":") + 1)}` };
    default: return { kind, text: isOdd ? text : value };
  }
}

/** What makes two readings of a text the same. */
function keyOf({ kind, text }) {
  switch (kind) {
    case "phone": return `phone ${digitsOf(text).replace(/^00/, "")}`;
    case "link": return `link ${bareHost(text.replace(/^[a-z][a-z0-9+.-]*:[\\/]+/i, "").replace(/^[^/]*@/, "").replace(/[/?#\\:].*$/s, ""))}`;
    default: return `${kind} ${plain(text)}`;
  }
}

/** Undoes the ways in which careful people write dangerous addresses. */
function refanged(text) {
  return text
    .replace(/\[\s?(?:\.|dot)\s?\]|\(\s?(?:\.|dot)\s?\)|\{\s?(?:\.|dot)\s?\}/gi, ".")
    .replace(/\[\s?(?:@|at)\s?\]|\(\s?(?:@|at)\s?\)/gi, "@")
    .replace(/＠/g, "@")
    .replace(/\[:\]/g, ":")
    .replace(/\bhxxp(s?):/gi, "http$1:");
}

function read({ url, tel, mail, host, handle }) {
  if (url) return { kind: "link", text: withoutParticle(url) };
  if (tel) return { kind: "phone", text: tel.slice(tel.indexOf(":") + 1) };
  if (handle) return { kind: "handle", text: handle.replace(/^(@[\x21-\x7e]+)[^\x21-\x7e].*$/su, "$1").replace(/\.+$/, "") };
  if (mail) {
    const at = mail.lastIndexOf("@");
    const domain = trimmedHost(mail.slice(at + 1));
    return domain && { kind: "mail", text: mail.slice(0, at).replace(/^mailto:/i, "").replace(LEADING, "") + "@" + domain };
  }
  const end = host.search(/[/?#\\:]/);
  const name = trimmedHost(end < 0 ? host : host.slice(0, end));
  return name && { kind: "link", text: end < 0 ? name : name + host.slice(end) };
}

/** A bare host without the words that Korean and Chinese write around it; null when it is no host. */
function trimmedHost(host) {
  const [, start, written] = host.replace(LEADING, "").match(/^(.*[.．｡。])(.*)$/s);
  const ending = written.replace(TRAILING, "$1");
  // "…at Upbit.Please call": a full stop without a space behind it.
  const isSentence = /^[A-Z][a-z]+$/.test(ending) && !/^(?:Com|Net|Org|Io|Co|Kr|Pro|Me|Cc)$/.test(ending);
  return (IS_ENDING.test(ending) || IS_ENDING.test(letters(ending))) && !isSentence ? start + ending : null;
}

/** A link with a scheme without the particle behind its host: `https://upbit.com에서`. */
function withoutParticle(url) {
  const [, start, authority, path] = url.match(/^([^:]*:[\\/]+)([^/\\?#]*)(.*)$/s);
  return start + authority.replace(new RegExp(`(\\.[a-z]{2,})[${CJK}，。、！？].*$`, "iu"), "$1").replace(/[)\]},!]+$/, "") + path;
}

const NOT_A_PHONE = [
  /(?<!\d)(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}(?!\d)/g,
  /\d{1,2}:\d{2}(?::\d{2})?/g,
  /(?<![\d.-])\d[\d,.]*\s?(?:원|만\s?원|억|%|krw|usdt|btc|eth|usd|元|万|시간|분|小时|分钟|hours?|h\b|minutes?)/gi,
  /0x[0-9a-f]+/gi, /[0-9a-f]{24,}/gi,
];
const SEPARATOR = "[ \\t().\\[\\]·‐‑–—-]";
const NUMBER = new RegExp(`(?<![\\w])[+(]{0,2}\\d(?:${SEPARATOR}{0,3}\\d)+`, "g");
// Letters in place of digits: 96ll0, l588-5682.
const SPELT = /(?<![\p{L}\p{N}])(?=[^\s]*\d)(?=[^\s]*[ilo|])[\dilo|][\dilo|-]{3,15}(?![\p{L}\p{N}])/giu;

function phones(text, index) {
  const readable = NOT_A_PHONE.reduce((rest, pattern) => rest.replace(pattern, "\n"), text.normalize("NFKC").replace(/\p{Cf}/gu, ""));
  const found = [];
  const rest = readable.replace(SPELT, (match) => {
    found.push({ kind: "phone", text: match });
    return "\n";
  });
  for (const [run] of rest.matchAll(NUMBER)) found.push(...numbersOf(run.trim(), index));
  return found;
}

/** The numbers in a run of digits and separators: one number in groups, or several side by side. */
function numbersOf(number, index) {
  // "1588-5682 (2": the digit to press once somebody answers.
  const run = number.replace(/^(.*\d)[ \t]?\(\d{1,2}$/, "$1");
  if (lookUpPhone(run, index)) return [{ kind: "phone", text: run }];
  const parts = run.split(/[ \t]+/);
  if (parts.length > 1 && parts.every((part) => lookUpPhone(part, index))) {
    return parts.map((text) => ({ kind: "phone", text }));
  }
  // "1588-5682 24": what follows a number with hyphens is something else; a code before it belongs to it.
  const at = parts.findIndex((part) => /\d-\d/.test(part) && digitsOf(part).length >= 7);
  if (at >= 0 && at < parts.length - 1) {
    return [...numbersOf(parts.slice(0, at + 1).join(" "), index), ...numbersOf(parts.slice(at + 1).join(" "), index)];
  }
  return digitsOf(run).length >= 7 ? [{ kind: "phone", text: run }] : [];
}

/** A text that is nothing but a number or a name. */
function alone(text, index) {
  const number = plain(text);
  if (/^[+\d][\d\s().-]*$/.test(number)) return [{ kind: "phone", text: number }];
  // The bare name of an exchange is no account, though an account may be called so.
  const isName = index.names.some((name) => name.text === number);
  return index.handles.has(number) && !isName ? [{ kind: "handle", text }] : [];
}
