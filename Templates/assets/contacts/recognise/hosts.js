// Finds web addresses and mail addresses in units: with a scheme or without, in any of the ways to hide a full stop.
import { CLOSE, DASH, DOT, LINE, MIDDLE, OPEN, SPACE, isCJK, isDigit, isLatin, isWord } from "./units.js";
import { bracketedAddressAt, fourNumbersAt, isDashedDot, isReservedIPv6, replacedByDot } from "./literals.js";
import { startsWith } from "./numbers.js";
import { ATS, CHAT_SCHEMES, CODE_ENDINGS, DOTS, ENDINGS, FILE_ENDINGS, NO_HOSTS, RESERVED, SHORT_HOSTS, SURE_ENDINGS } from "./words.js";

const isHostLetter = (c) => isWord(c) || c === DASH || isCJK(c) || (c > 0x2fff && c < 0xe000) || (c > 0xbf && c < 0x2000);
const isHost = (c) => c !== undefined && isHostLetter(c);

/** Whether a name under this host can belong to nobody (RFC 2606, RFC 6761), or is a place for documents (RFC 5737). */
export function isReserved(host) {
  if (/^(?:127|10|0)\.\d+\.\d+\.\d+$|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.0\.2\.|^198\.51\.100\.|^203\.0\.113\./.test(host)) return true;
  if (host.includes(":")) return isReservedIPv6(host);
  return RESERVED.some((name) => host === name || host.endsWith(`.${name}`));
}

/** A full stop in any form behind a label: `{ to, isPlain, isLoose }`; null when there is none. */
function dotAt(units, start) {
  const c = units.c[start];
  if (c === DOT && isHost(units.c[start + 1])) return { to: start + 1, form: "plain" };
  if (c === MIDDLE && isHost(units.c[start + 1])) return { to: start + 1, form: "sure" };
  if (c !== undefined && c < 0x40 && isHost(units.c[start + 1]) && replacedByDot(units).has(c)) return { to: start + 1, form: "bracket" };
  if (isDashed(units, start)) return { to: start + 5, form: "word" };
  if (c === 0x2c && isLatin(units.c[start + 1])) return { to: start + 1, form: "comma" };
  let at = start;
  while (units.c[at] === SPACE && at - start < 3) at += 1;
  if (units.c[at] === OPEN || units.c[at] === 0x3c) {
    let inside = at + 1;
    while (units.c[inside] === SPACE) inside += 1;
    const word = DOTS.find((text) => startsWith(units, inside, text));
    let end = units.c[inside] === DOT || units.c[inside] === MIDDLE || units.c[inside] === 0x2c ? inside + 1 : word ? inside + [...word].length : -1;
    if (end < 0) return null;
    while (units.c[end] === SPACE) end += 1;
    if (units.c[end] !== CLOSE && units.c[end] !== 0x3e) return null;
    return { to: afterSpaces(units, end + 1), form: "bracket" };
  }
  if (units.c[at] === DOT) return { to: afterSpaces(units, at + 1), form: at > start ? "apart" : "spaced" };
  const word = DOTS.find((text) => startsWith(units, at, text));
  if (!word) return null;
  const to = at + [...word].length;
  const isEnglish = isLatin(word.charCodeAt(0));
  if (isEnglish && (at === start || units.c[to] !== SPACE)) return null;
  return { to: afterSpaces(units, to), form: "word" };
}

function afterSpaces(units, start) {
  let at = start;
  while (units.c[at] === SPACE && at - start < 3) at += 1;
  return at;
}

/** "-dot-" behind a label. */
function isDashed(units, start) {
  const c = units.c[start];
  if (c !== DASH && c !== 0x5f || !startsWith(units, start + 1, "dot")) return false;
  let label = start;
  while (isWord(units.c[label - 1]) && start - label < 40) label -= 1;
  return isDashedDot(units, start, label);
}

