// Finds phone numbers in units, however they are grouped and spelled.
import { GAP, isShortNumber, phoneOf } from "./number-forms.js";
import { CLOSE, DASH, DOT, LINE, MIDDLE, OPEN, SPACE, TILDE, englishDigits, isCJK, isDigit, isLatin, isWord, spelledDigit } from "./units.js";
import { CALLS, CALLS_BEHIND, HYPHENS, OTHER_NUMBERS, UNITS } from "./words.js";

const REAL = 0, SPELLED = 1, ALIKE = 2;
const ALIKES = new Map([["o", 0], ["i", 1], ["l", 1], ["|", 1], ["s", 5], ["b", 8], ["z", 2]].map(([sign, digit]) => [sign.charCodeAt(0), digit]));
/** A number has at most so many groups; more are a table. */
const MOST_GROUPS = 18;
const LONGEST_GAP = 8;

/** Whether digits may begin here. */
export function mayBeginNumber(units, at) {
  const c = units.c[at];
  return isDigit(c) || c === 0x2b || c === 0xcc9c || c === 0x5343 || isLatin(c) || spelledDigit(c) >= 0 || c === 0x7c;
}

/**
 * Adds the numbers of the run of digits that begins at a unit.
 * Returns where the run ends; where it began when no digit stands there.
 */
export function numbers(units, at, found) {
  const vanity = vanityAt(units, at);
  if (vanity) {
    found.push(vanity);
    return vanity.to;
  }
  const plus = plusAt(units, at);
  const start = plus ?? at;
  const run = runAt(units, start);
  if (run.length === 0) return at;
  const end = run.at(-1).to;
  const count = run.reduce((sum, group) => sum + group.digits.length, 0);
  if (count >= 4 && !isPartBefore(units, at)) windows(units, run, plus === null ? -1 : at, found);
  return end;
}

const KEYS = "22233344455566677778889999";

/** "1-800-FLOWERS": letters of the keys of a telephone, in capitals or behind hyphens. */
function vanityAt(units, at) {
  if (units.c[at] !== 0x31 && units.c[at] !== 0x2b || isPartBefore(units, at)) return null;
  const match = /^(\+?1[ .()-]{1,3}8(?:00|33|44|55|66|77|88)([ .()-]{1,3}))([a-z0-9]+(?:-[a-z0-9]+){0,2})(?![a-z0-9_])/.exec(units.string(at, Math.min(units.length, at + 40)));
  if (!match) return null;
  const letters = match[3].replaceAll("-", "");
  const from = at + match[1].length, to = at + match[0].length;
  const isCapital = Array.from({ length: to - from }, (_, index) => from + index).every((place) => !isLatin(units.c[place]) || units.upper[place]);
  if (letters.length < 7 || letters.length > 10 || (letters.match(/[a-z]/g)?.length ?? 0) < 3 || !(isCapital || match[2] === "-")) return null;
  const digits = (match[1] + letters).replace(/[^a-z0-9]/g, "").replace(/[a-z]/g, (letter) => KEYS[letter.charCodeAt(0) - 0x61]);
  return { kind: "phone", from: at, to, plain: digits.slice(0, 11) };
}

/** Behind a plus, where the digits of an international number begin. */
function plusAt(units, at) {
  if (units.c[at] !== 0x2b) return null;
  let to = at + 1;
  while (to < units.length && (units.c[to] === SPACE || units.c[to] === CLOSE || units.c[to] === OPEN || units.c[to] === DASH) && to - at < 4) to += 1;
  return isDigit(units.c[to]) ? to : null;
}

/** `{ digits, kind, from, to, gap }`: `gap` is what stands before the group. */
function runAt(units, start) {
  const run = [];
  let at = start;
  let gap = GAP.none;
  while (run.length < 400) {
    const group = groupAt(units, at);
    if (!group) break;
    run.push({ ...group, gap });
    const between = gapAt(units, group.to, group.kind);
    at = between.to;
    gap = between.kinds;
  }
  return run;
}

