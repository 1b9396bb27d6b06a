// Text as search compares it: folded, split into tokens, searched for needles; and what is shown of it.
//
// Folding, Tokenizer and KoreanStemmer in Sources/Search do the same to the pages; Tests/Vectors/search.json holds for both.
// The index only proposes pages; whether a needle stands in their text decides. A needle is a list of units that must
// follow each other. A unit is a word, a Korean word (from its start, or from a noun inside it; spaces do not matter) or
// a piece of Chinese, which may come in parts but never as scattered characters.

export const WORD = 1, HANGUL = 2, HAN = 3;  // kinds of tokens
export const NONE = 0, LINK = 1, SPACE = 2, APART = 3;  // how a token follows the one before

const EXCERPT = 160, BEFORE = 40;  // characters of an excerpt, and those before the match
const LETTER = "[a-z\\d\xdf-\xf6\xf8-\u10ff\u1e00-\u1fff\u3041-\u30fa\u30fc-\u30ff]";
// A number goes on behind a decimal point, and behind a comma with three digits.
export const TOKEN = new RegExp(`(\\d+(?!${LETTER})(?:(?:\\.\\d+|,\\d{3})(?!${LETTER}))*|${LETTER}+)|([\uac00-\ud7a3\u1100-\u11ff]+)|[\u3400-\u9fff\u3005\uf900-\ufaff]+`, "g");

export const remembering = (make) => {
  const made = new Map();
  return (word) => {
    if (made.size > 5000) made.clear();
    if (!made.has(word)) made.set(word, make(word));
    return made.get(word);
  };
};

/** What the words of a language are split by; `lists` are the rules of the index, `variants` its pairs of characters. */
export function analyser(lists = {}, variants = ["", ""]) {
  const set = remembering((name) => new Set((lists[name] ?? "").split(" ")));
  const endings = new Set([...set("particles"), ...set("endings")]);
  const [kept, short, prefixes] = ["kept", "short", "prefixes"].map(set);
  const [from, to] = variants.map((characters) => [...characters]);
  const simple = new Map(from.map((character, at) => [character, to[at]]));
  const pattern = simple.size && new RegExp(`[${variants[0]}]`, "gu");

  function fold(text) {
    const folded = text.normalize("NFKC").toLowerCase().replaceAll("ς", "σ");
    return pattern ? folded.replace(pattern, (c) => simple.get(c)) : folded;
  }

  function strip(word) {
    if ([2, 3, 4].some((size) => kept.has(word.slice(-size)))) return word;
    for (let rest = short.has(word[0]) ? 1 : 2; rest < word.length; rest++) if (endings.has(word.slice(rest))) return word.slice(0, rest);
    return word;
  }

  return {
    fold, set, short,
    /** A Korean word without particles and endings. */
    koreanStem: remembering((word) => strip(strip(strip(word)))),
    isEnding: (word) => endings.has(word),
    hasPrefix: (word) => prefixes.has(word[0]),
  };
}

