// Finds the names by which somebody is reached in chats and networks: `@name`, "카톡 아이디 name", "微信号 name".
import { CLOSE, DASH, DOT, LINE, OPEN, SPACE, isCJK, isDigit, isLatin, isWord, spelledDigit } from "./units.js";
import { channelAt } from "./channels.js";
import { startsWith } from "./numbers.js";
import { ANNOTATIONS, ATS, ID_WORDS, NETWORKS, NO_NAMES } from "./words.js";

/** Network labels by their first character, the longest first. */
const LABELS = new Map();
for (const [network, names] of NETWORKS) {
  for (const name of names) {
    const first = name.codePointAt(0);
    LABELS.set(first, [...(LABELS.get(first) ?? []), { network, name, length: [...name].length }].sort((a, b) => b.length - a.length));
  }
}

const ID_WORDS_LONGEST_FIRST = ID_WORDS.toSorted((a, b) => [...b].length - [...a].length);

/** `@name` from its sign. */
export function handleAt(units, at) {
  const before = units.c[at - 1];
  if (before !== undefined && (isWord(before) || before === DOT || before === 0x2f && isWord(units.c[at - 2]))) return null;
  let start = at + 1;
  if (units.c[start] === SPACE && units.code[start] === false) {
    // "@ official_upbit": only what nobody would write otherwise.
    const name = nameAt(units, start + 1);
    return name && /_|\d/.test(name.text) && name.text.length >= 5 ? { kind: "handle", from: at, to: name.to, plain: `@${name.text}`, isOdd: name.isOdd } : null;
  }
  if (isCJK(units.c[start])) return namedInCJK(units, at);
  const name = nameAt(units, start);
  if (!name || name.text.length < 4 || !/[a-z]/.test(name.text)) return null;
  const next = units.c[name.to];
  if (next === 0x2f || isCode(units, at, name, next)) return null;
  return { kind: "handle", from: at, to: name.to, plain: `@${name.text}`, isOdd: name.isOdd };
}

function isCode(units, at, name, next) {
  if (ANNOTATIONS.has(name.text)) return true;
  const isCall = next === OPEN || next === 0x7b;
  return units.code[at] && (isCall || next === DOT || next === 0x3a || next === 0x3d);
}

/** `@업비트고객센터`: a channel's name; "@所有人" is everybody. */
function namedInCJK(units, at) {
  let to = at + 1;
  while (to < units.length && (isCJK(units.c[to]) || isWord(units.c[to])) && to - at < 24) to += 1;
  const text = units.string(at + 1, to);
  return [...text].length >= 2 && !/^(?:所有人|全体|모두|전체|여기)/.test(text) ? { kind: "handle", from: at, to, plain: `@${text}` } : null;
}

/** A name of Latin letters, digits and signs; without the full stop of a sentence. */
function nameAt(units, start) {
  let to = start;
  let isOdd = false;
  while (to < units.length && (isWord(units.c[to]) || units.c[to] === DOT || units.c[to] === DASH) && to - start < 64) {
    isOdd ||= units.odd[to] && to > start;
    to += 1;
  }
  while (to > start && (units.c[to - 1] === DOT || units.c[to - 1] === DASH)) to -= 1;
  return to > start ? { text: units.string(start, to), to, isOdd } : null;
}

/** A messenger's name here, with the name of somebody behind it. */
export function idAt(units, at) {
  const labels = LABELS.get(units.c[at]);
  if (!labels || isLatin(units.c[at]) && at > 0 && isWord(units.c[at - 1])) return null;
  for (const { network, name, length } of labels) {
    // "line" is a word; the messenger is written in capitals, or an ID is spoken of.
    if (!matchesLabel(units, at, name)) continue;
    const isWord = name === "line" && !units.upper[at];
    const length = labelLength(units, at, name);
    // "V X：name": letters apart are a messenger only before a colon.
    if (length > name.length && isLatin(name.charCodeAt(1)) && !isBeforeColon(units, at + length)) continue;
    const found = nameBehind(units, at, at + length, network, name, isWord)
      ?? (network === "kakao" ? channelAt(units, at, at + length, name) : null);
    if (found) return found;
  }
  return null;
}

function isBeforeColon(units, at) {
  while (units.c[at] === SPACE) at += 1;
  return units.c[at] === 0x3a;
}