/** A label of one script from here: Latin letters and digits, or others. */
function labelAt(units, start) {
  const isLatinLabel = isWord(units.c[start]);
  let at = start;
  while (at < units.length && isHostLetter(units.c[at]) && at - start < 64) {
    const isOfLatin = isWord(units.c[at]) || units.c[at] === DASH;
    if (isLatinLabel ? !isOfLatin : isOfLatin && units.c[at] !== DASH) break;
    if (!isLatinLabel && units.code[at] !== units.code[start]) break;
    if (isLatinLabel && at > start && isDashed(units, at)) break;
    at += 1;
  }
  while (at > start && units.c[at - 1] === DASH) at -= 1;
  return at;
}

/**
 * The host that begins at a unit: `{ to, host, isOdd, labels, form }`, or null.
 * - anyEnding: the host of a mail address or behind a scheme, whose last label may be any word
 */
export function hostAt(units, start, anyEnding = false) {
  if (!isHost(units.c[start]) || units.c[start] === DASH) return null;
  const labels = [];
  let at = start;
  let best = null;
  let forms = new Set();
  while (labels.length < 12) {
    const to = labelAt(units, at);
    if (to === at) break;
    labels.push({ text: units.string(at, to), from: at, to });
    if (labels.length > 1 && isEnding(units, labels, forms, anyEnding)) {
      best = { to, host: labels.map(({ text }) => text).join("."), count: labels.length, forms: new Set(forms) };
    }
    // "upbit닷컴": the ending in one word with its full stop.
    const spelled = spelledEnding(units, to, labels);
    if (spelled) best = { to: spelled, host: `${labels.map(({ text }) => text).join(".")}.com`, count: labels.length + 1, forms: new Set(["word"]) };
    const dot = spelled ? null : dotAt(units, to);
    if (!dot || dot.to >= units.length) break;
    // A span of code begins a name of its own: "끝이`.upbit.com`".
    if (isCJK(units.c[at]) && units.code[dot.to] !== units.code[at]) break;
    const isBeforeEnding = SURE_ENDINGS.has(units.string(dot.to, labelAt(units, dot.to)));
    // Once a host is whole, only a full stop without spaces can go on with it, or another ending.
    if (best && dot.form !== "plain" && dot.form !== "bracket" && (!isBeforeEnding || dot.form === "spaced" || dot.form === "comma")) break;
    // "1. upbit.com", "Wait. upbit.com": only an ending can stand behind a full stop with a space, or a comma.
    if ((dot.form === "spaced" || dot.form === "apart" || dot.form === "comma") && !isBeforeEnding) break;
    forms.add(dot.form);
    at = dot.to;
  }
  if (!best) return null;
  let isOdd = false;
  for (let place = start; place < best.to; place += 1) isOdd ||= units.odd[place] && place > start || units.odd[place] && !isCJK(units.c[place]) && place === start;
  return { ...best, isOdd };
}

function spelledEnding(units, at, labels) {
  const name = labels.at(-1).text;
  const word = ["닷컴", "닷넷", " 닷컴", "점컴", "쩜컴", " 점컴", " 쩜컴", " 닷 컴", " 점 컴", " 쩜 컴", "닷 컴", "点康姆"].find((text) => startsWith(units, at, text));
  if (!word || [...name].length < 2) return null;
  const to = at + [...word].length;
  return /^(?:버블|기업|시대|열풍|회사|붕괴)/.test(units.string(to, Math.min(units.length, to + 2))) ? null : to;
}

