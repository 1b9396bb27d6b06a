// Reads the index: which file holds a term, what it says about the documents. Sources/Search/SearchIndex.swift writes it.
// And makes needles from words, by which the index is asked and texts are searched.

import { HAN, HANGUL, LINK, NONE, WORD, scripts, startOf, stem, tokens } from "./text.js";

const GROUP = 32;  // files at least that share a hash
const SAID = 64;  // files of synonyms
const HEADS = 4;  // documents in one file of heads
// Scores are whole numbers below 2^30: engines calculate with these at once, with others only in loops that they have
// translated, and until then each leaves garbage.
const BEST = 60;  // a term's highest level
const RARITY = 1024;  // of what rarities are parts
const SHARE = 256;  // of what shares are parts
const ALSO = 77;  // the share that a page gains that says the same in two ways
const WEIGHT = 25;  // of what weights are parts

/** The first place of a sorted list that is not before something. */
export const firstPlace = (size, isBefore) => {
  let from = 0;
  for (let to = size; from < to;) {
    const middle = from + to >> 1;
    if (isBefore(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** The files of an index. `load(path)` gives parsed JSON. */
export function openStore(entry, load) {
  const { language, count, parts = {} } = entry;
  const loaded = new Map(Object.entries(parts));
  const firsts = entry.terms[0].split(" ");
  const asked = new Map();  // what the last units found

  const part = (kind, hash) => once(loaded, `${language}/${kind}.${hash}.json`, load);

  /** A file of a group: its name is the group's hash, of seven characters, and its place there. */
  function member(kind, hashes, at, files) {
    const group = Math.max(GROUP, Math.floor(Math.sqrt(files)));
    return part(kind, hashes.substr(Math.floor(at / group) * 7, 7) + (at % group).toString(32));
  }

  /** Visits the terms from `low` to before `high`, each with the code of its postings. */
  async function eachTerm([low, high], visit) {
    const from = Math.max(0, firstPlace(firsts.length, (at) => firsts[at] <= low) - 1);
    // A prefix loads four files at most.
    const to = Math.max(from + 1, Math.min(from + 4, firstPlace(firsts.length, (at) => firsts[at] < high)));
    const files = await Promise.all(Array.from({ length: to - from }, (_, at) => member("t", entry.terms[1], from + at, firsts.length)));
    for (const list of files) {
      for (let at = 2 * firstPlace(list.length / 2, (at) => list[at * 2] < low); list[at] < high; at += 2) visit(list[at], list[at + 1]);
    }
  }

  const summary = (found, exact = !!found.size) => ({ ...found, exact, rarity: Math.round(Math.log(1 + (count - found.size + 0.5) / (found.size + 0.5)) * RARITY) || 1 });

  /** How much every document is about what a unit stands for. A reader who types on asks for the same units again. */
  const unitScores = (unit) => once(asked, JSON.stringify(unit), () => (unit.pairs?.[0] ? hanScores(unit) : termScores(unit)), 60);

  async function termScores({ kind, text, root, open, ranges, splits }) {
    // A short word is looked up by itself: kyc would load all of kyc1001.
    ranges ??= open || text.length > 3 && !/\d/.test(text) ? [below(root)] : [only(text), only(`${text}s`)];
    const found = nothing(count);
    let exact = false;
    await Promise.all(ranges.map((range) => eachTerm(range, (term, code) => {
      const share = term === text || kind === HAN ? 1 : kind !== WORD || stem(term) === root ? 0.85 : open && term.startsWith(text) ? 0.7 : 0;
      exact ||= share === 1;
      if (share) read(code, found, share);
    })));
    const all = summary(found, exact);
    weigh(found, all.rarity);
    for (const split of await Promise.all((splits || []).map(allScores))) add(all, split, 0.9);
    return all;
  }

  async function hanScores(unit) {
    const pairs = await Promise.all(unit.pairs.map((text) => unitScores({ kind: HAN, text, ranges: [only(text)] })));
    if (!pairs[1]) return pairs[0];
    const found = nothing(count);
    scripts[HAN].average(found, pairs, unit);
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
      if (score) put(found, list[n], score);
    }
    return found;
  }

  return {
    count, allScores, small: !!entry.parts,
    groups: entry.runs.flatMap((run) => Array(run[2]).fill(run)),
    /** What is shown of a document; `isWhole`, with its sections. */
    async document(at, isWhole) {
      return isWhole || !entry.heads ? member("d", entry.docs, at, count) : (await member("h", entry.heads, Math.floor(at / HEADS), Math.ceil(count / HEADS)))[at % HEADS];
    },
    /** The synonyms of what begins as words do that have this place; an index in one file has them all there. */
    said: async (place) => (entry.said ? member("s", entry.said, place, SAID) : []),
    /** The rules' lists of English words, where the entry has them not. */
    english: async () => (entry.english ? part("r", entry.english) : {}),
    words: () => part("w", entry.words),
    hasAsked: !!entry.asked,
    asked: () => part("q", entry.asked),
    pinyin: async () => (entry.pinyin ? part("p", entry.pinyin) : {}),
  };
}

/** Where the synonyms of words run together stand: by the first character, Latin ones by two; a stem may have a y for an i. */
export const placeOf = (key) => (key.charCodeAt(0) * 7 + (key < "\x80" ? (key.charCodeAt(1) || 0) % 16 * 3 : 0)) % SAID;

/** The range of the terms that begin with a text, and of the text alone. */
export const below = (text) => [text, `${text}\uffff`];
export const only = (text) => [text, `${text}\0`];

/** What is found: a score for every document, and a list of those that have one, so that nobody looks at all of them. */
export const nothing = (count) => ({ score: new Int32Array(count), list: new Int32Array(count), size: 0 });

export function put(found, at, score) {
  if (!found.score[at]) found.list[found.size++] = at;
  found.score[at] = score;
}

// Loops over most documents are functions by themselves: small ones are made fast sooner.

let scratch = [];  // the documents of the term that is read

/** Reads postings: distances first, then a character for the level, of 15, of each. */
function read(code, found, share) {
  const { score, list } = found, documents = scratch.length < code.length ? scratch = new Int32Array(code.length) : scratch;
  const worth = Array.from({ length: 16 }, (_, level) => Math.round(level * share * BEST / 15));
  let size = 0, high = 0, before = -1, total = found.size;
  for (let at = 0; at + size < code.length; at++) {
    const value = code.charCodeAt(at) - 35;
    // The backslash is left out.
    if (value < 65) documents[size++] = before += high * 64 + (value > 57 ? value : value + 1);
    high = value < 65 ? 0 : high * 27 + value - 65;
  }
  for (let n = 0, levels = code.length - size; n < size; n++) {
    const at = documents[n], value = worth[code.charCodeAt(levels + n) - 35];
    if (value <= score[at]) continue;
    if (!score[at]) list[total++] = at;
    score[at] = value;
  }
  found.size = total;
}

function weigh({ list, score, size }, rarity) {
  for (let n = 0; n < size; n++) score[list[n]] *= rarity;
}

/** Adds what another way of finding gives: the better of both, with a part of the other where that leaves room below the best of a rarity. */
export function add(found, { list, score, size }, boost, rarity = 0) {
  const share = Math.round(boost * SHARE), most = rarity * BEST, ofMost = rarity && Math.floor(2 ** 28 / most);
  for (let n = 0; n < size; n++) {
    const at = list[n], value = found.score[at], more = 1 + (score[at] * share >> 8), best = value > more ? value : more;
    const room = value && best < most ? (SHARE - (best * ofMost >> 20)) * ALSO >> 8 : 0;
    put(found, at, best + ((value > more ? more : value) * room >> 8));
  }
}

/** Adds what a concept of some weight has found, and that it has. */
export function gather({ list, score, size }, share, met, scores) {
  const weight = Math.round(share * WEIGHT);
  for (let n = 0; n < size; n++) {
    const at = list[n];
    met[at] += weight;
    scores[at] += weight * score[at];
  }
}

/** Weighs the scores by how much is met; those of the pages where it is enough, sorted. */
export function rank(met, scores, needed, wanted) {
  const ranked = new Int32Array(met.length), whole = Math.round(wanted * WEIGHT);
  let size = 0;
  for (let at = 0; at < met.length; at++) {
    if (met[at] < needed * WEIGHT) scores[at] = 0;
    else ranked[size++] = met[at] < whole ? scores[at] *= (met[at] / whole) ** 2 : scores[at];
  }
  return ranked.subarray(0, size).sort();
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

export const wordUnit = (text, open = false, splits) => ({ kind: WORD, text, root: stem(text), start: startOf(text), open, splits });

/** Text that begins with one of the ranges; `size` is how much of it the reader typed. */
export const rangeUnit = (ranges, size, text = "") => ({ kind: HANGUL, text, size, ranges });

export const startUnit = (text) => rangeUnit([below(text)], text.length, text);
const startOrWhole = (text) => (text.length > 1 ? startUnit(text) : rangeUnit([only(text)], 1, text));

/** A phrase as a needle: words next to each other, spaces aside. */
export function phrase(text, { fold, koreanStem, isEnding }) {
  const units = [];
  let run = [];
  const list = tokens(fold(text));
  list.forEach(({ kind, text, gap }, at) => {
    const before = list[at - 1]?.kind, after = list[at + 1];
    if (kind === HAN) return units.push(scripts[HAN].unit(text));
    if (kind === WORD) run.push(text);
    else if (gap !== NONE || before !== WORD || !isEnding(text)) run.push(koreanStem(text));
    if (!run.length || after?.kind === kind && (kind === HANGUL || after.gap === LINK)) return;
    const make = kind === WORD ? wordUnit : startOrWhole;
    units.push({ ...make(run.join("")), splits: run[1] ? [run.map((part) => make(part))] : [] });
    run = [];
  });
  return units;
}
