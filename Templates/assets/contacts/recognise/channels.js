// Finds channels of a chat that are found by a name in Hangul: "카카오톡 채널 업비트고객센터도움".
import { CLOSE, OPEN, SPACE, isCJK, isLatin, isWord } from "./units.js";
import { startsWith } from "./numbers.js";
import { CHANNELS, CHANNEL_BUTTONS, CHANNEL_SERVICES, NO_CHANNELS } from "./words.js";

const LONGEST = 24;
const QUOTES = [OPEN, 0x22, 0x27, 0x60, 0x201c, 0x2018];
const QUOTES_CLOSED = [CLOSE, 0x22, 0x27, 0x60, 0x201d, 0x2019];
const PARTICLES = ["입니다", "이며", "이고", "으로", "에서", "로", "을", "를", "은", "는", "에", "과", "와", "의"];
const isHangul = (c) => c >= 0xac00 && c <= 0xd7a3;

/**
 * The channel whose name stands behind the name of the chat: `{ kind, from, to, plain }`, or null. A word for a service
 * with something before it makes a name of a word, quotes do without one: "카카오톡 채널 추가" names nobody.
 */
export function channelAt(units, from, start, label) {
  let at = afterOne(units, start, ["에서"]);
  at = afterSpaces(units, at);
  const word = CHANNELS.find((text) => startsWith(units, at, text));
  if (!word && !CHANNELS.includes(label)) return null;
  at += word?.length ?? 0;
  const afterName = afterOne(units, afterSpaces(units, at), ["이름", "명"]);
  if (isEdge(units.c[afterParticle(units, afterName)])) at = afterName;
  const afterBe = afterParticle(units, at);
  if (isEdge(units.c[afterBe])) at = afterBe;
  const edge = at;
  at = afterSpaces(units, at);
  if ([0x3a, 0x3d, 0x3e, 0x2192].includes(units.c[at])) at = afterSpaces(units, at + 1);
  const isQuoted = QUOTES.includes(units.c[at]);
  if (isQuoted) at += 1;
  if (at === edge) return null;
  const to = nameEnd(units, at, isQuoted);
  return to > at && isName(units, at, to, isQuoted) ? { kind: "id", from, to, plain: `kakao:${units.string(at, to)}` } : null;
}

function afterSpaces(units, at) {
  while (units.c[at] === SPACE) at += 1;
  return at;
}

const afterOne = (units, at, words) => at + (words.find((text) => startsWith(units, at, text))?.length ?? 0);
const afterParticle = (units, at) => afterOne(units, at, ["은", "는", "이", "을", "를"]);
const isEdge = (c) => c !== undefined && !isCJK(c) && !isWord(c);

function nameEnd(units, start, isQuoted) {
  let to = start;
  while (to - start < LONGEST && (isCJK(units.c[to]) || isWord(units.c[to]) || isQuoted && units.c[to] === SPACE && to > start)) to += 1;
  if (isQuoted) return QUOTES_CLOSED.includes(units.c[to]) ? to : start;
  const particle = PARTICLES.find((text) => to - text.length - start >= 3 && startsWith(units, to - text.length, text));
  return to - (particle?.length ?? 0);
}

function isName(units, from, to, isQuoted) {
  const text = units.string(from, to);
  if (![from, from + 1].every((at) => isHangul(units.c[at]) || isLatin(units.c[at])) || ![...text].some((sign) => isHangul(sign.codePointAt(0)))) return false;
  if (NO_CHANNELS.some((word) => text.startsWith(word))) return false;
  if (isQuoted) return text.length >= 3 && !CHANNEL_BUTTONS.some((word) => text.endsWith(word));
  return CHANNEL_SERVICES.some((word) => text.indexOf(word, 2) >= 0);
}
