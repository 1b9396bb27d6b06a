// Search over one language's index. No DOM: the page and Node run the same code.
//
// 1. The entry says which files there are; `store.js` loads the few that a query needs.
// 2. A query becomes concepts: what a page must be about. A concept has ways to be met, each a needle with its worth.
//    Courtesy and bare endings are dropped; neighbours may also be one word, phrases have synonyms, and a word that the
//    index does not know is guessed at.
// 3. The pages with most concepts, the rarer ones first, are candidates. The best ones' texts are loaded; `text.js`
//    decides whether the pages match, which section does, and what to show.

import { add, gather, keep, nothing, once, openStore, phrase, placeOf, rank, startUnit, wordUnit } from "./store.js";
import { HAN, HANGUL, LINK, NONE, SPACE, TOKEN, WORD, analyser, excerptOf, measure, prepare, ranges, scripts, stem, tokens } from "./text.js";

const VERSION = 4;
const WORDS = 24;  // of a query
const WEAK = 0.4;  // what a word counts that says little
const SCORE = 1_536_000;  // what makes scores small numbers
const remembered = new Map();  // what the last queries matched by

const sort = (list) => list.sort((a, b) => b.score - a.score || a.at - b.at);

/** As much of a query as is looked at. */
const shortened = (query) => String(query ?? "").trim().slice(0, 200);

/** Opens the index of a language. `load(path)` gives the parsed JSON of a file of the index and
 * rejects on failure: `<language>/index.json` from `search/`, all others from `assets/search/`. */
export async function openSearch({ language, load }) {
  let opened = await open(language, load);
  return {
    /** The best pages for a query: `{ total, results, suggestions, missing, cards }`. */
    async search(query, options) {
      const text = shortened(query);
      return opened(text, options).catch(async (error) => {
        // A new build may have replaced the files that the entry lists.
        opened = await open(language, load).catch(() => { throw error; });
        return opened(text, options);
      });
    },
  };
}

/** The text in pieces `{ text, match }`: what the query, searched for before, matched by is marked. */
export function highlight(text, query) {
  const { concepts, analysis } = remembered.get(shortened(query)) ?? {};
  let at = 0;
  const piece = (to, match) => ({ text: text.slice(at, at = to), match });
  const found = concepts ? ranges(prepare(text, analysis), concepts).flatMap(([from, to]) => [piece(from, false), piece(to, true)]) : [];
  return [...found, piece(text.length, false)].filter(({ text }) => text);
}

