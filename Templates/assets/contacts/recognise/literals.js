// Finds hosts that are written as numbers (IPv4, IPv6), and says which signs of a line stand for a full stop, or that its
// spaces are to be left out, where the line itself says so.
import { CLOSE, DASH, DOT, OPEN, SPACE, isDigit, isLatin, isWord } from "./units.js";
import { startsWith } from "./numbers.js";
import { DASHED_WORDS, REPLACEMENTS, SPACELESS, SURE_ENDINGS } from "./words.js";

const isHex = (c) => isDigit(c) || c >= 0x61 && c <= 0x66;

/** An IPv6 address in brackets from here (RFC 3986, 3.2.2): `{ to, host }`, or null. */
export function bracketedAddressAt(units, start) {
  if (units.c[start] !== OPEN) return null;
  let to = start + 1;
  let colons = 0;
  for (; isHex(units.c[to]) || units.c[to] === 0x3a || units.c[to] === DOT; to += 1) colons += units.c[to] === 0x3a ? 1 : 0;
  const isWhole = colons >= 2 && colons <= 7 && to - start >= 4 && to - start <= 46 && units.c[to] === CLOSE;
  return isWhole ? { to: to + 1, host: units.string(start + 1, to) } : null;
}

/** Four numbers with a port or a path, which no version has: `{ to, host }`, or null. */
export function fourNumbersAt(units, start) {
  let at = start;
  for (let count = 0; count < 4; count += 1) {
    const from = at;
    while (isDigit(units.c[at]) && at - from < 4) at += 1;
    if (at === from || Number(units.string(from, at)) > 255) return null;
    if (count < 3 && units.c[at++] !== DOT) return null;
  }
  const isPort = units.c[at] === 0x3a && isDigit(units.c[at + 1]) && isDigit(units.c[at + 2]);
  const isPath = units.c[at] === 0x2f && isLatin(units.c[at + 1]);
  const isApart = ![DOT, DASH, 0x2f].includes(units.c[start - 1]);
  return (isPort || isPath) && isApart ? { to: at, host: units.string(start, at) } : null;
}

/** Whether "-dot-" stands here as a full stop: "acme-dot-com", and not "the dot-com-bubble". */
export function isDashedDot(units, start, label) {
  const sign = units.c[start];
  if (sign !== DASH && sign !== 0x5f || DASHED_WORDS.includes(units.string(label, start))) return false;
  let at = start;
  while (units.c[at] === sign && startsWith(units, at + 1, "dot") && units.c[at + 4] === sign) {
    const from = at + 5;
    for (at = from; isLatin(units.c[at]) || isDigit(units.c[at]); at += 1);
    if (at === from || at - start > 40) return false;
    if (!isWord(units.c[at]) && units.c[at] !== DASH) return SURE_ENDINGS.has(units.string(from, at));
  }
  return false;
}

const SIGNS = new Set([..."#$%^&!;,?=+"].map((sign) => sign.codePointAt(0)));
const CLOSED = new Set([0x22, 0x27, CLOSE, 0x201d, 0x2019]);

/** The signs that a line says to read as a full stop: "#을 .으로", "把，换成.". */
export function replacedByDot(units) {
  return units.dots ??= findReplaced(units);
}

function findReplaced(units) {
  const found = new Set();
  for (let start = 0; start < units.length; start += 1) {
    if (!SIGNS.has(units.c[start])) continue;
    let at = start + 1;
    while ((units.c[at] === SPACE || CLOSED.has(units.c[at])) && at - start < 4) at += 1;
    const word = REPLACEMENTS.find((text) => startsWith(units, at, text));
    if (!word) continue;
    at += word.length;
    const from = at;
    while ((units.c[at] === SPACE || units.c[at] === 0x22 || units.c[at] === 0x27 || units.c[at] === OPEN) && at - from < 4) at += 1;
    const isDot = units.c[at] === DOT && !isWord(units.c[at + 1]) || ["점", "点", "dot", "a dot"].some((text) => startsWith(units, at, text));
    if (isDot) found.add(units.c[start]);
  }
  return found;
}

/** Whether a line says that the spaces of what it names are to be left out. */
export function isToldSpaceless(units) {
  for (let at = 0; at < units.length; at += 1) if (SPACELESS.some((text) => startsWith(units, at, text))) return true;
  return false;
}

/** Whether an IPv6 address is a network's own, or one of documents (RFC 4193, RFC 4291, RFC 3849). */
export const isReservedIPv6 = (host) => /^(?:::1?$|fe[89ab]|f[cd]|ff|2001:0?db8:)/.test(host);