function groupAt(units, at) {
  const c = units.c[at];
  if (at >= units.length) return null;
  const isInWord = at > 0 && isWord(units.c[at - 1]);
  if ((isDigit(c) || ALIKES.has(c)) && !isInWord) {
    const alike = alikeAt(units, at);
    if (alike) return alike;
  }
  if (isDigit(c)) {
    let to = at;
    let digits = "";
    while (to < units.length && isDigit(units.c[to])) digits += String.fromCharCode(units.c[to++]);
    return { digits, kind: REAL, from: at, to };
  }
  const counted = countedAt(units, at);
  if (counted) return counted;
  if (spelledDigit(c) >= 0) {
    // "1588一5682": the sign for one in the place of a hyphen.
    if (c === 0x4e00 && isDigit(units.c[at - 1]) && isDigit(units.c[at + 1])) return null;
    let to = at;
    let digits = "";
    while (to < units.length && spelledDigit(units.c[to]) >= 0) digits += spelledDigit(units.c[to++]);
    return { digits, kind: SPELLED, from: at, to };
  }
  return isLatin(c) && !isInWord ? englishAt(units, at) : null;
}

/** "l588", "O1O": letters that look like digits, in a word with digits and nothing else. */
function alikeAt(units, at) {
  let to = at;
  let digits = "", real = 0;
  for (; to < units.length && (isWord(units.c[to]) || units.c[to] === 0x7c); to += 1) {
    const c = units.c[to];
    if (isDigit(c)) real += 1;
    else if (!ALIKES.has(c)) return null;
    digits += isDigit(c) ? String.fromCharCode(c) : ALIKES.get(c);
  }
  const isBeside = to + 1 < units.length && units.c[to] === DASH && isDigit(units.c[to + 1]);
  const letters = digits.length - real;
  // "010|1234|5678": bars between groups.
  const isBarred = /^\d{3,}(?:\|\d{3,})+$/.test(units.string(at, to));
  if (letters === 0 || isBarred || (real < letters && !(isBeside && letters <= 4)) || (real === 0 && digits.length < 3)) return null;
  return { digits, kind: ALIKE, from: at, to };
}

const PLACES = new Map([["천", 1000], ["千", 1000], ["仟", 1000], ["백", 100], ["百", 100], ["佰", 100], ["십", 10], ["十", 10], ["拾", 10]]
  .map(([sign, value]) => [sign.codePointAt(0), value]));

/** "四百" for 400 and "천오백팔십팔" for 1588: what a number to call begins with, read as a count. */
function countedAt(units, start) {
  if (spelledDigit(units.c[start - 1]) >= 0 || PLACES.has(units.c[start - 1])) return null;
  let at = start, value = 0, least = 10_000;
  for (;;) {
    const digit = spelledDigit(units.c[at]);
    const place = PLACES.get(units.c[digit >= 0 ? at + 1 : at]);
    if (!place) {
      // "四百八一八": the digits behind a hundred are read one by one.
      if (digit > 0 && least > 1 && !(least === 100 && spelledDigit(units.c[at + 1]) >= 0)) {
        value += digit;
        at += 1;
      }
      break;
    }
    if (place >= least || digit === 0) return null;
    value += place * (digit >= 0 ? digit : 1);
    least = place;
    at += digit >= 0 ? 2 : 1;
  }
  const isMeant = value === 400 || value === 800 || value > 1000 && value % 100 !== 0;
  return least < 10_000 && isMeant && !COUNTED_ON.includes(units.c[at]) ? { digits: String(value), kind: SPELLED, from: start, to: at } : null;
}

/** A larger count goes on: 만, 억, 여. */
const COUNTED_ON = [..."만억여조余万亿多萬億"].map((sign) => sign.codePointAt(0));

