// Chinese as search compares it: pieces of text, which may come in parts but never as scattered characters.

import { HAN, scripts } from "./text.js";
import { below, put } from "./store.js";

scripts[HAN] = { match, unit: hanUnit, find, average, pieces, replaced };

/** A piece of Chinese, all of it; or without characters that are `free`; when `loose`, only the better part. */
export function hanUnit(text, free, loose) {
  const characters = [...text];
  return {
    kind: HAN, text, loose, exact: !free, ranges: [below(text)], pairs: characters.slice(1).map((next, at) => characters[at] + next),
    free: [...characters.keys()].filter((at) => characters[2] && free?.includes(characters[at])),
  };
}

/** The pieces of a Chinese run that say something; `isCut`, those of its words, as the browser cuts it. */
function pieces({ hanKept = "$", hanStop = "$" }) {
  const courtesy = new Set(hanStop.split(" ")), cut = new RegExp(`(${hanKept})|${hanStop}`.replaceAll(" ", "|"), "g");
  function piecesOf(text, alone) {
    if (courtesy.has(text)) return [];
    const rest = text.length < 3 ? [text] : text.replace(cut, (found, kept) => kept ?? " ").split(" ").filter(Boolean);
    const pieces = rest.filter((piece) => piece.length > 1);
    return pieces.length || !alone && text.length > 1 ? pieces : rest;
  }
  return (text, alone, isCut) => (isCut ? [...new Intl.Segmenter("zh", { granularity: "word" }).segment(text)].flatMap(({ segment }) => piecesOf(segment)) : piecesOf(text, alone));
}

/** A longer piece with another word for the longest part that has one. */
async function replaced(text, synonyms, ready, free) {
  if (text.length < 4) return [];
  await ready([...text]);
  for (let size = Math.min(6, text.length - 1); size > 1; size--) {
    for (let at = 0; at + size <= text.length; at++) {
      const part = text.slice(at, at + size);
      const others = (synonyms(part) ?? []).filter((other) => /^[\u3400-\u9fff]{2,}$/.test(other));
      if (others[0]) return others.slice(0, 6).map((other) => hanUnit(text.replace(part, other), free));
    }
  }
  return [];
}

function match({ text }, list, at, atStart) {
  const place = list[at].text.indexOf(text);
  const from = list[at].from + place;
  return place < 0 || atStart && place > 0 ? null : { from, to: from + text.length, next: at + 1 };
}

/** Whether enough of a piece is covered, by bits: all but the characters that may be missing. */
function covered({ text, free, loose }, mask) {
  let missing = 0;
  for (let at = 0; at < text.length; at++) missing += !(mask >> at & 1 || free.includes(at));
  return mask && (!missing || loose && missing <= text.length * 0.4 && (mask & mask >> 1 & mask >> 2) > 0);
}

/** Where a piece stands in a folded text. */
function find(unit, folded) {
  const all = (piece) => {
    let to = 0;
    return folded.split(piece).slice(0, -1).map((before) => [to += before.length, to += piece.length]);
  };
  const whole = all(unit.text);
  if (whole[0] || unit.exact) return whole;
  const mask = unit.pairs.reduce((mask, pair, at) => (folded.includes(pair) ? mask | 3 << at : mask), 0);
  return covered(unit, mask) ? unit.pairs.flatMap(all) : [];
}

/** Puts what documents have that hold enough of a piece; `pairs` is what each of its pairs has found. */
function average(found, pairs, unit) {
  const isCovered = [], { length } = pairs, [first, last] = [pairs[0], pairs[length - 1]];
  // If all of it must be there, its ends must, which only these pairs have.
  const { list, size } = unit.loose || unit.free[0] >= 0 ? {} : first.size < last.size ? first : last;
  for (let n = 0, end = size ?? found.list.length; n < end; n++) {
    const at = list ? list[n] : n;
    let mask = 0, sum = 0;
    for (let bit = 0; bit < length; bit++) {
      const score = pairs[bit].score[at];
      if (!score) continue;
      mask |= 3 << bit;
      sum += score;
    }
    if (mask && (isCovered[mask] ??= covered(unit, mask))) put(found, at, 1 + (sum / length | 0));
  }
}