async function open(language, load) {
  const entry = await load(`${language}/index.json`);
  if (entry.version !== VERSION) throw Error("version");
  const analysis = analyser(entry.rules, entry.variants);
  const store = openStore(entry, load);
  const { count } = entry;
  const names = new Map(entry.names);
  const ready = new Map();  // documents
  let guesses;
  // Loaded when a query is not understood at once.
  const makeGuesses = () => guesses ??= Promise.all([import("./guesses.js"), store.words()])
    .then(([{ guesser }, words]) => guesser(words, store.pinyin, store.small ? 40 : 8, analysis));
  const plan = planner(entry, analysis, store, makeGuesses);

  const documentAt = (at, isWhole) => once(ready, at, async () => {
    const { sections: list, ...head } = await store.document(at, isWhole);
    const group = store.groups[at];
    const [title, ...others] = [head.title, head.summary, head.keywords, [names.get(group[0]), group[0], names.get(group[1])].join("\n")]
      .map((text) => prepare(text, analysis));
    let sections;
    return {
      head, title, others,
      // Made ready when the head does not say it all.
      sections: async () => sections ??= (list ?? (await store.document(at, true)).sections)
        .map(([id, title, text]) => ({ id, title, heading: prepare(title, analysis), field: prepare(text, analysis) })),
    };
  }, 60);

  /** The pages that the index proposes, best first, those of the same score as the last together; and how many it has. */
  function candidatesOf(planned, limit, options) {
    const { concepts, share, named } = planned;
    const wanted = concepts.reduce((sum, { weight, brand }) => sum + (brand && named.length < concepts.length ? 0 : weight), 0);
    const needed = Math.max(wanted * share - 1e-6, 1e-6);
    const met = new Int32Array(count), scores = new Int32Array(count);
    for (const { weight, found } of concepts) if (found) gather(found, weight, met, scores);
    let at = 0;
    for (const [of, , size] of entry.runs) {
      if (!allows(at, options)) met.fill(0, at, at + size);
      const factor = weightOf(planned, options, of);
      if (factor < 1) for (let n = at; n < at + size; n++) scores[n] *= factor;
      at += size;
    }
    const ranked = rank(met, scores, needed, wanted);
    const most = store.small ? count : limit + 5;
    const least = ranked.at(-most) ?? ranked[0];
    const candidates = [];
    for (let at = 0; at < count; at++) if (scores[at] >= least) candidates.push({ at, score: scores[at] });
    return { candidates: sort(candidates), pages: ranked.length, needed, most };
  }

  const foreign = new Set(entry.foreign);
  const maybeAsks = RegExp(`\\d{3}|@|\\w\\.\\w|:/|${["urgent", "contact"].map((kind) => entry.cards?.[kind]?.[0] || "$.").join("|").replace(/ /g, "")}`);
  const owned = entry.cards?.contact?.[2] ?? {};
  const allows = (at, { of, category }) => store.groups[at][0] === (of || store.groups[at][0]) && store.groups[at][1] === (category || store.groups[at][1]);
  /** Pages of the section that is named, or that the reader is on, come first, those for all behind them, those of others last. */
  function weightOf({ named }, { near }, of) {
    const wanted = named[0] || !near ? named : [near];
    return !wanted.length || wanted.includes(of) ? 1 : owned[of] ? 0.2 : 0.6;
  }

  // What results call the section of a page, beside `of`.
  const { section: alias } = entry;
  const called = (found) => (alias ? { ...found, [alias]: found.of } : found);

  return async (query, wanted = {}) => {
    const options = { ...wanted, of: wanted.of ?? wanted[alias] };
    const first = await plan(query);
    let planned = first, answer = await search(first, options), missing = [], suggestions = [];
    // A word or two, as pages have them, need no more.
    if (!first.isPlain || answer.total < 3) {
      const { relax } = await import("./relax.js");
      ({ planned, answer, missing, suggestions } = await relax(first, answer, query, {
        plan, store, makeGuesses, fold: analysis.fold, weightOf: (planned, at) => (allows(at, options) ? weightOf(planned, options, store.groups[at][0]) : 0),
        search: (other) => search(other, options),
      }));
    }
    keep(remembered, query, { concepts: planned.concepts, analysis }, 20);
    // Pages in another language come after the reader's own.
    const results = [false, true].flatMap((is) => answer.results.filter(({ at }) => foreign.has(at) === is));
    return {
      total: answer.total,
      results: (await Promise.all(results.slice(0, options.limit ?? 10).map((one) => shown(one, planned)))).map(called),
      missing: answer.total ? missing.map(({ raw, typed, text }) => raw ?? typed ?? text) : [],
      suggestions,
      // Most queries ask for none, which shows at once.
      cards: entry.cards && maybeAsks.test(planned.folded.replace(/ /g, "")) ? (await (await import("./asks.js")).cardsOf(query, planned, entry.cards, options.of || options.near || "", store)).map(called) : [],
    };
  };

  /** What a page shows of a result. */
  async function shown({ at, score, document, section }, planned) {
    if (!document) {
      document = await documentAt(at, true);
      ({ section } = await measure(document, planned));
    }
    const { head, others } = document, [of, category] = store.groups[at];
    return {
      ...head, lang: foreign.has(at) ? head.lang : undefined, url: head.url + (section?.id ? `#${section.id}` : ""), section: section?.title ?? "",
      of, category, excerpt: excerptOf(section?.field ?? others[0], planned.concepts), score: +score.toFixed(3),
    };
  }

  async function search(planned, options) {
    const { limit = 10 } = options;
    const { candidates, pages, needed, most } = candidatesOf(planned, limit, options);
    // A short word is often in a title; else the heads of most pages do not say it all.
    const [first, second] = planned.concepts;
    const isPhrase = !second && !!(first?.chain || first?.kind === HAN && first.text.length > 4);
    const few = isPhrase ? 2 : 10;
    // The index does not know what stands next to what. A large site's tail is estimated, not read; nor is more than the
    // best pages where none of these has the words, or what nobody wrote about would cost the most.
    let read = 0;
    const results = [];
    while (candidates[read] && read < most && (store.small || results.length < limit && (results[0] || read < few))) {
      const some = candidates.slice(read, read + (isPhrase && !read ? few : Math.max(limit - results.length, 5)));
      read += some.length;
      await Promise.all(some.map(async ({ at, score }) => {
        const document = await documentAt(at, isPhrase || second);
        const { met, bonus, section, metBy } = await measure(document, planned);
        if (met >= needed) results.push({ at, score: score / SCORE * bonus, document, section, metBy });
      }));
    }
    const total = Math.round(pages * results.length / (read || 1));
    return { total, results: sort(results) };
  }
}

