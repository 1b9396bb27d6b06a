// What to make of a query that finds next to nothing: other ways to read it, and a vote of the words that pages have.

import { HAN } from "./text.js";

const SHARE = 0.3;  // of what a page must meet when words are left out
const KNOWN = 0.5;  // of a query, what must be on some page;
const SUBJECT = 0.25;  // less for each word of the subject,
const BRANDED = 0.15;  // and least where a section is named
const FEW = 50;  // pages of which nobody can tell what they are about; all that they hold must be met
const ENOUGH = 3;  // pages

let asked;  // by index

/** What answers a query that is not plain: `{ planned, answer, missing, suggestions }`. */
export async function relax(planned, answer, query, tools) {
  const { plan, store, makeGuesses, search, fold, weightOf } = tools, { isPlain } = planned;
  // What finds nothing as it stands may say something in parts.
  if (!answer.total) {
    planned = await plan(query, { inParts: true });
    answer = await search(planned);
  }
  let missing = planned.concepts.filter(({ found, brand }) => !found?.size && !brand), isUnknown = false;
  if (answer.total < ENOUGH || missing[0]) ({ answer, missing, planned, isUnknown } = await better({ answer, missing, planned }, query, tools));
  const makeAsked = () => (asked ??= new WeakMap()).get(store) ?? asked.set(store, Promise.all([import("./asked.js"), store.asked()])
    .then(([{ asker }, lists]) => asker(lists, fold))).get(store);
  if (store.hasAsked && !(isPlain && answer.total)) answer = (await makeAsked())(planned, answer, isUnknown, missing[0], (at) => weightOf(planned, at));
  else if (isUnknown) answer = { total: 0, results: [] };
  const suggestions = answer.total ? [] : (await makeGuesses()).suggestions(planned.concepts, store.hasAsked ? (await makeAsked()).says : () => true);
  return { planned, answer, missing, suggestions };
}

/** A better answer for a query, with the plan that found it and the concepts that its first page lacks; the same where it is good. */
async function better(first, query, { plan, store: { count }, makeGuesses, search }) {
  const isGood = ({ answer, planned }) => answer.total >= (count < FEW ? 1 : ENOUGH) && isKnown(planned, count);
  let best = first;
  if (isGood(best)) return best;
  for (const other of await rereads(query, first.planned, plan, makeGuesses)) {
    // With all words, then with those that count.
    for (const planned of other === first.planned ? [vote(other, count)] : [other, vote(other, count)]) {
      if (!planned || !isKnown(planned, count)) continue;
      const answer = await search(planned);
      if (answer.total <= best.answer.total) continue;
      const missing = missingOf(planned, answer.results[0]);
      // Pages that have all the words are no worse for being few.
      const pages = new Set(answer.results.map(({ at }) => at));
      const lost = best.answer.results.filter(({ at }) => !pages.has(at));
      best = { answer: { total: answer.total + lost.length, results: [...lost, ...answer.results] }, planned, missing };
      if (isGood(best)) return best;
    }
  }
  return { ...best, isUnknown: !isKnown(best.planned, count) };
}

/** Whether enough of a query is on some page. */
function isKnown({ concepts, all: whole = concepts }, count) {
  const most = Math.log(1 + count) * 1024;  // the rarity of what no page has
  let known = 0, all = 0, least = KNOWN;
  for (const { weight, found, rarity, brand, spelled, kind, text } of whole) {
    if (kind === HAN && !text[1]) continue;
    if (brand) least = BRANDED;
    if (brand) continue;
    if (spelled && weight === 1) least -= SUBJECT;
    const mass = weight * (found?.size ? rarity : most);
    all += mass;
    if (found?.size) known += mass;
  }
  return count < FEW || known >= all * least;
}

/** What the best page lacks. */
function missingOf({ all, concepts }, { metBy }) {
  return (all ?? concepts).filter((one) => !one.brand && (all ? !metBy.has(one) : !one.found?.size));
}

/** Chinese cut into words by the browser; the query as it was planned; its numbers as they stand; typed on the other keyboard. */
async function rereads(query, planned, plan, makeGuesses) {
  const plans = [planned], { concepts } = planned;
  if (concepts.some(({ kind, text }) => kind === HAN && text.length > 2) && Intl.Segmenter) {
    const cut = await plan(query, { inParts: true, isCut: true });
    if (cut.concepts.some(({ kind, text }) => kind === HAN && text[1])) plans.unshift(cut);
  }
  if (/[^a-z가-힣]/.test(query)) plans.push(await plan(query, { inParts: true, asIs: true }));
  const typed = concepts.every(({ found }) => found?.size) ? "" : (await makeGuesses()).retyped(query);
  if (typed) plans.push(await plan(typed, { inParts: true }));
  return plans;
}

/** The plan as a vote: what no page has is left out, and rarer words count more. Nothing where only weak words remain. */
function vote({ concepts, ...plan }, count) {
  const most = Math.log(1 + count) * 1024;
  const found = concepts.filter(({ brand, text, found }) => !brand && found?.size && !/^\d{1,2}$/.test(text));
  if (!found.some(({ weight, found: { size } }) => weight === 1 && size < count / 5)) return null;
  const counted = concepts.filter((one) => one.brand || found.includes(one));
  return {
    ...plan, share: SHARE,
    // Brands and single characters say too little to be missed.
    all: concepts.filter(({ text, kind, found }) => kind !== HAN || text[1] || found?.size),
    concepts: counted.map((one) => (one.brand ? one : { ...one, of: one, weight: one.weight * one.rarity / most })),
  };
}
