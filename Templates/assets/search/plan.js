// From a query to concepts: what a page must be about. A concept has ways to be met, each a needle with its worth.
//
// 1. The query becomes tokens; courtesy and bare endings are dropped.
// 2. Each remaining word becomes a concept; neighbours may also be one word, and phrases have synonyms.
// 3. Each way is looked up in the index. A word that the index does not know is guessed at.

import { HAN, HANGUL, LINK, NONE, SPACE, WORD, tokens } from "./analysis.js";
import { below, compact, hanUnit, koreanUnit, phrase, rangeUnit, wordUnit } from "./units.js";
import { add } from "./store.js";

const MOST = { tokens: 24, concepts: 10, han: 24, synonyms: 12 };
const WEAK = 0.4;
const AFTER_NOUN = /^[하되해했한할함됐됬돼된될됨됩합하시당못안가중받]/;

/** What all plans of an index share: the rules, and the synonyms by what they are recognised by. */
export function planner(entry, analysis, store, guesses) {
  const [stop, weak, endings] = ["stop", "weak", "endings"].map(analysis.set);
  const hanFree = new Set(entry.rules.hanFree ?? "");
  const alternatives = (name) => [...analysis.set(name)].filter(Boolean).sort((a, b) => b.length - a.length).join("|");
  const hanStop = new RegExp(`(${alternatives("hanKept") || "$^"})|${alternatives("hanStop") || "$^"}`, "g");
  const hanCourtesy = analysis.set("hanStop");
  const groups = new Map();
  for (const group of entry.synonyms) {
    const [from, to] = Array.isArray(group[0]) ? group : [group, group];
    for (const word of from) {
      const key = compact(tokens(analysis.fold(word)), analysis);
      if (key) groups.set(key, [...(groups.get(key) ?? []), ...to.filter((other) => other !== word)]);
    }
  }

  /** The pieces of a Chinese run that say something. */
  function piecesOf(text, alone) {
    if (hanCourtesy.has(text)) return [];
    const rest = text.length < 3 ? [text] : text.replace(hanStop, (found, kept) => kept ?? " ").split(" ").filter(Boolean);
    const pieces = rest.filter((piece) => piece.length > 1);
    return pieces.length > 0 || !alone && text.length > 1 ? pieces : rest;
  }

  function conceptsOf(list) {
    const concepts = [];
    list.forEach((token, at) => {
      const before = list[at - 1];
      const isLast = at === list.length - 1;
      const push = (fields) => concepts.push({ at, to: at, weight: 1, ways: [], ...fields });
      if (token.kind === HAN) {
        for (const text of piecesOf(token.text.slice(0, MOST.han), list.length === 1)) push({ text, kind: HAN, weight: weak.has(text) ? WEAK : 1 });
        return;
      }
      if (token.kind === HANGUL && token.gap === NONE && before?.kind === WORD && analysis.isEnding(token.text)) return;
      const text = token.kind === WORD ? token.text : analysis.koreanStem(token.text);
      const alone = list.length === 1 && text.length === 1;
      if (!alone && (stop.has(token.text) || stop.has(text) || token.text.length > 1 && analysis.isEnding(token.text))) return;
      const ending = token.text.slice(text.length);
      const verbal = token.kind === HANGUL && ending !== "" && endings.has(ending) && !AFTER_NOUN.test(ending);
      const isCounter = token.kind === HANGUL && token.gap === NONE && /^[\d.]+$/.test(before?.text);
      const last = concepts.at(-1);
      if (token.kind === WORD && last?.kind === WORD && last.to === at - 1 && (token.gap === LINK && !/[/&+]/.test(token.link) || token.gap === SPACE && /^[\d ]+$/.test(last.text + text))) {
        last.chain = [...(last.chain ?? [last.text]), text];
        last.text += text;
        last.to = at;
        last.open = isLast;
        return;
      }
      push({ text, kind: token.kind, typed: token.text, raw: token.raw, open: isLast && !(text.length < 4 && /^\d+$/.test(text)), verbal, weight: verbal || isCounter || weak.has(text) || weak.has(token.text) ? WEAK : 1 });
    });
    return concepts.slice(0, MOST.concepts);
  }

  const unitOf = (concept) => {
    const { kind, text, open, chain } = concept;
    if (kind === HAN) return hanUnit(text, false, hanFree);
    if (kind === HANGUL) return koreanUnit(text, analysis);
    return wordUnit(text, open, chain && [chain.map((part, at) => wordUnit(part, open && at === chain.length - 1))]);
  };

  async function way(concept, needle, boost) {
    const found = await store.allScores(needle);
    if (found.documents === 0) return found;
    concept.ways.push({ needle, boost });
    // Another way is worth no more for being rarer: a synonym that few pages have must not come before the word.
    concept.rarity ??= found.rarity;
    const worth = boost * Math.min(1, concept.rarity / found.rarity);
    concept.found ??= { score: new Float32Array(store.count), documents: 0 };
    add(concept.found, found, worth, concept.rarity);
    return found;
  }

  /** Neighbours that may be one word on the page: white list, 로그 인, tx id. */
  async function joinNeighbours(list, concepts) {
    await Promise.all(list.map(async (token, at) => {
      const next = list[at + 1];
      if (!next || next.kind !== token.kind || next.kind === HAN || next.gap > SPACE) return;
      const involved = concepts.filter((concept) => !concept.chain && (concept.at === at || concept.at === at + 1));
      if (involved.length === 0) return;
      const text = token.text + (token.kind === WORD ? next.text : analysis.koreanStem(next.text));
      const unit = token.kind === WORD ? wordUnit(text, at + 2 === list.length) : rangeUnit([below(text)], text.length, text);
      const { documents, exact } = await store.allScores([unit]);
      if (documents > 0 && (exact || involved.length > 1)) for (const concept of involved) await way(concept, [unit], 0.9);
    }));
  }

  async function addSynonyms(list, concepts) {
    for (let size = Math.min(4, list.length); size > 0; size--) {
      for (let at = 0; at + size <= list.length; at++) {
        const involved = concepts.filter((concept) => concept.at >= at && concept.to < at + size);
        if (involved.length === 0 || involved.every((concept) => concept.spelled)) continue;
        const others = groups.get(compact(list.slice(at, at + size), analysis));
        if (!others) continue;
        for (const concept of involved) concept.spelled = true;
        await addPhrases(involved, others);
      }
    }
    for (const concept of concepts.filter(({ kind }) => kind === HAN)) {
      const own = groups.get(concept.text);
      if (own && !concept.spelled) await addPhrases([concept], own);
      if (own) concept.spelled = true;
      if (own || concept.text.length < 4) continue;
      for (let size = Math.min(6, concept.text.length - 1); size > 1 && !concept.part; size--) {
        for (let at = 0; at + size <= concept.text.length; at++) {
          const part = concept.text.slice(at, at + size);
          const others = groups.get(part)?.filter((other) => /^[\u3400-\u9fff]{2,}$/.test(other));
          if (!others?.length) continue;
          concept.part = true;
          for (const other of others.slice(0, 6)) await way(concept, [hanUnit(concept.text.replace(part, other), false, hanFree)], 0.6);
          break;
        }
      }
    }
  }

  async function addPhrases(involved, others) {
    await Promise.all([...new Set(others)].slice(0, MOST.synonyms).map(async (other) => {
      const needle = phrase(other, analysis);
      if (needle.length === 0 || needle.length === 1 && needle[0].text.length < 2 && !analysis.short.has(needle[0].text)) return;
      for (const concept of involved) await way(concept, needle, 0.6);
    }));
  }

  return async function plan(query) {
    const typed = query.normalize("NFKC");
    const folded = analysis.fold(query);
    const list = tokens(folded).slice(0, MOST.tokens);
    for (const token of list) {
      if (typed.length === folded.length) token.raw = typed.slice(token.from, token.to);
      token.link = folded[token.from - 1];
    }
    const concepts = conceptsOf(list);
    const dropped = folded.length > 2 && list.some((token, at) => token.kind === HAN ? piecesOf(token.text).join("") !== token.text : !concepts.some((concept) => concept.at <= at && concept.to >= at));
    await Promise.all(concepts.map(async (concept) => {
      const unit = unitOf(concept);
      const found = await way(concept, [unit], 1);
      concept.exact = found.exact;
      if (concept.kind === HAN && found.documents === 0 && concept.text.length > 3) concept.forgiving = unit.known;
    }));
    await joinNeighbours(list, concepts);
    await addSynonyms(list, concepts);
    const unclear = (concept) => concept.ways.length === 0 || concept.kind === WORD && !concept.exact && !concept.spelled && entry.pinyin || store.small && concept.kind === WORD;
    if (concepts.some(unclear)) await (await guesses())(concepts, { way, addPhrases, groups, hanFree });
    await Promise.all(concepts.filter(({ ways, forgiving }) => ways.length === 0 && forgiving).map((concept) => {
      const unit = hanUnit(concept.text, false, hanFree);
      const missing = [...concept.text].map((_, at) => at).filter((at) => !(concept.forgiving >> at & 1) && !unit.free.includes(at));
      if (missing.length > concept.text.length / 4) return null;
      unit.free.push(...missing);
      return way(concept, [unit], 0.7);
    }));
    // Of a long piece of a sentence, the better part is enough.
    if (dropped) await Promise.all(concepts.filter(({ kind, text }) => kind === HAN && text.length > 4).map((concept) => way(concept, [hanUnit(concept.text, false, hanFree, true)], 0.5)));
    if (dropped && concepts.every((concept) => concept.weight < 1 && !concept.verbal)) return { concepts: [], isSentence: true };
    // The query as it was typed, without the courtesy around it.
    const typedPhrase = concepts.length > 0 ? phrase(folded.slice(list[concepts[0].at].from, list[concepts.at(-1).to].to), analysis) : [];
    return { folded, concepts, phrase: typedPhrase, isSentence: dropped && concepts.length > 0 || concepts.some(({ verbal }) => verbal) || list.length > 4 };
  };
}
