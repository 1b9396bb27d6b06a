// Search over one language's index. No DOM: the page and Node run the same code.
//
// A document is found when every word of the query occurs in it. Han and Hangul words match anywhere in the
// text, since neither script separates what a reader would look up; other words match from a word's start.

const VERSION = 1;
const WEIGHTS = { title: 16, keywords: 8, summary: 4, heading: 2, text: 1 };
const EXCERPT = { before: 40, length: 160 };

/** Text as it is compared: NFKC, lower case. */
export const fold = (text) => text.normalize("NFKC").toLowerCase();

/** The words of a query, folded, in order, each once. Han, Hangul and other scripts are parted from each other. */
export function words(query) {
  const found = fold(query).match(
    /\p{Script=Han}+|\p{Script=Hangul}+|(?:(?!\p{Script=Han}|\p{Script=Hangul})[\p{L}\p{M}\p{N}])+/gu,
  );
  return [...new Set(found ?? [])];
}

const eastAsian = /[\p{Script=Han}\p{Script=Hangul}]/u;
const inWord = /[\p{L}\p{M}\p{N}]/u;

/** Where `word` first occurs in the folded `text` at or after `from`; -1 if nowhere. */
export function find(text, word, from = 0) {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? " ";
    if (eastAsian.test(word) || eastAsian.test(before) || !inWord.test(before)) return at;
  }
  return -1;
}

/** Opens the index of a language. `load(path)` gives the parsed JSON of `search/<path>` and rejects on failure. */
export async function openSearch({ language, load }) {
  const index = await load(`${language}/index.json`);
  if (index.version !== VERSION) throw new Error(`search index: version ${index.version} is not ${VERSION}`);
  const documents = index.documents.map(prepare);
  return {
    async search(query, { limit = 10, exchange, category } = {}) {
      const wanted = words(query);
      const results = wanted.length === 0 ? [] : documents
        .filter(({ source }) => (!exchange || source.exchange === exchange) && (!category || source.category === category))
        .map((document) => match(document, wanted))
        .filter(Boolean)
        .sort((a, b) => b.score - a.score || (a.url < b.url ? -1 : 1));
      return { total: results.length, results: results.slice(0, limit) };
    },
  };
}

function prepare(source) {
  return {
    source,
    fields: [
      [WEIGHTS.title, fold(source.title)],
      [WEIGHTS.keywords, fold(source.keywords.join("\n"))],
      [WEIGHTS.summary, fold([source.summary, source.exchangeName, source.exchange, source.categoryName].join("\n"))],
    ],
    sections: source.sections.map((section) => ({
      section,
      fields: [[WEIGHTS.heading, fold(section.title)], [WEIGHTS.text, fold(section.text)]],
    })),
  };
}

/** The heaviest field that holds the word; fields stand in falling weight. */
const weigh = (fields, word) => fields.find(([, text]) => find(text, word) >= 0)?.[0] ?? 0;

function match({ source, fields, sections }, wanted) {
  let score = 0;
  let below = false;  // some word stands in no field of the document itself
  const bySection = sections.map(() => 0);
  for (const word of wanted) {
    const own = weigh(fields, word);
    const inSections = sections.map((section) => weigh(section.fields, word));
    const best = Math.max(own, ...inSections);
    if (best === 0) return null;
    score += best;
    below ||= own === 0;
    inSections.forEach((weight, at) => { bySection[at] += weight; });
  }
  const at = bySection.indexOf(Math.max(...bySection, 1));
  const section = at >= 0 ? sections[at].section : null;
  const inSection = below && section !== null;
  return {
    url: inSection && section.id ? `${source.url}#${section.id}` : source.url,
    title: source.title,
    exchange: source.exchange,
    category: source.category,
    section: inSection ? section.title : "",
    excerpt: inSection ? excerpt(section.text, wanted) : source.summary,
    score,
    updated: source.updated,
    lang: source.lang,
  };
}

/** A piece of the text around the first of the words, cut at spaces where there are any. */
function excerpt(original, wanted) {
  const text = original.normalize("NFKC").replace(/\s+/g, " ").trim();
  const folded = text.toLowerCase();
  const places = wanted.map((word) => find(folded, word)).filter((place) => place >= 0);
  const hit = places.length > 0 ? Math.min(...places) : 0;
  let start = Math.max(0, Math.min(hit - EXCERPT.before, text.length - EXCERPT.length));
  let end = Math.min(text.length, start + EXCERPT.length);
  if (start > 0) {
    const space = text.indexOf(" ", start);
    if (space >= 0 && space < hit) start = space + 1;
  }
  if (end < text.length) {
    const space = text.lastIndexOf(" ", end);
    if (space > hit + EXCERPT.before) end = space;
  }
  // Never half of a surrogate pair.
  if (/[\uDC00-\uDFFF]/.test(text[start] ?? "")) start += 1;
  if (/[\uDC00-\uDFFF]/.test(text[end] ?? "")) end += 1;
  return (start > 0 ? "…" : "") + text.slice(start, end) + (end < text.length ? "…" : "");
}