function englishAt(units, at, canRepeat = true) {
  let to = at;
  while (to < units.length && isLatin(units.c[to]) && to - at < 64) to += 1;
  const word = units.string(at, to);
  if (canRepeat && (word === "double" || word === "triple")) {
    let next = to;
    while (units.c[next] === SPACE || units.c[next] === DASH) next += 1;
    const group = next > to && isLatin(units.c[next]) ? englishAt(units, next, false) : null;
    return group && { ...group, from: at, digits: group.digits[0].repeat(word === "double" ? 1 : 2) + group.digits };
  }
  const digits = englishDigits(word);
  // "one eight hundred": a number that costs nothing.
  const hundred = canRepeat && (word === "eight" || word === "four") ? /^[ -]hundred(?![a-z])/.exec(units.string(to, Math.min(units.length, to + 9)))?.[0] : undefined;
  if (hundred) return { digits: word === "four" ? "400" : "800", kind: SPELLED, from: at, to: to + hundred.length };
  return digits && !isDigit(units.c[to]) ? { digits: digits.join(""), kind: SPELLED, from: at, to } : null;
}

const GAPS = new Map([
  [SPACE, GAP.space], [DASH, GAP.dash], [0x5f, GAP.dash], [DOT, GAP.dot], [MIDDLE, GAP.dot], [OPEN, GAP.bracket], [CLOSE, GAP.bracket],
  [0x3c, GAP.bracket], [0x3e, GAP.bracket], [0x2f, GAP.slash], [0x2c, GAP.comma], [0x3a, GAP.colon], [TILDE, GAP.tilde], [LINE, GAP.line],
  [0x4e00, GAP.dash],
]);

function gapAt(units, start) {
  let at = start;
  let kinds = GAP.none;
  while (at < units.length && at - start < LONGEST_GAP) {
    const c = units.c[at];
    const word = hyphenAt(units, at);
    if (word > at && (at === start || (kinds & ~GAP.space) === 0 || (kinds & GAP.bracket) !== 0)) {
      kinds |= GAP.word;
      at = word;
      continue;
    }
    if (isDigit(c) || isLatin(c) || spelledDigit(c) >= 0 && !(c === 0x4e00 && isDigit(units.c[at - 1]))) break;
    if (c === 0x7c && kinds === GAP.space && units.c[at + 1] === SPACE) {
      kinds |= GAP.cell;
      at += 1;
      continue;
    }
    const kind = GAPS.get(c) ?? (isCJK(c) || c === 0x2b || c === 0x7c && kinds !== 0 ? null : GAP.other);
    if (kind === null) break;
    kinds |= kind;
    at += 1;
  }
  return { kinds, to: at };
}

/** The end of a word for the hyphen that stands between digits; `at` when none does. */
function hyphenAt(units, at) {
  const c = units.c[at];
  if (!isCJK(c) && c !== 0x64 && c !== 0x68 && c !== 0x6d) return at;
  const word = HYPHENS.find((text) => startsWith(units, at, text));
  if (!word) return at;
  const to = at + [...word].length;
  let next = to;
  while (units.c[next] === SPACE || units.c[next] === CLOSE) next += 1;
  if (isLatin(c) && isLatin(units.c[to])) return at;
  return isDigit(units.c[next]) || spelledDigit(units.c[next]) >= 0 || isLatin(c) && isLatin(units.c[next]) ? to : at;
}

export function startsWith(units, at, text) {
  let place = at;
  for (const sign of text) if (units.c[place++] !== sign.codePointAt(0)) return false;
  return true;
}

/** Finds the numbers among the groups of a run, the longest first. */
function windows(units, run, plus, found) {
  for (let first = 0; first < run.length; first += 1) {
    const isPlus = plus >= 0 && first === 0;
    if (first > 0 && !isBorder(run[first], run[first - 1])) continue;
    // "09:00 2026-11-21": the minutes of a time begin no number.
    if (first > 0 && run[first].gap === GAP.colon && run[first].digits.length <= 2) continue;
    const last = lastOf(units, run, first, isPlus);
    if (last === null) continue;
    found.push({ kind: "phone", from: isPlus ? plus : run[first].from, to: run[last.at].to, plain: last.phone });
    first = last.at;
  }
}

/** Whether a number can end before a group, and another begin with it. */
function isBorder(group, previous) {
  const inside = GAP.dash | GAP.dot | GAP.tilde | GAP.word | GAP.other;
  return group.gap === GAP.none ? group.kind !== previous.kind : (group.gap & ~inside) !== 0;
}

