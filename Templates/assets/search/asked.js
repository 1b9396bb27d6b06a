// Which pages answer the question that is most like a query: by the pieces that both have, words in their forms and pairs
// of characters, rare ones counting more. Whole sentences, their little words too, are compared as no index of words can.

import { keys } from "./hangul.js";
import { HANGUL, WORD, stem, tokens } from "./text.js";

const LEAST = 0.1;  // of likeness, below which two sentences have only words in common
const LIKE = 3;  // what full likeness counts; the best page by its words counts 1
const TAIL = 0.3, NEW = 0.3;  // of the likeliest page, and at least: what a page must have that no words have found
const ALONE = 0.5;  // what a single character counts
// The likeness that speaks for a query, where a site has so many questions that one is like what it is about:
const MANY = 500;
const HINT = 0.24;  // where no page has all words and none of them is the subject's,
const LIKELY = 0.35;  // where pages have too little, but a word of the subject,
const SURE = 0.5;  // where no page has enough,
const SAME = 0.8;  // where it is courtesy alone

/** The pieces of a folded text. */
function piecesOf(text) {
  const pieces = new Set();
  let run = "", word = "";
  // What a mistyped word still has.
  const spell = (letters) => { for (let at = 3; at <= letters.length; at++) pieces.add(letters.slice(at - 3, at)); };
  for (const token of tokens(text)) {
    if (token.kind !== WORD) {
      // Spaces do not matter.
      for (const character of token.text) {
        pieces.add(character).add(run + character);
        run = character;
      }
      if (token.kind === HANGUL) spell(keys(token.text));
      word = "";
      continue;
    }
    const next = stem(token.text);
    pieces.add(next + "_");
    if (word) pieces.add(`${word} ${next}`);
    spell(`_${token.text}_`);
    word = next;
    run = "";
  }
  return pieces;
}

/** What ranks an answer anew by what is asked: `[lines, owners]`, as the index lists them. */
export function asker([lines, owners], fold) {
  const pages = owners.split("\n").map((places) => places.split(" ").map(Number));
  const having = new Map(), folded = fold(lines);
  const asked = folded.split("\n").map((line, at) => {
    const pieces = piecesOf(line);
    for (const piece of pieces) having.get(piece)?.push(at) ?? having.set(piece, [at]);
    return pieces;
  });
  const worth = (piece) => Math.log(1 + pages.length / (having.get(piece)?.length ?? 0.5)) ** 2 * (piece[1] ? 1 : ALONE);
  const sizeOf = (pieces) => Math.sqrt([...pieces].reduce((sum, piece) => sum + worth(piece), 0));
  const sizes = asked.map(sizeOf);

  /** How like a query the likeliest question of each page is, by the page's place. */
  function likeness(query) {
    const pieces = piecesOf(query), shared = new Float32Array(pages.length), size = sizeOf(pieces), found = new Map();
    // Single characters say nothing where no pair of them is there.
    const ordered = [...pieces].sort((one, other) => other.length - one.length);
    for (const piece of ordered) for (const at of having.get(piece) ?? []) if (shared[at] || piece[1]) shared[at] += worth(piece);
    shared.forEach((sum, at) => {
      const like = sum / (size * sizes[at] || 1);
      if (like >= LEAST) for (const page of pages[at]) if (!(found.get(page) >= like)) found.set(page, like);
    });
    return found;
  }

  /** The answer to a query, by its words and by what is like it; `weightOf` a page is 0 for one that is not wanted. */
  const rank = ({ folded, concepts, named }, { total, results }, isUnknown, isUnsure, weightOf) => {
    const found = new Map(), best = results[0]?.score || 1;
    for (const [at, like] of likeness(folded)) found.set(at, { at, score: LIKE * like * weightOf(at) });
    const top = Math.max(0, ...[...found.values()].map(({ score }) => score));
    // Of a long sentence, or one that names an exchange, no question says all.
    const isVouched = named[0] || concepts[5] || concepts.some(({ spelled }) => spelled);
    let least = isUnsure && !isVouched && pages[MANY] ? HINT : 0;
    if (isUnknown) least = !pages[MANY] ? 1 : isVouched ? LIKELY : SURE;
    if (!total) least = concepts[0] ? SURE : SAME;
    if (top < LIKE * least) return { total: 0, results: [] };
    for (const one of results) found.set(one.at, { ...one, score: one.score / best + (found.get(one.at)?.score ?? 0) });
    const ranked = [...found.values()].filter(({ document, score }) => document || score > Math.max(top * TAIL, LIKE * NEW)).sort((a, b) => b.score - a.score || a.at - b.at);
    return { total: Math.max(total, ranked.length), results: ranked };
  };
  /** Whether a word is one of titles and questions. */
  const says = (word) => having.has(`${stem(word)}_`) || !/^[a-z]/.test(word) && folded.includes(word);
  return Object.assign(rank, { says });
}
