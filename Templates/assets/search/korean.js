// Korean as search compares it: a word from its start on, or from a noun inside it; spaces do not matter.

import { HANGUL, SPACE, scripts } from "./text.js";
import { rangeUnit, only, startUnit } from "./store.js";

scripts[HANGUL] = { match, unit: koreanUnit };

/** A Korean word: from its start on, or in parts with spaces between. */
export function koreanUnit(text, analysis) {
  return { ...startUnit(text), splits: splitsOf(text, analysis) };
}

function splitsOf(text, analysis, most = 3) {
  const splits = [];
  const stands = (part) => part.length > 1 || analysis.short.has(part);
  for (let at = 1; at < text.length && most > 1 && text.length < 11; at++) {
    const [left, right] = [text.slice(0, at), text.slice(at)];
    if (!stands(left) || !stands(right)) continue;
    const bare = analysis.koreanStem(left);
    const head = rangeUnit([only(bare)], at, bare);
    splits.push([head, startUnit(right)], ...splitsOf(right, analysis, most - 1).map((rest) => [head, ...rest]));
  }
  return splits;
}

const within = (text, ranges) => ranges.some(([low, high]) => text >= low && text < high);

function match({ text, ranges, size }, list, at, atStart, analysis) {
  const word = list[at].text;
  const last = atStart || size < 2 ? 0 : Math.max(0, word.length - 2);
  for (let start = 0; start <= last; start++) {
    if (start === 1 && !(analysis.hasPrefix(word) && word.length > 2) || text && word[start] !== text[0]) continue;
    const rest = word.slice(start);
    const from = list[at].from + start;
    if (within(rest, ranges) || size < 2 && within(analysis.koreanStem(rest), ranges)) return { from, to: from + Math.min(size, rest.length), next: at + 1 };
    const end = matchAcross(text, ranges, list, at, rest, analysis);
    if (end) return { from, ...end };
  }
  return null;
}

/** A Korean word whose parts stand apart in the text; what follows the first must be two syllables of it, or a whole word. */
function matchAcross(text, ranges, list, at, rest, { koreanStem, isEnding }) {
  for (let joined of new Set([rest, koreanStem(rest)])) {
    for (let end = at + 1; text.startsWith(joined) && joined.length < text.length && list[end]?.kind === HANGUL && list[end].gap <= SPACE; end++) {
      const next = list[end].text;
      const used = text.length - joined.length;
      const whole = joined + next;
      if (within(whole, ranges) && (used > 1 || text.length > 3 || next.length === used || isEnding(next.slice(used)))) {
        return { to: list[end].from + Math.min(used, next.length), next: end + 1 };
      }
      joined = text.startsWith(whole) ? whole : joined + koreanStem(next);
    }
  }
  return null;
}
