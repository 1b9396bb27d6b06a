// Needles from words: what a query's words, their synonyms and the guesses at them become before they are looked up.

import { HAN, HANGUL, LINK, NONE, WORD, stem, tokens } from "./analysis.js";
import { covered } from "./matching.js";

export const below = (text) => [text, `${text}\uffff`];
const only = (text) => [text, `${text}\0`];

export const wordUnit = (text, open = false, splits = undefined) => ({ kind: WORD, text, size: text.length, root: stem(text), open, splits });

/** Text that begins with one of the ranges; `size` is how much of it the reader typed. */
export const rangeUnit = (ranges, size, text = "") => ({ kind: HANGUL, text, size, ranges });

export const hanUnit = (text, exact = false, free = new Set(), loose = false) => {
  const unit = { kind: HAN, text, size: text.length, exact, loose, pairs: [], free: [] };
  for (let at = 0; at + 1 < text.length; at++) unit.pairs.push(text.slice(at, at + 2));
  if (text.length > 2) for (let at = 0; at < text.length; at++) if (free.has(text[at])) unit.free.push(at);
  const all = 2 ** text.length - 1;
  unit.accepts = (mask) => (exact ? mask === all : covered(unit, mask));
  return unit;
};

/** A Korean word: from its start on, or in parts with spaces between. */
export const koreanUnit = (text, analysis) => ({ ...rangeUnit([below(text)], text.length, text), splits: koreanSplits(text, analysis) });

function koreanSplits(text, analysis, most = 3) {
  const splits = [];
  if (most < 2 || text.length > 10) return splits;
  for (let at = 1; at < text.length; at++) {
    const [left, right] = [text.slice(0, at), text.slice(at)];
    if (!(left.length > 1 || analysis.short.has(left)) || !(right.length > 1 || analysis.short.has(right))) continue;
    const bare = analysis.koreanStem(left);
    const head = rangeUnit([only(bare)], at, bare);
    splits.push([head, rangeUnit([below(right)], right.length, right)]);
    for (const rest of koreanSplits(right, analysis, most - 1)) splits.push([head, ...rest]);
  }
  return splits;
}

/** A phrase as a needle: words next to each other, spaces aside. */
export function phrase(text, { fold, koreanStem, isEnding }) {
  const list = tokens(fold(text));
  const units = [];
  let run = [];
  const finish = (kind) => {
    if (run.length === 0) return;
    if (kind === HANGUL) {
      const whole = run.join("");
      units.push({ ...rangeUnit([whole.length < 2 ? only(whole) : below(whole)], whole.length, whole), splits: run.length > 1 ? [run.map((part) => rangeUnit([part.length > 1 ? below(part) : only(part)], part.length, part))] : [] });
    } else {
      units.push(wordUnit(run.join(""), false, run.length > 1 ? [run.map((part) => wordUnit(part))] : []));
    }
    run = [];
  };
  list.forEach((token, at) => {
    const before = list[at - 1];
    if (before && (before.kind !== token.kind || token.kind === WORD && token.gap !== LINK)) finish(before.kind);
    if (token.kind === HAN) units.push(hanUnit(token.text, true));
    else if (token.kind === WORD) run.push(token.text);
    else if (!(token.gap === NONE && before?.kind === WORD && isEnding(token.text))) run.push(koreanStem(token.text));
  });
  if (list.length > 0) finish(list.at(-1).kind);
  return units;
}

/** By which a phrase is recognised however it is spaced and inflected. */
export const compact = (list, { koreanStem }) => list.map(({ kind, text }) => (kind === WORD ? stem(text) : kind === HANGUL ? koreanStem(text) : text)).join("");