/** Whether the last label makes a host of those before it. */
function isEnding(units, labels, forms, anyEnding) {
  const { text, from, to } = labels.at(-1);
  const name = labels.at(-2);
  const host = labels.map((label) => label.text).join(".");
  if (/^xn--[a-z0-9-]+$/.test(text)) return true;
  if (anyEnding && forms.size <= 1 && (forms.has("plain") || forms.size === 0)) {
    return /^[a-z]{2,24}$/.test(text) && !FILE_ENDINGS.has(text) || ENDINGS.has(text);
  }
  if (!ENDINGS.has(text) && !SURE_ENDINGS.has(text) && !RESERVED.includes(text)) return false;
  if (SHORT_HOSTS.has(host)) return true;
  // "OpenTelemetry .NET"
  if (forms.has("apart") && text === "net" && units.upper[from]) return false;
  if (forms.has("spaced") || forms.has("apart") || forms.has("word") || forms.has("comma") || forms.has("sure") || forms.has("bracket")) {
    if (forms.has("apart") && (isCJK(name.text.codePointAt(0)) || NO_HOSTS.has(name.text))) return false;
    const isSure = SURE_ENDINGS.has(text) || RESERVED.includes(text) || (forms.has("bracket") && ENDINGS.has(text));
    if (!isSure || [...name.text].length < 2) return false;
    if (forms.has("spaced") || forms.has("comma")) {
      // "…at Upbit. Com…" ends a sentence, "net, com" is a list.
      if (units.upper[from] || isCJK(name.text.codePointAt(0)) || !/^(?:com|net|org|kr|cn|io|co|me|info|vip|xyz|top)$/.test(text)) return false;
      if (forms.has("comma") && (name.text.length < 4 || !/^(?:com|net|org|kr|cn)$/.test(text))) return false;
    }
    return true;
  }
  if (isWord(units.c[to]) || name.text.length < 2 && !/^(?:com|net|org)$/.test(text) && labels.length < 3) return false;
  // "Please wait.Call us": a full stop without a space behind it.
  if (units.upper[from] && !units.upper[to - 1] && !units.upper[name.from] && !/^(?:com|net|org|io|co|kr|me|cc)$/.test(text)) return false;
  if (/^\d+$/.test(name.text) && !/^(?:com|net|org|cn|kr|me|cc|io|xyz|top|vip|co)$/.test(text)) return false;
  // No name that is registered holds an underscore: "tutorial_an.py" is a file.
  if (name.text.includes("_")) return false;
  if (/^(?:asp|vb|ado|system)$/.test(name.text) && text === "net" && labels.length === 2) return false;
  if (units.code[from] && CODE_ENDINGS.has(text) && /^[a-z.]+$/.test(host) && units.c[to] !== 0x2f) return false;
  return isCJK(name.text.codePointAt(0)) ? ENDINGS.has(text) && !/^(?:is|it|in|at|to|do|no|so|me|my|be|am|as|us|id)$/.test(text) : true;
}

