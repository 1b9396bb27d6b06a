// Reads the index: which file holds a term, what it says about the documents. Sources/Search/SearchIndex.swift writes it.

import { HAN, WORD, stem } from "./analysis.js";

const HASH = 7;  // characters of a hash in a file's name
const HEADS = 4;  // documents in one file of heads
const PAGE = 128;  // such files on a page of the directory
const MOST_FILES = 4;  // that one prefix may load
const LEVELS = 15;
const ALSO = 0.3;  // what a page gains that says the same in two ways

const valueOf = (code) => (code < 92 ? code - 35 : code - 36);
const hashAt = (hashes, at) => hashes.slice(at * HASH, at * HASH + HASH);

/** The files of an index. `load(path)` gives parsed JSON. */
export function openStore(entry, load) {
  const { language, count } = entry;
  const parts = new Map(Object.entries(entry.parts ?? {}));
  const loaded = new Map();
  const firsts = entry.terms[0].split(" ");
  const part = (kind, hash) => {
    const path = `${language}/${kind}.${hash}.json`;
    if (parts.has(path)) return parts.get(path);
    if (!loaded.has(path)) {
      const loading = Promise.resolve(load(path));
      loading.catch(() => loaded.delete(path));
      loaded.set(path, loading);
    }
    return loaded.get(path);
  };

  const groups = [];
  for (const [exchange, category, size] of entry.runs) for (let at = 0; at < size; at++) groups.push([exchange, category]);

  const shards = new Map();
  async function shard(at) {
    if (!shards.has(at)) {
      const list = await part("t", hashAt(entry.terms[1], at));
      shards.set(at, { list, size: list.length / 2, cache: new Map() });
    }
    return shards.get(at);
  }

  /** The terms from `low` to before `high`, with their postings. */
  async function terms(low, high) {
    let from = 0;
    for (let step = firsts.length; from + 1 < firsts.length && step > 0;) {
      if (from + step < firsts.length && firsts[from + step] <= low) from += step;
      else step >>= 1;
    }
    let to = from + 1;
    while (to < firsts.length && firsts[to] < high && to - from < MOST_FILES) to++;
    const files = await Promise.all(Array.from({ length: to - from }, (_, at) => shard(from + at)));
    const found = [];
    for (const file of files) {
      let at = 0;
      for (let end = file.size; at < end;) {
        const middle = at + end >> 1;
        if (file.list[middle * 2] < low) at = middle + 1;
        else end = middle;
      }
      for (; at < file.size && file.list[at * 2] < high; at++) {
        if (!file.cache.has(at)) file.cache.set(at, decode(file.list[at * 2 + 1]));
        found.push({ term: file.list[at * 2], postings: file.cache.get(at) });
      }
    }
    return found;
  }

  const rarity = (documents) => Math.log(1 + (count - documents + 0.5) / (documents + 0.5));

  /** How much every document is about what the terms of the ranges stand for. */
  async function scores(ranges, factor) {
    const score = new Float32Array(count);
    let documents = 0, exact = false;
    for (const { term, postings } of (await Promise.all(ranges.map(([low, high]) => terms(low, high)))).flat()) {
      const share = factor(term);
      if (share === 0) continue;
      exact ||= share === 1;
      for (let at = 0; at < postings.length; at += 2) {
        const document = postings[at];
        if (score[document] === 0) documents++;
        score[document] = Math.max(score[document], postings[at + 1] / LEVELS * share);
      }
    }
    const idf = rarity(documents);
    for (let at = 0; at < count; at++) score[at] *= idf;
    return { score, documents, exact, rarity: idf };
  }

  const unitScores = async (unit) => {
    if (unit.kind === HAN) return hanScores(unit);
    const { text, root, open } = unit;
    const found = await scores(
      // A short word is looked up by itself: kyc would load all of kyc1001.
      unit.ranges ?? (open || text.length > 3 && !/\d/.test(text) ? [[root, `${root}\uffff`]] : [[text, `${text}\0`], [`${text}s`, `${text}s\0`]]),
      unit.kind === WORD ? (term) => (term === text ? 1 : stem(term) === root ? 0.95 : open && term.startsWith(text) ? 0.7 : 0) : (term) => (term === text ? 1 : 0.85),
    );
    for (const split of unit.splits ?? []) add(found, await allScores(split), 0.9);
    return found;
  };

  async function hanScores(unit) {
    if (unit.text.length === 1) return scores([[unit.text, `${unit.text}\uffff`]], () => 1);
    const pairs = await Promise.all(unit.pairs.map((pair) => scores([[pair, `${pair}\0`]], () => 1)));
    const score = new Float32Array(count);
    unit.known = pairs.reduce((mask, { documents }, at) => (documents > 0 ? mask | 3 << at : mask), 0);
    let documents = 0;
    for (let at = 0; at < count; at++) {
      let mask = 0, sum = 0;
      pairs.forEach((pair, bit) => { if (pair.score[at] > 0) { mask |= 3 << bit; sum += pair.score[at]; } });
      if (mask && unit.accepts(mask)) {
        score[at] = sum / pairs.length;
        documents++;
      }
    }
    return { score, documents, exact: documents > 0, rarity: rarity(documents) };
  }

  /** Documents that have all the units; whether these follow each other, their texts say. */
  async function allScores(units) {
    const all = await Promise.all(units.map(unitScores));
    const [first, ...others] = all;
    if (others.length === 0) return first;
    const score = first.score.map((value, at) => others.reduce((low, other) => Math.min(low, other.score[at]), value));
    const documents = score.reduce((sum, value) => sum + +(value > 0), 0);
    return { score, documents, exact: documents > 0, rarity: rarity(documents) };
  }

  async function head(at) {
    const file = Math.floor(at / HEADS);
    const hash = entry.docs !== undefined ? hashAt(entry.docs, file)
      : hashAt(await part("l", hashAt(entry.pages, Math.floor(file / PAGE))), file % PAGE);
    return (await part("d", hash))[at % HEADS];
  }

  return {
    count, allScores, small: parts.size > 0,
    group: (at) => groups[at],
    head,
    sections: ({ text }) => part("x", text),
    words: () => part("w", entry.words),
    pinyin: () => (entry.pinyin ? part("p", entry.pinyin) : {}),
  };
}

/** Adds what another way of finding gives: the better of both counts, of the other a part of what is left up to `most`. */
export function add(found, other, boost, most = 0) {
  let documents = 0;
  found.score.forEach((value, at) => {
    const more = other.score[at] * boost;
    const best = Math.max(value, more);
    found.score[at] = best + (most > best ? Math.min(value, more) * (1 - best / most) * ALSO : 0);
    if (found.score[at] > 0) documents++;
  });
  found.documents = documents;
}

/** Documents and levels in turn, from their code: distances first, then a character for each level. */
function decode(code) {
  const documents = [];
  let high = 0, before = -1;
  for (let at = 0; at < code.length - documents.length; at++) {
    const value = valueOf(code.charCodeAt(at));
    if (value >= 64) {
      high = high * 27 + value - 64;
    } else {
      documents.push(before += high * 64 + value + 1);
      high = 0;
    }
  }
  const postings = new Uint32Array(documents.length * 2);
  documents.forEach((document, at) => {
    postings[at * 2] = document;
    postings[at * 2 + 1] = valueOf(code.charCodeAt(code.length - documents.length + at));
  });
  return postings;
}
