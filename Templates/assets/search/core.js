// Search over one language's index. No DOM: the page and Node run the same code.
//
// 1. The entry says which files there are; `store.js` loads the few that a query needs.
// 2. `plan.js` turns a query into concepts and looks each up; the pages with most of them, the rarer ones first, are candidates.
// 3. The best candidates' texts are loaded; `matching.js` decides whether they match, which section does, and what to show.

import { analyser } from "./analysis.js";
import { excerptOf, fieldsOf, measure, pieces } from "./results.js";
import { planner } from "./plan.js";
import { openStore } from "./store.js";

const VERSION = 2;
const LONGEST = 200;  // characters of a query that are looked at
const remembered = new Map();  // what the last queries matched by, for `highlight`

const shortened = (query) => String(query ?? "").trim().slice(0, LONGEST);

/** Opens the index of a language. `load(path)` gives the parsed JSON of `search/<path>` and rejects on failure. */
export async function openSearch({ language, load }) {
  let opened = await open(language, load);
  return {
    /** The best pages for a query: `{ total, results, suggestions }`. */
    async search(query, options = {}) {
      const text = shortened(query);
      try {
        return await opened(text, options);
      } catch (error) {
        // A new build may have replaced the files that the entry lists.
        opened = await open(language, load).catch(() => { throw error; });
        return opened(text, options);
      }
    },
  };
}

/** The text in pieces `{ text, match }`: what the query, searched for before, matched by is marked. */
export function highlight(text, query) {
  const found = remembered.get(shortened(query));
  return found ? pieces(text, found) : [{ text, match: false }];
}

async function open(language, load) {
  const entry = await load(`${language}/index.json`);
  if (entry.version !== VERSION) throw new Error(`search index: version ${entry.version} is not ${VERSION}`);
  const analysis = analyser(entry.rules, entry.variants);
  const store = openStore(entry, load);
  const names = new Map(entry.names);
  let guesses;
  // Loaded when a query is not understood at once.
  const makeGuesses = () => guesses ??= Promise.all([import("./guesses.js"), store.words(), store.pinyin()])
    .then(([{ guesser }, words, readings]) => guesser(words, readings, store.small ? 40 : 8, analysis));
  const plan = planner(entry, analysis, store, makeGuesses);

  // Documents made ready, those of the last searches.
  const ready = new Map();
  async function documentAt(at) {
    if (!ready.has(at)) {
      const [exchange, category] = store.group(at);
      const head = await store.head(at);
      ready.set(at, fieldsOf(head, [names.get(exchange), exchange, names.get(category)].join("\n"), () => store.sections(head), analysis));
      if (ready.size > 60) ready.delete(ready.keys().next().value);
    }
    return ready.get(at);
  }

  return async function search(query, { limit = 10, exchange, category } = {}) {
    const planned = await plan(query);
    const { concepts, isSentence } = planned;
    remembered.set(query, { concepts, analysis });
    if (remembered.size > 20) remembered.delete(remembered.keys().next().value);
    const wanted = concepts.reduce((sum, { weight }) => sum + weight, 0);
    const needed = isSentence ? wanted / 2 : concepts.length > 2 ? wanted * 0.66 : wanted * 0.7;
    const enough = (met) => met > 0 && met >= needed - 1e-6 && concepts.some(({ weight }, at) => weight === 1 || concepts.length === 1 || !concepts.some((other) => other.weight === 1));

    const candidates = [];
    for (let at = 0; at < store.count; at++) {
      const group = store.group(at);
      if (exchange && group[0] !== exchange || category && group[1] !== category) continue;
      let met = 0, score = 0;
      for (const { weight, found } of concepts) {
        const value = found?.score[at] ?? 0;
        if (value > 0) {
          met += weight;
          score += weight * value;
        }
      }
      if (enough(met)) candidates.push({ at, score: score * (met / wanted) ** 2 });
    }
    candidates.sort((a, b) => b.score - a.score || a.at - b.at);

    // The index does not know what stands next to what. A large site's tail is estimated, not read.
    let read = 0;
    const results = [];
    const most = store.small ? candidates.length : limit + 5;
    while (read < candidates.length && read < most && (results.length < limit || store.small)) {
      const some = candidates.slice(read, read + Math.max(limit - results.length, 5));
      read += some.length;
      await Promise.all(some.map(async ({ at, score }) => {
        const document = await documentAt(at);
        const measured = await measure(document, planned, analysis);
        if (enough(measured.met)) results.push({ at, score: score * measured.bonus, document: document.head, measured });
      }));
    }
    const total = Math.round(candidates.length * results.length / (read || 1));
    results.sort((a, b) => b.score - a.score || a.at - b.at);
    return {
      total,
      results: results.slice(0, limit).map(({ at, score, document, measured }) => ({
        url: measured.section?.id ? `${document.url}#${measured.section.id}` : document.url,
        title: document.title, exchange: store.group(at)[0], category: store.group(at)[1], section: measured.section?.title ?? "",
        excerpt: excerptOf(measured.section?.field ?? measured.summary, concepts, analysis),
        score: Math.round(score * 1000) / 1000, updated: document.updated, lang: document.lang,
      })),
      suggestions: total > 0 || concepts.length === 0 ? [] : await suggest(concepts, makeGuesses),
    };
  };
}

async function suggest(concepts, makeGuesses) {
  const guesses = await makeGuesses();
  return [...new Set(concepts.flatMap(({ text }) => guesses.suggestions(text)))].slice(0, 3);
}
