// Reads the index: which file holds a term, what it says about the documents. Sources/Search/SearchIndex.swift writes it.
// And makes needles from words, by which the index is asked and texts are searched.

import { HAN, HANGUL, LINK, NONE, WORD, covered, stem, tokens } from "./text.js";

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
  const groups = entry.runs.flatMap(([exchange, category, size]) => Array(size).fill([exchange, category]));
  const decoded = new Map();

  const part = (kind, hash) => {
    const path = `${language}/${kind}.${hash}.json`;
    if (!loaded.has(path)) {
      const loading = Promise.resolve(load(path));
      loading.catch(() => loaded.delete(path));
      loaded.set(path, loading);
    }
    return loaded.get(path);
  };

  /** The terms from `low` to before `high`, each with its postings. */
  async function terms([low, high]) {
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
    return files.flatMap((list) => {
      const found = [];
      for (let at = 2 * search(list.length / 2, (at) => list[at * 2] < low); list[at] < high; at += 2) {
        if (!decoded.has(list[at])) decoded.set(list[at], decode(list[at + 1]));
        found.push([list[at], decoded.get(list[at])]);
      }
      return found;
    });
  }

  const rarity = (documents) => Math.log(1 + (count - documents + 0.5) / (documents + 0.5));

  /** What is found of what documents score. */
  const summary = (score, exact) => {
    let documents = 0;
    for (let at = 0; at < count; at++) if (score[at] > 0) documents++;
    return { score, documents, exact: exact ?? documents > 0, rarity: rarity(documents) };
  };

  /** How much every document, by one of 15 levels, is about what the terms of the ranges stand for. */
  async function scores(ranges, factor = () => 1) {
    const score = new Float32Array(count);
    let exact = false;
    for (const [term, postings] of (await Promise.all(ranges.map(terms))).flat()) {
      const share = factor(term);
      exact ||= share === 1;
      for (let at = 0; at < postings.length && share > 0; at += 2) score[postings[at]] = Math.max(score[postings[at]], postings[at + 1] / 15 * share);
    }
    const found = summary(score, exact);
    for (let at = 0; at < count; at++) score[at] *= found.rarity;
    return found;
  }

  async function unitScores(unit) {
    const { kind, text, root, open } = unit;
    if (kind === HAN) return hanScores(unit);
    // A short word is looked up by itself: kyc would load all of kyc1001.
    const ranges = unit.ranges ?? (open || text.length > 3 && !/\d/.test(text) ? [below(root)] : [only(text), only(`${text}s`)]);
    const found = await scores(ranges, (term) => (term === text ? 1 : kind !== WORD || stem(term) === root ? 0.85 : open && term.startsWith(text) ? 0.7 : 0));
    for (const split of unit.splits ?? []) add(found, await allScores(split), 0.9);
    return found;
  }

  async function hanScores(unit) {
    if (!unit.pairs.length) return scores([below(unit.text)]);
    const pairs = await Promise.all(unit.pairs.map((pair) => scores([only(pair)])));
    return summary(new Float32Array(count).map((_, at) => {
      let mask = 0, sum = 0;
      pairs.forEach(({ score }, bit) => { if (score[at] > 0) { mask |= 3 << bit; sum += score[at]; } });
      return covered(unit, mask) ? sum / pairs.length : 0;
    }));
  }

  /** Documents that have all the units; whether these follow each other, their texts say. */
  async function allScores(units) {
    const [first, ...others] = await Promise.all(units.map(unitScores));
    const { score } = first;
    for (const other of others) for (let at = 0; at < count; at++) score[at] = Math.min(score[at], other.score[at]);
    return others[0] ? summary(score) : first;
  }

  return {
    count, allScores, small: !!entry.parts,
    group: (at) => groups[at],
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

/** Adds what another way of finding gives: the better of both, with a part of the other where that leaves room below `most`. */
export function add(found, { score }, boost, most = 0) {
  found.documents = 0;
  for (let at = 0; at < score.length; at++) {
    const value = found.score[at], more = score[at] * boost;
    const best = Math.max(value, more);
    if (best > 0) found.documents++;
    if (more > 0) found.score[at] = best + (most > best ? Math.min(value, more) * (1 - best / most) * ALSO : 0);
  }
}

/** Documents and levels in turn, from their code: distances first, then a character for each level. */
function decode(code) {
  const documents = [];
  let high = 0, before = -1;
  for (let at = 0; at < code.length - documents.length; at++) {
    const value = valueAt(code, at);
    if (value < 64) documents.push(before += high * 64 + value + 1);
    high = value < 64 ? 0 : high * 27 + value - 64;
  }
  return Uint32Array.from(documents.flatMap((document, at) => [document, valueAt(code, code.length - documents.length + at)]));
}

export const wordUnit = (text, open = false, splits = undefined) => ({ kind: WORD, text, root: stem(text), open, splits });

/** Text that begins with one of the ranges; `size` is how much of it the reader typed. */
export const rangeUnit = (ranges, size, text = "") => ({ kind: HANGUL, text, size, ranges });

/** A piece of Chinese, all of it; or without characters that are `free`; when `loose`, only the better part. */
export const hanUnit = (text, free, loose) => {
  const characters = [...text];
  return {
    kind: HAN, text, loose, exact: !free, pairs: characters.slice(1).map((next, at) => characters[at] + next),
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
