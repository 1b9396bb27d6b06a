// Reads the index: which file holds a term, what it says about the documents. Sources/Search/SearchIndex.swift writes it.
// And makes needles from words, by which the index is asked and texts are searched.

import { HAN, HANGUL, LINK, NONE, WORD, covered, remembering, stem, tokens } from "./text.js";

const HEADS = 4;  // documents in one file of heads
const PAGE = 128;  // such files on a page of the directory
const ALSO = 0.3;  // what a page gains that says the same in two ways

const valueAt = (code, at) => {
  const value = code.charCodeAt(at) - 35;
  return value > 56 ? value - 1 : value;
};
const hashAt = (hashes, at) => hashes.slice(at * 7, at * 7 + 7);  // hashes are of seven characters

/** The files of an index. `load(path)` gives parsed JSON. */
export function openStore(entry, load) {
  const { language, count, parts = {} } = entry;
  const loaded = new Map(Object.entries(parts));
  const firsts = entry.terms[0].split(" ");
  const list = new Uint32Array(count);  // the documents of the term that is read
  const asked = new Map();  // what the last units found

  const part = (kind, hash) => once(loaded, `${language}/${kind}.${hash}.json`, load);

  /** Visits the terms from `low` to before `high`, each with the code of its postings. */
  async function eachTerm([low, high], visit) {
    // Files and terms are sorted: the first that is not before a term.
    const search = (size, isBefore) => {
      let from = 0;
      for (let to = size; from < to;) {
        const middle = from + to >> 1;
        if (isBefore(middle)) from = middle + 1;
        else to = middle;
      }
      return from;
    };
    const from = Math.max(0, search(firsts.length, (at) => firsts[at] <= low) - 1);
    // A prefix loads four files at most.
    const to = Math.max(from + 1, Math.min(from + 4, search(firsts.length, (at) => firsts[at] < high)));
    const files = await Promise.all(Array.from({ length: to - from }, (_, at) => part("t", hashAt(entry.terms[1], from + at))));
    for (const list of files) {
      for (let at = 2 * search(list.length / 2, (at) => list[at * 2] < low); list[at] < high; at += 2) visit(list[at], list[at + 1]);
    }
  }

  const rarityOf = (documents) => Math.log(1 + (count - documents + 0.5) / (documents + 0.5));
  const summary = (found, exact = !!found.size, rarity = rarityOf(found.size)) => ({ ...found, exact, rarity });

  /** Reads postings: distances first, then a character for the level, of 15, of each. */
  function read(code, found, share) {
    let size = 0, high = 0, before = -1;
    for (let at = 0; at + size < code.length; at++) {
      const value = valueAt(code, at);
      if (value < 64) list[size++] = before += high * 64 + value + 1;
      high = value < 64 ? 0 : high * 27 + value - 64;
    }
    for (let n = 0; n < size; n++) {
      const score = valueAt(code, code.length - size + n) / 15 * share;
      if (score > found.score[list[n]]) put(found, list[n], score);
    }
  }

  /** How much every document is about what a unit stands for. A reader who types on asks for the same units again. */
  const unitScores = (unit) => once(asked, JSON.stringify(unit), () => (unit.pairs?.[0] ? hanScores(unit) : termScores(unit)), 60);

  async function termScores({ kind, text, root, open, ranges, splits = [] }) {
    // A short word is looked up by itself: kyc would load all of kyc1001.
    ranges ??= open || text.length > 3 && !/\d/.test(text) ? [below(root)] : [only(text), only(`${text}s`)];
    const found = nothing(count);
    let exact = false;
    await Promise.all(ranges.map((range) => eachTerm(range, (term, code) => {
      const share = term === text || kind === HAN ? 1 : kind !== WORD || stem(term) === root ? 0.85 : open && term.startsWith(text) ? 0.7 : 0;
      exact ||= share === 1;
      if (share) read(code, found, share);
    })));
    const rarity = rarityOf(found.size);
    for (let n = 0; n < found.size; n++) found.score[found.list[n]] *= rarity;
    for (const split of await Promise.all(splits.map(allScores))) add(found, split, 0.9);
    return summary(found, exact, rarity);
  }

  async function hanScores(unit) {
    const pairs = await Promise.all(unit.pairs.map((text) => unitScores({ kind: HAN, text, ranges: [only(text)] })));
    const isCovered = remembering((mask) => covered(unit, mask));
    const found = nothing(count);
    const masks = new Int32Array(count), sums = new Float64Array(count);
    pairs.forEach(({ list, score, size }, bit) => {
      for (let n = 0; n < size; n++) {
        masks[list[n]] |= 3 << bit;
        sums[list[n]] += score[list[n]];
      }
    });
    for (let at = 0; at < count; at++) if (isCovered(masks[at])) put(found, at, sums[at] / pairs.length);
    return summary(found);
  }

  /** Documents that have all the units; whether these follow each other, their texts say. */
  async function allScores([unit, ...units]) {
    const first = await unitScores(unit);
    // Where no document has the first, the files of the others are not needed.
    if (!units[0] || !first.size) return first;
    return summary((await Promise.all(units.map(unitScores))).reduce(both, first));
  }

  /** Documents that both have, with the lower of the scores. */
  function both(one, other) {
    const found = nothing(count);
    const { list, size } = one.size < other.size ? one : other;
    for (let n = 0; n < size; n++) {
      const score = Math.min(one.score[list[n]], other.score[list[n]]);
      if (score > 0) put(found, list[n], score);
    }
    return found;
  }

  return {
    count, allScores, small: !!entry.parts,
    group: (at) => entry.runs.find(([, , size]) => (at -= size) < 0),
    async head(at) {
      const file = Math.floor(at / HEADS);
      const hash = entry.pages ? hashAt(await part("l", hashAt(entry.pages, Math.floor(file / PAGE))), file % PAGE) : hashAt(entry.docs, file);
      return (await part("d", hash))[at % HEADS];
    },
    sections: ({ text }) => part("x", text),
    words: () => part("w", entry.words),
    pinyin: () => (entry.pinyin ? part("p", entry.pinyin) : {}),
  };
}