/** The longest number from a group on: one of a form that is known, else one that "call" stands before. */
function lastOf(units, run, first, isPlus) {
  let label = null;
  const most = Math.min(run.length, first + MOST_GROUPS);
  for (const anyForm of [false, true]) {
    for (let last = most - 1; last >= first; last -= 1) {
      if (last + 1 < run.length && !isBorder(run[last + 1], run[last])) continue;
      const groups = run.slice(first, last + 1);
      const count = groups.reduce((sum, group) => sum + group.digits.length, 0);
      if (count > 18 || count < 4) continue;
      label ??= labelBefore(units, run[first].from - (isPlus ? 1 : 0));
      const phone = judged(units, run, first, last, isPlus, label, anyForm);
      if (phone) return { at: last, phone };
    }
    if (!label?.isCall) return null;
  }
  return null;
}

function judged(units, run, first, last, isPlus, label, anyForm) {
  const groups = run.slice(first, last + 1);
  let gaps = groups.slice(1).reduce((all, group) => all | group.gap, 0);
  // Over cells and lines goes only what is to be called, and begins none of them as a count.
  if ((gaps & GAP.cell) !== 0 || (gaps & GAP.line) !== 0 && (gaps & GAP.dash) === 0) {
    if (!label.isCall || anyForm || isCounted(units, groups.at(-1).to, true)) return null;
    gaps = GAP.dash;
  }
  const texts = groups.map((group) => group.digits);
  const isSpelled = groups.some((group) => group.kind === SPELLED);
  if (isSpelled && !isMeantAsDigits(units, groups)) return null;
  const digits = texts.join("");
  const isService = digits.length === 8 && !isPlus;
  const end = groups.at(-1).to;
  if (digits.length < 7 && !isPlus) return !isSpelled && isShort(units, digits, groups.length, gaps, label, end) ? digits : null;
  const phone = phoneOf({ groups: texts, gaps, isPlus, isSpelled, isCall: anyForm });
  if (!phone || isPartAfter(units, groups.at(-1).to)) return null;
  if (label.isOther && !isPlus) return null;
  const isLoose = groups.length === 1 || isService || isPlus || !/^0/.test(digits);
  if (isLoose && !label.isCall && isCounted(units, groups.at(-1).to, groups.length > 1)) return null;
  if (isLoose && isCurrency(units, groups[0].from)) return null;
  return isAmongCards(run, first, last) && !isSpelled ? null : phone;
}

/** Whether a short number stands beside a word that says that it is called. */
function isShort(units, digits, groups, gaps, label, end) {
  if (!isShortNumber(digits) || isPartAfter(units, end) || label.isOther) return false;
  // "95 588": only where no amount can be meant.
  const isGrouped = groups > 1;
  if (isGrouped && (digits[0] !== "9" || (gaps & ~(GAP.space | GAP.dash)) !== 0)) return false;
  const isCalled = label.isCall || (digits.length > 4 && isCallBehind(units, end));
  return isCalled && !isCounted(units, end, isGrouped);
}

/** Whether a word for a call follows: "95588 客服". */
function isCallBehind(units, to) {
  let at = to;
  while (units.c[at] === SPACE && at - to < 2) at += 1;
  return CALLS_BEHIND.some((word) => {
    if (!startsWith(units, at, word)) return false;
    // Particles stand right behind, and "call" behind them.
    return [...word].length > 1 || (at === to && [1, 2, 3].some((step) => ["전화", "연락", "걸"].some((call) => startsWith(units, at + step, call))));
  });
}

/** Whether words among digits are digits: "15팔팔-5682", and not "시행령이 2026-08-11". */
function isMeantAsDigits(units, groups) {
  if (groups.every((group) => group.kind === SPELLED)) return true;
  if (groups[0].kind === SPELLED && isCJK(units.c[groups[0].from]) && isCJK(units.c[groups[0].from - 1] ?? 0)) return false;
  return groups.every((group, at) => group.kind !== SPELLED || isLatin(units.c[group.from]) || group.digits.length > 2 || (at > 0 && group.gap === GAP.none)
    || (at + 1 < groups.length && groups[at + 1].gap === GAP.none));
}