// What is not written as pages write it: marks between letters, numbers, contractions, letters of emotion.
const UNUSUAL = /[^a-z가-힣\u3400-\u9fff \-]|nt\b|[십백천만억十百千万萬亿億]|thousand|million|ty\b/i;

/** Loads what compares words in the scripts of a text; most queries need one. */
const scriptsOf = (text) => Promise.all([
  /[\u1100-\u11ff\uac00-\ud7a3]/.test(text) && import("./korean.js"), /[\u3005\u3400-\u9fff\uf900-\ufaff]/.test(text) && import("./han.js"),
]);

/** What all plans of an index share: the rules, and the synonyms by what they are recognised by. */
function planner(entry, analysis, store, guesses) {
  const { fold, isEnding, koreanStem, set } = analysis;
  const [stop, weak, endings] = ["stop", "weak", "endings"].map(set);
  const { hanFree = "", nounVerbs = "" } = entry.rules;
  let piecesOf;  // of a Chinese run
  const bare = ({ kind, text }) => (kind === HANGUL ? koreanStem(text) : text);
  /** By which a phrase is recognised however it is spaced and inflected. */
  const compact = (list) => list.map((token) => (token.kind === WORD ? stem(token.text) : bare(token))).join("");
  // By the first character, what is not yet by the whole: to recognise every synonym takes longer than most searches.
  const unread = new Map(), groups = new Map();
  const put = (map, key, more) => map.set(key, [...(map.get(key) ?? []), ...more]);
  const read = (list) => {
    for (const group of list) {
      const [from, to] = Array.isArray(group[0]) ? group : [group, group];
      for (const word of from) put(unread, word[0], [[word, to]]);
    }
  };
  read(entry.synonyms ?? []);
  const places = new Map();
  /** Loads what is said of keys that begin so. */
  const ready = (keys) => Promise.all(keys.filter(Boolean).map((key) => once(places, placeOf(key), async (place) => read(await store.said(place)))));
  /** Other ways to say what is recognised by `key`, which is ready. */
  function synonyms(key) {
    for (const [word, to] of unread.get(key[0]) ?? []) put(groups, compact(tokens(word)), to.filter((other) => other !== word));
    unread.delete(key[0]);
    return groups.get(key);
  }

  function conceptsOf(list, isCut) {
    const concepts = [];
    list.forEach((token, at) => {
      const { kind, gap, text: typed, link, raw } = token;
      const before = list[at - 1];
      const isLast = at === list.length - 1;
      const text = bare(token);
      const push = (isWeak, fields) => concepts.push({ at, to: at, ways: [], text, kind, weight: isWeak || weak.has(fields.text ?? text) ? WEAK : 1, ...fields });
      if (kind === HAN) return piecesOf(text.slice(0, 2 * WORDS), list.length === 1, isCut).forEach((text) => push(!text[1] && isCut, { text }));
      const follows = gap === NONE && before?.kind === WORD;
      if (kind === HANGUL && follows && isEnding(typed)) return;
      if ((list.length > 1 || text.length > 1) && (stop.has(typed) || stop.has(text) || typed.length > 1 && isEnding(typed))) return;
      const last = concepts.at(-1);
      if (kind === WORD && last?.kind === WORD && last.to === at - 1 && (gap === LINK && !/[/&+]/.test(link) || gap === SPACE && /^[\d ]+$/.test(last.text + text))) {
        last.chain = [...(last.chain ?? [last.text]), text];
        Object.assign(last, { text: last.text + text, to: at, open: isLast });
        return;
      }
      const ending = typed.slice(text.length);
      const verbal = kind === HANGUL && ending && endings.has(ending) && !nounVerbs.includes(ending[0]);
      const isCounter = kind === HANGUL && follows && /^[\d.]+$/.test(before.text);
      push(verbal || isCounter || weak.has(typed), { typed, raw, open: isLast && !/^\d{1,3}$/.test(text), verbal });
    });
    return concepts.slice(0, 10);
  }

  /** A word with its parts, which may stand apart: ISO 27001 for iso27001. */
  function unitOf({ kind, text, open, chain = /^(?:[a-z]+\d+|\d+[a-z]+)$/.test(text) && text.match(/\d+|\D+/g) }) {
    if (kind !== WORD) return scripts[kind].unit(text, kind === HAN ? hanFree : analysis);
    return wordUnit(text, open, chain && [chain.map((part, at) => wordUnit(part, open && at === chain.length - 1))]);
  }

  function meet(concept, needle, found, boost) {
    if (!found.size) return;
    concept.ways.push({ needle, worth: boost / (concept.boost ??= boost) });
    // Another way is worth no more for being rarer: a synonym that few pages have must not come before the word.
    concept.rarity ??= found.rarity;
    const share = boost * Math.min(1, concept.rarity / found.rarity);
    // What is found in one way only needs no copy.
    if (!concept.found && share === 1) return void (concept.found = found);
    if (!concept.isOwn) concept.found = concept.found ? structuredClone(concept.found) : nothing(store.count);
    concept.isOwn = true;
    add(concept.found, found, share, concept.rarity);
  }

  async function way(concept, needle, boost) {
    const found = await store.allScores(needle);
    meet(concept, needle, found, boost);
    return found;
  }

  /** Neighbours that may be one word on the page: white list, 로그 인, tx id. */
  async function joinNeighbours(list, concepts) {
    const joined = await Promise.all(list.map(async (token, at) => {
      const next = list[at + 1];
      const involved = concepts.filter((concept) => !concept.chain && (concept.at === at || concept.at === at + 1));
      if (!involved.length || next?.kind !== token.kind || next.kind === HAN || next.gap > SPACE) return [];
      const text = token.text + bare(next);
      const needle = [token.kind === WORD ? wordUnit(text, at + 2 === list.length) : startUnit(text)];
      const found = await store.allScores(needle);
      return found.exact || involved[1] ? involved.map((concept) => [concept, needle, found, 0.9]) : [];
    }));
    for (const one of joined.flat()) meet(...one);
  }

  async function addSynonyms(list, concepts) {
    await ready(concepts.map(({ text }) => text));
    for (let size = Math.min(4, list.length); size > 0; size--) {
      for (let at = 0; at + size <= list.length; at++) {
        const involved = concepts.filter((concept) => concept.at >= at && concept.to < at + size);
        const others = synonyms(compact(list.slice(at, at + size)));
        if (!others || involved.every(({ spelled }) => spelled)) continue;
        await addPhrases(involved, others);
        // Weak words that have a meaning together: 어디로 문의.
        if (size > 1) for (const concept of involved) concept.isPhrase = true;
      }
    }
    for (const concept of concepts.filter(({ kind }) => kind === HAN)) {
      const { text, spelled } = concept;
      const own = synonyms(text);
      if (own && !spelled) await addPhrases([concept], own);
      if (!own) for (const unit of await scripts[HAN].replaced(text, synonyms, ready, hanFree)) await way(concept, [unit], 0.6);
    }
  }

  // What sections are called.
  const brands = new Map();
  const owners = entry.cards?.contact?.[2] ?? {};
  for (const [id, name] of entry.names) if (owners[id]) for (const word of [id, name]) brands.set(compact(tokens(fold(word))), id);
  const brandOf = (key) => brands.get(key) ?? synonyms(key)?.map((other) => brands.get(compact(tokens(other)))).find(Boolean);

  /** The sections that are named, in their order; their concepts are marked. */
  function namesIn(list, concepts) {
    const named = [];
    for (let at = 0; at < list.length; at++) {
      for (const size of [2, 1]) {
        const brand = at + size <= list.length && brandOf(compact(list.slice(at, at + size)));
        if (!brand) continue;
        if (!named.includes(brand)) named.push(brand);
        for (const concept of concepts) if (concept.at >= at && concept.to < at + size) concept.brand = brand;
      }
    }
    // Typed on the other keyboard, or wrong.
    for (const concept of concepts) {
      const brand = !concept.exact && concept.ways.map(({ needle: [unit, next] }) => !next && brands.get(unit.text)).find(Boolean);
      if (!brand) continue;
      concept.brand = brand;
      if (!named.includes(brand)) named.push(brand);
    }
    return named;
  }

  async function addPhrases(involved, others, isSame) {
    await scriptsOf(others.join());
    const needles = [...new Set(others)].slice(0, 12).map((other) => phrase(other, analysis))
      .filter(([first]) => first);
    const found = await Promise.all(needles.map(store.allScores));
    for (const concept of involved) {
      concept.spelled ||= !isSame;
      needles.forEach((needle, at) => meet(concept, needle, found[at], 0.6));
    }
  }

  return async function plan(asked, { inParts, isCut, asIs } = {}) {
    const spelling = UNUSUAL.test(asked) && await import("./spelling.js");
    const query = spelling ? spelling.usual(asked, !!entry.pinyin, asIs) : asked;
    const typed = query.normalize("NFKC");
    const folded = fold(query);
    await scriptsOf(folded);
    if (/[a-z]/.test(folded)) for (const [name, words] of Object.entries(await store.english())) for (const word of words.split(" ")) set(name).add(word);
    piecesOf ??= scripts[HAN]?.pieces(entry.rules);
    const list = tokens(folded).slice(0, WORDS);
    for (const token of list) {
      if (typed.length === folded.length) token.raw = typed.slice(token.from, token.to);
      token.link = folded[token.from - 1];
    }
    const concepts = conceptsOf(list, isCut);
    const dropped = folded.length > 2 && list.some(({ kind, text }, at) => (kind === HAN ? piecesOf(text).join("") !== text : !concepts.some((concept) => concept.at <= at && concept.to >= at)));
    await Promise.all([ready(list.flatMap((_, at) => [1, 2].map((size) => compact(list.slice(at, at + size))))), ...concepts.map(async (concept) => {
      concept.exact = (await way(concept, [unitOf(concept)], 1)).exact;
    })]);
    if (spelling) for (const concept of concepts) if (/^\d+$/.test(concept.text)) await addPhrases([concept], spelling.otherForms(concept.text, folded), true);
    await joinNeighbours(list, concepts);
    await addSynonyms(list, concepts);
    const isUnclear = ({ ways, kind, exact, spelled, found }) => !ways[0] || (store.small ? kind !== HAN
      : kind === WORD ? !exact && !spelled && entry.pinyin : kind === HANGUL && !concepts[1] && found.size < 10);
    if (inParts || concepts.some(isUnclear)) await (await guesses())(concepts, { way, addPhrases, synonyms, ready, hanFree, inParts });
    // Of a long piece of a sentence, the better part is enough.
    if (dropped) for (const concept of concepts) if (concept.kind === HAN && concept.text.length > 4) await way(concept, [scripts[HAN].unit(concept.text, hanFree, true)], 0.5);
    if (dropped && concepts.every(({ weight, verbal, isPhrase }) => weight < 1 && !verbal && !isPhrase)) concepts.length = 0;
    const named = namesIn(list, concepts);
    const isSentence = dropped || concepts.some(({ verbal, isPart }) => verbal || isPart) || list.length > 4;
    const others = concepts.filter(({ brand }) => !brand);
    if (others[0]) for (const concept of concepts) if (concept.brand) concept.weight = WEAK;
    return {
      folded, named,
      // A section says whose pages come first; alone it is what they are about.
      concepts,
      // The query as it was typed, without the courtesy around it.
      phrase: concepts[0] ? phrase(folded.slice(list[concepts[0].at].from, list[concepts.at(-1).to].to), analysis) : [],
      share: isSentence ? 0.5 : 0.66,
      // A word or two, as pages have them.
      isPlain: !isSentence && !concepts[2] && concepts.every(({ exact, kind, text }) => exact && (kind !== HAN || !text[5])),
    };
  };
}
