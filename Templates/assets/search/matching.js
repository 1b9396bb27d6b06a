// Finds a needle in a text. The index only proposes pages; what is written here decides.
//
// A needle is a list of units that must follow each other. A unit is a word, a Korean word (from its start, or from
// a noun inside it; spaces do not matter) or a piece of Chinese, which may come in parts but never as scattered characters.

import { HAN, HANGUL, LINK, SPACE, WORD, stem, tokens } from "./analysis.js";

/** A text made ready: folded, with its tokens, and with the way back to the text as it stands. */
export function prepare(text, { fold }) {
  let folded = fold(text);
  let back = (at) => at;
  if (folded.length !== text.length) {
    const places = [];
    let at = 0;
    folded = "";
    for (const character of text) {
      const piece = fold(character);
      folded += piece;
      for (let unit = 0; unit < piece.length; unit++) places.push(at);
      at += character.length;
    }
    places.push(at);
    back = (place) => places[place];
  }
  let list;
  return { text, folded, back, get tokens() { return list ??= tokens(folded); } };
}

/** Where a needle stands in a prepared text, as ranges of the folded text; [] where it does not. */
export function find(needle, field, analysis) {
  if (needle.length === 1 && needle[0].kind === HAN) return findHan(needle[0], field.folded);
  const found = [];
  const first = needle[0];
  for (let at = 0; at < field.tokens.length; at++) {
    const start = matchUnit(first, field, at, analysis);
    let end = start;
    for (let unit = 1; end && unit < needle.length; unit++) {
      const next = field.tokens[end.next];
      end = next && next.gap <= SPACE ? matchUnit(needle[unit], field, end.next, analysis, true) : null;
    }
    if (end) found.push([start.from, end.to]);
  }
  return found;
}

function matchUnit(unit, field, at, analysis, atStart = false) {
  const token = field.tokens[at];
  if (token.kind !== unit.kind) return null;
  if (unit.kind === HAN) {
    const place = token.text.indexOf(unit.text);
    return place < 0 || atStart && place > 0 ? null : { from: token.from + place, to: token.from + place + unit.text.length, next: at + 1 };
  }
  return unit.kind === WORD ? matchWord(unit, field.tokens, at) : matchKorean(unit, field.tokens, at, analysis, atStart);
}

const span = (list, at, end) => ({ from: list[at].from, to: list[end].to, next: end + 1 });

function matchWord({ text, open, root }, list, at) {
  let joined = list[at].text;
  if (joined[0] !== text[0]) return null;
  if (joined === text || open && joined.startsWith(text) || root && stem(joined) === root) return span(list, at, at);
  for (let end = at + 1; joined.length < text.length && list[end]?.kind === WORD && list[end].gap <= SPACE; end++) {
    joined += list[end].text;
    if (joined === text || root && stem(joined) === root || open && list[end].gap === LINK && joined.startsWith(text)) return span(list, at, end);
  }
  return null;
}

const within = (text, ranges) => ranges.some(([low, high]) => text >= low && text < high);

function matchKorean({ text, ranges, size }, list, at, analysis, atStart) {
  const word = list[at].text;
  const last = atStart || size < 2 ? 0 : Math.max(0, word.length - 2);
  for (let from = 0; from <= last; from++) {
    if (from === 1 && !(analysis.hasPrefix(word) && word.length > 2)) continue;
    if (text && word[from] !== text[0]) continue;
    const rest = word.slice(from);
    const start = list[at].from + from;
    if (within(rest, ranges) || size < 2 && within(analysis.koreanStem(rest), ranges)) return { from: start, to: start + Math.min(size, rest.length), next: at + 1 };
    const end = matchAcross(text, ranges, list, at, rest, analysis);
    if (end) return { ...end, from: start };
  }
  return null;
}

/** A Korean word whose parts stand apart in the text; what follows the first must be two syllables of it, or a whole word. */
function matchAcross(text, ranges, list, at, rest, { koreanStem, isEnding }) {
  for (const first of new Set([rest, koreanStem(rest)])) {
    if (!text.startsWith(first)) continue;
    let joined = first;
    for (let end = at + 1; joined.length < text.length && list[end]?.kind === HANGUL && list[end].gap <= SPACE; end++) {
      const next = list[end].text;
      const used = text.length - joined.length;
      const whole = joined + next;
      if (within(whole, ranges) && (used >= 2 || text.length >= 4 || next.length === used || isEnding(next.slice(used)))) {
        return { to: list[end].from + Math.min(used, next.length), next: end + 1 };
      }
      const bare = joined + koreanStem(next);
      joined = text.startsWith(whole) ? whole : bare;
      if (!text.startsWith(joined)) break;
    }
  }
  return null;
}

/** Which of the characters stand in pairs in the text, as bits. */
function cover(unit, has) {
  let mask = 0;
  unit.pairs.forEach((pair, at) => { if (has(pair, at)) mask |= 3 << at; });
  return mask;
}

/** Whether enough of a piece is covered: all but the characters that may be missing. */
export function covered({ text, free, loose }, mask) {
  let missing = 0;
  for (let at = 0; at < text.length; at++) if (!(mask >> at & 1) && !free.includes(at)) missing++;
  return mask !== 0 && (missing === 0 || loose && missing <= text.length * 0.4 && (mask & mask >> 1 & mask >> 2) !== 0);
}

function findHan(unit, folded) {
  const found = [];
  const all = (piece) => { for (let at = folded.indexOf(piece); at >= 0; at = folded.indexOf(piece, at + piece.length)) found.push([at, at + piece.length]); };
  all(unit.text);
  if (found.length > 0 || unit.text.length < 3 || unit.exact) return found;
  const mask = cover(unit, (pair) => folded.includes(pair));
  if (covered(unit, mask)) unit.pairs.forEach(all);
  return found;
}