/** A label may be written with spaces between its characters: "微 信", "V X". */
function labelLength(units, at, name) {
  const mayPart = (sign) => isCJK(sign.codePointAt(0)) || name.length === 2;
  let place = at;
  for (const sign of name) {
    while (place > at && (units.c[place] === SPACE || units.c[place] === DOT) && units.c[place] !== sign.codePointAt(0) && mayPart(sign)) place += 1;
    if (units.c[place] !== sign.codePointAt(0)) return 0;
    place += 1;
  }
  return place - at;
}

function matchesLabel(units, at, name) {
  const length = labelLength(units, at, name);
  if (length === 0) return false;
  const last = name.codePointAt(name.length - 1);
  return !(isLatin(last) && isLatin(units.c[at + length]) && !startsWith(units, at + length, "id"));
}

function nameBehind(units, from, start, network, label, isWord) {
  let at = start;
  let hasWord = /아이디|号|id$/.test(label), hasSign = false, hasLink = false, hasVerb = false;
  for (let steps = 0; steps < 24; steps += 1) {
    const c = units.c[at];
    const word = wordAt(units, at, start);
    if (/^(?:skype|스카이프)$/.test(label) && startsWith(units, at, "live:")) {
      // "Skype live:name"
      hasWord = hasSign = true;
      at += 5;
    } else if (hasWord && units.c[at - 1] === SPACE && startsWith(units, at, "is ")) {
      hasVerb = true;
      at += 3;
    } else if (word > at) {
      hasWord = true;
      at = word;
    } else if (c === 0x3a || c === 0x3d || c === 0x40 || c === 0x3e || c === 0x2192 || c === 0x7c && hasWord) {
      hasSign = true;
      hasLink ||= c === 0x40;
      at += 1;
    } else if (c === SPACE || c === DASH || c === OPEN || c === CLOSE || c === LINE && hasSign || c === 0x22 || c === 0x27 || c === 0x2f && hasWord
      || c === 0x201c || c === 0x2018 || c === 0x60 || c === DOT && hasWord && units.c[at + 1] === SPACE) at += 1;
    else if (particleAt(units, at, hasWord)) at += 1;
    else if (c > 0x2190 && !isCJK(c)) at += 1;
    else break;
  }
  // What stands right behind a label of Latin letters is the rest of a word.
  if (at === start && isLatin(label.charCodeAt(label.length - 1)) && !isCJK(units.c[at]) && !isDigit(units.c[at])) return null;
  if (isWord && !hasWord) return null;
  const tagged = network === "discord" ? taggedNameAt(units, at) : null;
  if (tagged) return { kind: "id", from, to: tagged.to, plain: `${network}:${tagged.text}`, isOdd: tagged.isOdd };
  const name = (hasWord || hasSign ? partedNameAt(units, at) : null) ?? nameAt(units, at)
    ?? (hasWord || network === "qq" ? spelledNumberAt(units, at) : null);
  return name && isName(units, name, at - start, { hasWord, hasSign, hasLink, hasVerb, network, label })
    ? { kind: "id", from, to: name.to, plain: `${network}:${name.text}`, isOdd: name.isOdd } : null;
}

/** "name#1234": the names of Discord until 2023. */
function taggedNameAt(units, start) {
  const name = nameAt(units, start);
  if (!name || units.c[name.to] !== 0x23) return null;
  const to = name.to + 5;
  const tag = units.string(name.to, Math.min(units.length, to));
  return /^#\d{4}$/.test(tag) && !isWord(units.c[to]) ? { ...name, text: name.text + tag, to } : null;
}

/** "a c m e 8 8 8": a name with its characters apart, of four or more, with a letter and a digit. */
function partedNameAt(units, start) {
  let to = start;
  let text = "";
  while (isWord(units.c[to]) && !isWord(units.c[to + 1]) && text.length < 32) {
    text += String.fromCharCode(units.c[to]);
    if (units.c[to + 1] !== SPACE || !isWord(units.c[to + 2]) || isWord(units.c[to + 3])) return /^(?=.*[a-z])(?=.*\d).{4,}$/.test(text) ? { text, to: to + 1, isOdd: false } : null;
    to += 2;
  }
  return null;
}