/** The range of the terms that begin with a text, and of the text alone. */
const below = (text) => [text, `${text}\uffff`];
const only = (text) => [text, `${text}\0`];

/** What is found: a score for every document, and a list of those that have one, so that nobody looks at all of them. */
export const nothing = (count) => ({ score: new Float32Array(count), list: new Uint32Array(count), size: 0 });

function put(found, at, score) {
  if (!found.score[at]) found.list[found.size++] = at;
  found.score[at] = score;
}

/** Adds what another way of finding gives: the better of both, with a part of the other where that leaves room below `most`. */
export function add(found, { list, score, size }, boost, most = 0) {
  for (let n = 0; n < size; n++) {
    const at = list[n];
    const value = found.score[at], more = score[at] * boost;
    const best = Math.max(value, more);
    put(found, at, best + (most > best ? Math.min(value, more) * (1 - best / most) * ALSO : 0));
  }
}

/** What is made once for a key, the last `most` of it; what fails is made again. */
export function once(map, key, make, most) {
  if (map.has(key)) return map.get(key);
  const making = Promise.resolve(make(key));
  making.catch(() => map.delete(key));
  return keep(map, key, making, most);
}

/** Keeps the last few of what is made. */
export function keep(map, key, value, most) {
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value);
  return value;
}

export const wordUnit = (text, open = false, splits) => ({ kind: WORD, text, root: stem(text), open, splits });

/** Text that begins with one of the ranges; `size` is how much of it the reader typed. */
export const rangeUnit = (ranges, size, text = "") => ({ kind: HANGUL, text, size, ranges });

/** A piece of Chinese, all of it; or without characters that are `free`; when `loose`, only the better part. */
export const hanUnit = (text, free, loose) => {
  const characters = [...text];
  return {
    kind: HAN, text, loose, exact: !free, ranges: [below(text)], pairs: characters.slice(1).map((next, at) => characters[at] + next),
    free: [...characters.keys()].filter((at) => characters[2] && free?.includes(characters[at])),
  };
};

export const startUnit = (text) => rangeUnit([below(text)], text.length, text);
const startOrWhole = (text) => (text.length > 1 ? startUnit(text) : rangeUnit([only(text)], 1, text));

/** A Korean word: from its start on, or in parts with spaces between. */
export const koreanUnit = (text, analysis) => ({ ...startUnit(text), splits: koreanSplits(text, analysis) });

function koreanSplits(text, analysis, most = 3) {
  const splits = [];
  const stands = (part) => part.length > 1 || analysis.short.has(part);
  for (let at = 1; at < text.length && most > 1 && text.length < 11; at++) {
    const [left, right] = [text.slice(0, at), text.slice(at)];
    if (!stands(left) || !stands(right)) continue;
    const bare = analysis.koreanStem(left);
    const head = rangeUnit([only(bare)], at, bare);
    splits.push([head, startUnit(right)], ...koreanSplits(right, analysis, most - 1).map((rest) => [head, ...rest]));
  }
  return splits;
}

/** A phrase as a needle: words next to each other, spaces aside. */
export function phrase(text, { fold, koreanStem, isEnding }) {
  const units = [];
  let run = [];
  const list = tokens(fold(text));
  list.forEach(({ kind, text, gap }, at) => {
    const before = list[at - 1]?.kind, after = list[at + 1];
    if (kind === HAN) return units.push(hanUnit(text));
    if (kind === WORD) run.push(text);
    else if (gap !== NONE || before !== WORD || !isEnding(text)) run.push(koreanStem(text));
    if (!run.length || after?.kind === kind && (kind === HANGUL || after.gap === LINK)) return;
    const make = kind === WORD ? wordUnit : startOrWhole;
    units.push({ ...make(run.join("")), splits: run[1] ? [run.map((part) => make(part))] : [] });
    run = [];
  });
  return units;
}
