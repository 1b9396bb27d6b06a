// What a page shows of a match: how good it is, in which section it stands, an excerpt, marks.

import { find, prepare } from "./matching.js";

const EXCERPT = { before: 40, length: 160 };

/** A document made ready to be searched; its sections are loaded when its head does not say it all. */
export function fieldsOf(head, names, load, analysis) {
  const [title, summary, keywords, group] = [head.title, head.summary, head.keywords, names].map((text) => prepare(text, analysis));
  let sections;
  return {
    head, title, summary, others: [summary, keywords, group],
    sections: () => sections ??= Promise.resolve(load()).then((list) => list.map(([id, title, text]) => ({ id, title, heading: prepare(title, analysis), field: prepare(text, analysis) }))),
  };
}

/** How well a document meets the concepts: `{ met, bonus, summary, section }`; `section` is null when its head says it all. */
export async function measure(document, { folded, concepts, phrase }, analysis) {
  const stands = (needle, fields) => fields.some((field) => find(needle, field, analysis).length > 0);
  /** For every concept the worth of the best way that stands there. */
  const meets = (fields, or = []) => concepts.map(({ ways }, at) => ways.reduce((best, { needle, boost }) => (boost > best && stands(needle, fields) ? boost : best), or[at] ?? 0));
  const weigh = (worths) => worths.reduce((sum, worth, at) => sum + worth * concepts[at].weight, 0);
  const met = (worths) => weigh(worths.map((worth) => +(worth > 0)));
  const whole = weigh(concepts.map(() => 1)) || 1;
  const title = meets([document.title]);
  const head = meets(document.others, title);
  // A short title that says it all comes first, before it one that says it as it was typed.
  const bonus = 1 + weigh(title) / whole * (1.25 - Math.min(80, document.head.title.length) / 320)
    + +stands(phrase, [document.title]) / 2 + +stands(phrase, document.others) / 4
    + (document.title.folded === folded ? 2 : 0);
  const answer = { met: met(head), bonus, summary: document.summary, section: null };
  if (head.every(Boolean)) return answer;
  let best = null;
  let all = head;
  for (const section of await document.sections()) {
    const inHeading = meets([section.heading]);
    const worths = meets([section.field], inHeading);
    all = all.map((worth, at) => Math.max(worth, worths[at]));
    const worth = weigh(worths) + weigh(inHeading) / 2 + (stands(phrase, [section.heading, section.field]) ? whole / 2 : 0);
    if (worth > (best?.worth ?? 0)) best = { ...section, worth };
  }
  return { ...answer, met: met(all), bonus: bonus + (best ? best.worth / whole / 4 : 0), section: best && met(all) > met(head) ? best : null };
}

/** Where the concepts stand in a prepared text, in order, without overlaps. */
function ranges(field, concepts, analysis) {
  const found = concepts.flatMap(({ ways }) => ways.flatMap(({ needle }) => find(needle, field, analysis)));
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const apart = [];
  for (const [from, to] of found) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) apart.push([from, to]);
  }
  return apart.map(([from, to]) => [field.back(from), field.back(to)]);
}

export function pieces(text, { concepts, analysis }) {
  const found = [];
  let at = 0;
  for (const [from, to] of ranges(prepare(text, analysis), concepts, analysis)) {
    if (from > at) found.push({ text: text.slice(at, from), match: false });
    found.push({ text: text.slice(from, to), match: true });
    at = to;
  }
  if (at < text.length) found.push({ text: text.slice(at), match: false });
  return found;
}

/** A piece of the text around most of the matches, cut at spaces where there are any. */
export function excerptOf(field, concepts, analysis) {
  const { text } = field;
  const found = ranges(field, concepts, analysis);
  const reach = ([from]) => found.filter(([other]) => other >= from && other < from + EXCERPT.length - EXCERPT.before).length;
  const hit = found.reduce((best, one) => (reach(one) > reach(best) ? one : best), found[0] ?? [0, 0])[0];
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