/** The tokens of folded text: `{ text, kind, gap, from, to }`. */
export function tokens(text) {
  const list = [];
  let to;
  TOKEN.lastIndex = 0;
  for (let match; (match = TOKEN.exec(text));) {
    const [found, word, hangul] = match, from = match.index;
    const between = text.slice(to, from);
    // One space is between most words.
    const gap = to === undefined ? APART : !between ? NONE : between === " " || /^[ \t-\r]+$/.test(between) ? SPACE : /^[-_./@'’:+&‐-–]$/.test(between) ? LINK : APART;
    to = from + found.length;
    list.push({ text: found.replaceAll(",", ""), kind: word ? WORD : hangul ? HANGUL : HAN, gap, from, to });
  }
  return list;
}

/** An English word without its common endings; what is left is equal for withdraw, withdrawal and withdrawals. */
export const stem = remembering((word) => (/^[a-z]{4,}$/.test(word) ? word
  .replace(/ies$/, "y").replace(/(ss|sh|ch|x|z)es$/, "$1").replace(/([^sui])s$/, "$1")
  .replace(/^(.{3,})ied$/, "$1y")
  .replace(/^(?!.*eal$)(.{4,}?)(?:(?:(?:if)?ic)?at(?:ion|or|ing|ed|e)|ify|ment|(?<=[wv]|rr)al|ity|(?<!it)ion|ness|ly)$/, "$1")
  .replace(/^(?=.*[aeiouy].*(?:ing|ed)$)(.{3,})(?:ing|ed)$/, "$1")
  .replace(/([^aeiou])\1$/, "$1").replace(/^(.{3,})e$/, "$1").replace(/^(.{4,})[yi]$/, "$1") : word));

/** What all words of a word's stem begin with: endings are taken off, a y is put there. */
export const startOf = (word) => stem(word).slice(0, -1);

/** A text made ready: folded, with its tokens, and with the way back to the text as it stands. */
export function prepare(text, analysis) {
  const { fold } = analysis;
  let folded = fold(text);
  let places;
  if (folded.length !== text.length) {
    let at = 0;
    places = [];
    folded = "";
    for (const character of text) {
      const piece = fold(character);
      folded += piece;
      places.push(...Array(piece.length).fill(at));
      at += character.length;
    }
    places.push(at);
  }
  let list, joined;
  return {
    text, folded, analysis, back: (at) => places?.[at] ?? at,
    get tokens() { return list ??= tokens(folded); },
    // Without what may stand between the parts of a word.
    get joined() { return joined ??= folded.replace(/[-_./@'’:+&‐-–, \t-\r]+/g, ""); },
  };
}

/** Where a needle stands in a prepared text, as ranges of the folded text, the first `most` of them; [] where it does not. */
export function find(needle, field, most = Infinity) {
  const [first, second] = needle;
  if (!first) return [];
  if (!second && first.kind === HAN) return scripts[HAN].find(first, field.folded);
  const { kind } = first, initial = first.text[0];
  // Most texts need no tokens to be told from this; and nearly all tokens differ in their first character.
  if (kind === WORD ? !field.joined.includes(first.start.replaceAll(".", "")) : initial && !field.folded.includes(initial)) return [];
  const found = [], { tokens } = field;
  for (let start = 0; start < tokens.length && found.length < most; start++) {
    const token = tokens[start];
    if (token.kind !== kind || initial && (kind === WORD ? token.text[0] !== initial : !token.text.includes(initial))) continue;
    const range = matchAt(needle, tokens, start, field.analysis);
    if (range) found.push(range);
  }
  return found;
}

/** By kind: how a unit stands in tokens, and how one is made. For their own, han.js and korean.js put it here. */
export const scripts = { [WORD]: { match: matchWord } };

/** The range of the units that follow each other from a token on. */
function matchAt(needle, list, start, analysis) {
  let from, to, next = start;
  for (const unit of needle) {
    const isFirst = next === start;
    const match = list[next]?.kind === unit.kind && (isFirst || list[next].gap <= SPACE) && scripts[unit.kind].match(unit, list, next, !isFirst, analysis);
    if (!match) return null;
    from ??= match.from;
    ({ to, next } = match);
  }
  return [from, to];
}

function matchWord({ text, open, root, start }, list, at) {
  let joined = "";
  for (let end = at; list[end]?.kind === WORD && (end === at || list[end].gap <= SPACE && joined.length < text.length); end++) {
    joined += list[end].text;
    if (!joined.startsWith(start)) {
      if (start.startsWith(joined)) continue;
      return null;
    }
    if (joined === text || stem(joined) === root || open && (end === at || list[end].gap === LINK) && joined.startsWith(text)) {
      return { from: list[at].from, to: list[end].to, next: end + 1 };
    }
  }
  return null;
}

/** How well a document meets the concepts: `{ met, bonus, section }`; no `section` when its head says it all. */
export async function measure({ title, others, sections }, { folded, concepts, phrase }) {
  const stands = (needle, fields) => fields.some((field) => find(needle, field, 1)[0]);
  /** For every concept the worth of the best way that stands there. */
  const meets = (fields, or = []) => concepts.map(({ ways }, at) => ways.reduce((best, { needle, worth }) => (worth > best && stands(needle, fields) ? worth : best), or[at] ?? 0));
  const weigh = (worths) => worths.reduce((sum, worth, at) => sum + worth * concepts[at].weight, 0);
  const met = (worths) => weigh(worths.map((worth) => +(worth > 0)));
  const whole = weigh(concepts.map(() => 1));
  const inTitle = meets([title]);
  const inHead = meets(others, inTitle);
  // A short title that says it all comes first, before it one that says it as it was typed, before all what is typed as
  // it is the title or a keyword, which editors write as readers ask; or nearly so.
  const typed = Math.max(...`${title.folded}\n${others[1].folded}`.split("\n").map((line) => (folded.includes(line) ? line.length / folded.length : 0)));
  const bonus = 1 + weigh(inTitle) / whole * (1.25 - Math.min(80, title.text.length) / 320)
    + stands(phrase, [title]) / 2 + stands(phrase, others) / 4 + 2 * typed ** 4;
  const metBy = (worths) => new Set(concepts.filter((_, at) => worths[at]).map((one) => one.of ?? one));
  if (inHead.every(Boolean)) return { met: met(inHead), bonus, metBy: metBy(inHead) };
  let best = { worth: 0 };
  let inAll = inHead;
  for (const section of await sections()) {
    const inHeading = meets([section.heading]);
    const worths = meets([section.field], inHeading);
    inAll = inAll.map((worth, at) => Math.max(worth, worths[at]));
    const worth = weigh(worths) + weigh(inHeading) / 2 + stands(phrase, [section.heading, section.field]) * whole / 2;
    if (worth > best.worth) best = { ...section, worth };
  }
  return { met: met(inAll), metBy: metBy(inAll), bonus: bonus + best.worth / whole / 4, section: met(inAll) > met(inHead) ? best : undefined };
}

/** Where the concepts stand in a prepared text, in order, without overlaps. */
export function ranges(field, concepts) {
  const apart = [];
  for (const [from, to] of concepts.flatMap(({ ways }) => ways.flatMap(({ needle }) => find(needle, field))).sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) apart.push([from, to]);
  }
  return apart.map((range) => range.map(field.back));
}

/** A piece of the text around most of the matches, cut at spaces where there are any. */
export function excerptOf(field, concepts) {
  const { text } = field;
  const found = ranges(field, concepts).map(([from]) => from);
  const reach = (from) => found.filter((other) => other >= from && other < from + EXCERPT - BEFORE).length;
  const hit = found.reduce((best, one) => (reach(one) > reach(best) ? one : best), found[0] ?? 0);
  const start = Math.max(0, Math.min(hit - BEFORE, text.length - EXCERPT));
  const end = start + EXCERPT;
  // Cut at a space, which is not so far that it cuts the match; never half of a surrogate pair.
  let piece = text.slice(start, end);
  if (start > 0) piece = piece.replace(/^(?:\S{0,38} |[\uDC00-\uDFFF])?/, "…");
  if (end < text.length) piece = piece.replace(/(?: \S{0,38}|[\uD800-\uDBFF])?$/, "…");
  return piece;
}