/** Where a port, a path and the rest of an address end. */
function tailEnd(units, start) {
  let at = start;
  if (units.c[at] === 0x3a && isDigit(units.c[at + 1])) {
    at += 1;
    while (isDigit(units.c[at])) at += 1;
  }
  if (units.c[at] !== 0x2f && units.c[at] !== 0x3f && units.c[at] !== 0x23) return at;
  while (at < units.length && !/[\s"'<>()`|^]/.test(String.fromCodePoint(units.c[at])) && !(units.c[at] === 0x2c)) at += 1;
  while (at > start && [DOT, 0x2c, 0x3b, 0x3a, 0x21].includes(units.c[at - 1])) at -= 1;
  return at;
}

/** The first part of a path, which names a profile: "/Official_Upbit". */
function path(units, from, to) {
  const text = units.string(from, to).replace(/^:\d+/, "");
  return /^\/+[\x21-\x7e]/.test(text) ? text.replace(/[?#].*$/s, "").replace(/^([\x21-\x7e]+).*$/s, "$1").replace(/\/+$/, "") : "";
}

/** An address with its scheme, from where the scheme begins; null when none does. */
export function addressAt(units, start) {
  let at = start;
  while (at < units.length && (isLatin(units.c[at]) || isDigit(units.c[at]) || units.c[at] === DASH) && at - start < 14) at += 1;
  const scheme = units.string(start, at);
  const isSpaced = scheme === "h" && startsWith(units, start, "h t t p");
  if (isSpaced) {
    at = start + 7;
    if (units.c[at] === SPACE && units.c[at + 1] === 0x73) at += 2;
  }
  let colon = at;
  while (units.c[colon] === SPACE || units.c[colon] === OPEN) colon += 1;
  if (units.c[colon] !== 0x3a) return null;
  colon += 1;
  while (units.c[colon] === CLOSE || units.c[colon] === SPACE && /[/ ]/.test(String.fromCodePoint(units.c[colon + 1] ?? 0))) colon += 1;
  let slashes = colon;
  while (units.c[slashes] === 0x2f || units.c[slashes] === SPACE && units.c[slashes + 1] === 0x2f) slashes += 1;
  if (CHAT_SCHEMES.has(scheme) && slashes > colon && isHost(units.c[slashes])) {
    let end = slashes;
    while (end < units.length && !/[\s"'<>()`|]/.test(String.fromCodePoint(units.c[end]))) end += 1;
    return { kind: "id", from: start, to: end, plain: `${scheme}:${units.string(slashes, end)}` };
  }
  const isWeb = isSpaced || /^(?:h[tx*]{2}ps?|ftp|wss?|ps?|ttps?|httpps?|htt?ps?)$/.test(scheme);
  if (!isWeb || slashes === colon || units.c[slashes] === 0x2f) return null;
  const authority = afterSpaces(units, slashes);
  // "`https://` and": the span ends with the scheme.
  if (units.code[start] && !units.code[authority]) return null;
  return authorityAt(units, start, authority);
}

function authorityAt(units, from, start) {
  const literal = bracketedAddressAt(units, start);
  if (literal) return { kind: "host", from, to: tailEnd(units, literal.to), plain: literal.host + path(units, literal.to, tailEnd(units, literal.to)), isReserved: isReserved(literal.host), isLive: true };
  let end = start;
  while (end < units.length && !/[\s"'<>()`|/?#]/.test(String.fromCodePoint(units.c[end]))) end += 1;
  let begin = start;
  for (let at = start; at < end; at += 1) if (units.c[at] === 0x40) begin = at + 1;
  let found = hostAt(units, begin, true);
  // "docs.astral.sh": behind a scheme a name may end like a file.
  if (found && units.c[found.to] === DOT && isLatin(units.c[found.to + 1])) found = null;
  const to = found ? found.to : begin + (/^[\w.-]*/.exec(units.string(begin, Math.max(begin, end)))?.[0].length ?? 0);
  const host = (found?.host ?? units.string(begin, to)).replace(/\.+$/, "");
  if (host === "" || !found && !/\d/.test(host) && isReserved(host)) return { kind: "host", from, to: tailEnd(units, to), plain: host, isReserved: true };
  if (!found && !/^\d+(?:\.\d+){3}$/.test(host) && !/[.-]/.test(host) && !/\w{3}/.test(host)) return null;
  const last = tailEnd(units, to);
  return { kind: "host", from, to: last, plain: host + path(units, to, last), isReserved: isReserved(host), isOdd: found?.isOdd ?? false, isLive: true };
}

/** An IPv6 address with a port or a path. */
function bracketedAt(units, start) {
  const found = bracketedAddressAt(units, start);
  return found && (units.c[found.to] === 0x3a && isDigit(units.c[found.to + 1]) || units.c[found.to] === 0x2f) ? found : null;
}

/** A host without a scheme, with what follows it. */
export function bareHostAt(units, start) {
  const found = bracketedAt(units, start) ?? hostAt(units, start) ?? fourNumbersAt(units, start);
  if (!found) return null;
  const to = tailEnd(units, found.to);
  return { kind: "host", from: start, to, plain: found.host + path(units, found.to, to), isReserved: isReserved(found.host), isOdd: found.isOdd ?? false };
}

/** "www upbit com", "upbit com": a host whose full stops are missing. */
export function spacedHostAt(units, start) {
  if (!startsWith(units, start, "www ")) return spacedComAt(units, start);
  const match = /^www ([a-z0-9-]{2,40}) (com|net|org|kr|cn|io|co)(?![a-z0-9])/.exec(units.string(start, Math.min(units.length, start + 60)));
  return match && { kind: "host", from: start, to: start + match[0].length, plain: `${match[1]}.${match[2]}` };
}

/** "upbit com", "acme co kr": no other word is written before "com". */
function spacedComAt(units, start) {
  if ([DOT, DASH, 0x2f, 0x40].includes(units.c[start - 1]) || units.code[start]) return null;
  const match = /^([a-z0-9-]{4,40}) (com|co kr)(?![a-z0-9-]|[./:][a-z0-9]| (?:port|object|interface|surrogate))/.exec(units.string(start, Math.min(units.length, start + 60)));
  if (!match || !/[a-z]/.test(match[1]) || NO_HOSTS.has(match[1]) || units.upper[start + match[1].length + 1]) return null;
  return { kind: "host", from: start, to: start + match[0].length, plain: `${match[1]}.${match[2].replace(" ", ".")}` };
}

const isLocal = (c) => isWord(c) || c === DOT || c === 0x2b || c === DASH || c === 0x25;

/** A mail address whose name begins here; null when none does. */
export function mailAt(units, start) {
  const isLatinName = isLocal(units.c[start]);
  if (!isLatinName && !isCJK(units.c[start])) return null;
  let end = start;
  while (end < units.length && (isLatinName ? isLocal(units.c[end]) : isCJK(units.c[end])) && end - start < 64) end += 1;
  // "연락처골뱅이": the at sign ends what would be one word.
  if (!isLatinName) while (end > start && units.c[end] !== 0x40) end -= 1;
  if (end === start) return null;
  for (let at = end; at > start; at -= 1) {
    const sign = atAt(units, at);
    if (!sign) {
      if (isLatinName) break;
      continue;
    }
    const host = hostAt(units, sign.to, sign.form === "plain");
    if (!host) return null;
    if (sign.form === "spaced" && !host.forms.has("word") && !host.forms.has("bracket") && host.count < 2) return null;
    if (sign.form === "word" && !host.forms.has("word")) return null;
    const name = units.string(start, at).replace(/\.+$/, "");
    if (name === "git" && sign.form === "plain") return { kind: "mail", from: start, to: skipRemote(units, host.to), isReserved: true };
    let isOdd = host.isOdd;
    for (let place = start + 1; place < at; place += 1) isOdd ||= units.odd[place];
    return { kind: "mail", from: start, to: host.to, plain: `${name}@${host.host}`, isReserved: isReserved(host.host), isOdd };
  }
  return null;
}

/** "git@github.com:owner/name.git" is an address for programs. */
function skipRemote(units, start) {
  let at = start;
  while (at < units.length && units.c[at] !== SPACE && units.c[at] !== LINE && !isCJK(units.c[at])) at += 1;
  return at;
}

/** An at sign in any form. */
function atAt(units, start) {
  if (units.c[start] === 0x40 && isHost(units.c[start + 1])) return { to: start + 1, form: "plain" };
  const at = afterSpaces(units, start);
  if (units.c[at] === 0x40) return { to: afterSpaces(units, at + 1), form: "spaced" };
  if (units.c[at] === OPEN || units.c[at] === 0x3c) {
    const inside = afterSpaces(units, at + 1);
    const word = units.c[inside] === 0x40 ? "@" : [...ATS, "a"].find((text) => startsWith(units, inside, text));
    const end = word ? afterSpaces(units, inside + [...word].length) : -1;
    return end > 0 && (units.c[end] === CLOSE || units.c[end] === 0x3e) ? { to: afterSpaces(units, end + 1), form: "bracket" } : null;
  }
  const word = ATS.find((text) => startsWith(units, at, text));
  if (!word) return null;
  const to = at + [...word].length;
  const isEnglish = isLatin(word.charCodeAt(0));
  if (isEnglish && (at === start || units.c[to] !== SPACE)) return null;
  return { to: afterSpaces(units, to), form: isEnglish ? "word" : "named" };
}