/** "1588 5682 1234 5678": four groups of four are a card's number. */
function isAmongCards(run, first, last) {
  if (last - first !== 1 || run[first].digits.length !== 4 || run[last].digits.length !== 4) return false;
  const isFour = (at) => at >= 0 && at < run.length && run[at].digits.length === 4;
  const beside = [last + 1, first - 1].find(isFour);
  return beside !== undefined && run[Math.max(beside, first)].gap === GAP.space && run[last].gap === GAP.space;
}

/** Whether the digits continue a word, a path or another number: `A-1588`, `#1234`, `0x15`. */
function isPartBefore(units, start) {
  let at = start - 1;
  if (at >= 0 && isWord(units.c[at])) return !isCallWord(units, start);
  while (at >= 0 && (units.c[at] === DASH || units.c[at] === DOT || units.c[at] === 0x2f || units.c[at] === 0x23 || units.c[at] === 0x3d)) {
    if (units.c[at] === 0x23) return true;
    at -= 1;
  }
  if (at === start - 1 || at < 0) return false;
  return isWord(units.c[at]) && !isCallWord(units, at + 1);
}

/** Whether letters that end here are a word for a call: "tel15885682", "T.02-123-4567". */
function isCallWord(units, end) {
  let at = end;
  while (at > 0 && isLatin(units.c[at - 1])) at -= 1;
  if (at > 0 && isWord(units.c[at - 1])) return false;
  const word = units.string(at, end);
  return /^(?:t|m|p|h|hp|f|no|cs|to|at)$/.test(word) || CALLS.includes(word);
}

function isPartAfter(units, to) {
  const c = units.c[to];
  if (c === undefined) return false;
  if (isWord(c) || c === 0x25) return !/^(?:ext|x\d)/.test(units.string(to, Math.min(units.length, to + 3)));
  const next = units.c[to + 1];
  return (c === DASH || c === DOT || c === 0x2f) && (isLatin(next) || (c !== DOT && isDigit(next)));
}

/** Whether a unit of an amount or a count follows. */
function isCounted(units, to, isGrouped) {
  let at = to;
  while (units.c[at] === SPACE && at - to < 2) at += 1;
  if (units.c[at] === 0x25) return true;
  return UNITS.some((unit) => {
    if (!startsWith(units, at, unit)) return false;
    const end = at + [...unit].length;
    if (isLatin(units.c[at])) return !isWord(units.c[end]);
    // "1588-5682만 이용": a particle, where money would follow.
    return !(isGrouped && /^(?:만|자|개|인|배)$/.test(unit)) && !(unit.length === 1 && at > to && /^[자배쪽개통聪页倍条字]$/.test(unit));
  });
}

const isCurrency = (units, from) => {
  let at = from - 1;
  while (units.c[at] === SPACE) at -= 1;
  return [0x24, 0x20a9, 0xa5, 0xffe6, 0x20ac, 0xa3, 0x2248, 0x3d].includes(units.c[at]) && units.c[at] !== 0x3d;
};

/** What the words before a number say of it. */
function labelBefore(units, from) {
  let start = from;
  while (start > 0 && from - start < 28 && units.c[start - 1] !== LINE) start -= 1;
  const text = units.string(start, from).replace(/[\s:#()"'“”‘’=\-~.,*_|>]+$/, "");
  const bare = text.replace(/(?:\s*(?:is|no|number|me|us|at|on|는|은|가|이|를|을|로|으로|为|是|请)|[:#(]|\s)+$/, "");
  const ends = (word) => [text, bare].some((part) => part.endsWith(word)
    && !(isLatin(word.charCodeAt(0)) && /[a-z0-9]$/.test(part.slice(0, -word.length))));
  return { isCall: CALLS.some(ends) || /국번 없이$/.test(text), isOther: OTHER_NUMBERS.some(ends) };
}