/** "二二三三四四五五": a number of five digits or more in words. */
function spelledNumberAt(units, start) {
  let to = start;
  let text = "";
  while (spelledDigit(units.c[to]) >= 0) text += spelledDigit(units.c[to++]);
  return text.length >= 5 ? { text, to, isOdd: false } : null;
}

/** The end of a word such as "아이디" that stands here. */
function wordAt(units, at, start) {
  const at2 = ATS.find((text) => !isLatin(text.charCodeAt(0)) && startsWith(units, at, text));
  const word = at2 ?? ID_WORDS_LONGEST_FIRST.find((text) => startsWith(units, at, text));
  if (!word) return at;
  const end = at + [...word].length;
  if (!isLatin(word.charCodeAt(0))) return end;
  const isAlone = !isWord(units.c[end]) && (at === start || !isWord(units.c[at - 1]));
  return isAlone ? end : at;
}

const PARTICLES = new Set([..."은는이가를을로으의에서도是为為请請加这這"].map((sign) => sign.codePointAt(0)));
const LABEL_PARTICLES = new Set([..."은는에서로으是"].map((sign) => sign.codePointAt(0)));
const particleAt = (units, at, hasWord) => (hasWord ? PARTICLES : LABEL_PARTICLES).has(units.c[at]);

/** Whether a word behind a messenger is somebody's name, and no word of the sentence. */
function isName(units, { text, to }, distance, { hasWord, hasSign, hasLink, hasVerb, network, label }) {
  if (NO_NAMES.has(text)) return false;
  const hasDigit = /\d/.test(text), hasLetter = /[a-z]/.test(text);
  if (!hasLetter) {
    // A number of five digits or more names people of QQ, and of others behind "ID".
    if (network === "qq" && text.includes("-")) return isParted(text);
    const isNumber = /^\d{5,12}$/.test(text);
    return isNumber && (network === "qq" || hasWord && hasSign || hasWord && !/^(?:19|20)\d{6}$/.test(text)) && !isCounted(units, to);
  }
  if (text.length < 3 || /^v?\d+(?:\.\d+)+$/.test(text) || /^(?:ios|android|windows|macos)\d/.test(text)) return false;
  if (/^[a-z0-9-]+\.(?:com|net|org|io|me|kr|cn|[a-z]{2,3})$/.test(text)) return false;
  const isMarked = /[_\d]/.test(text);
  // "LINE ID is name1", and not "is 2fa-protected".
  if (hasVerb) return text.length >= 5 && /_|^[a-z].*\d$/.test(text);
  if (hasLink) return text.length >= 3;
  if (hasWord && (isMarked && (hasSign || text.length >= 4))) return true;
  if (hasSign && isMarked && text.length >= 4) return !/^\d+[a-z]{1,3}$/.test(text) || text.length >= 6;
  // "telegram upbit_help": a name with a sign that no word has.
  if (!hasWord && !hasSign) {
    if (/^[a-z]+-/.test(text) || text.length < 5) return false;
    if (/^(?:line|tele|signal|session|potato)$/.test(label)) return false;
    if (/^(?:톡|텔레|飞机|飛機|土豆|밴드|企鹅|卫星|小飞机|绿泡泡)$/.test(label)) return /_/.test(text);
    return /_/.test(text) || (hasDigit && hasLetter && /\d{2}|[a-z]\d/.test(text) && distance <= 2);
  }
  // A word of letters alone is a name at the end of a sentence: "Telegram: never share it" goes on.
  return text.length >= 4 && !isSentence(units, to) && (hasWord || hasSign);
}

/** "3829-1047-5": a number of QQ, and no day. */
function isParted(text) {
  const digits = text.replaceAll("-", "");
  return /^\d{5,12}$/.test(digits) && !/^(?:19|20)\d{6}$/.test(digits) && /^[^-]{2,}-[^-]{2,}/.test(text);
}

function isCounted(units, to) {
  const next = units.string(to, Math.min(units.length, to + 2)).trim();
  return /^[원%명개건人个次元年]/.test(next);
}

/** Whether a sentence of Latin letters goes on. */
function isSentence(units, to) {
  let at = to;
  while (units.c[at] === SPACE) at += 1;
  return at > to && isLatin(units.c[at]) || units.c[to] === 0x27 || units.c[to] === 0x2019;
}
