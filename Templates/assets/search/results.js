// What a page shows of a match: how good it is, in which section it stands, an excerpt, marks.

import { find, prepare } from "./matching.js";

const EXCERPT = { before: 40, length: 160 };

/** A document's texts, made ready to be searched. */
export function fieldsOf(document, names, analysis) {
  const [title, summary, keywords, group] = [document.title, document.summary, document.keywords, names].map((text) => prepare(text, analysis));
  const sections = document.sections.map(([id, title, text]) => ({ id, title, headingField: prepare(title, analysis), field: prepare(text, analysis) }));
  return { document, title, summary, head: [summary, keywords, group], sections };
}

/** How well a document meets the concepts: `{ met, bonus, section }`; `section` is null when its head says it all. */
export function measure({ document, title: titleField, summary, head: others, sections }, concepts, analysis) {
  const meets = (fields) => concepts.map(({ ways }) => ways.some(({ needle }) => fields.some((one) => find(needle, one, analysis).length > 0)));
  const weigh = (flags) => flags.reduce((sum, met, at) => sum + (met ? concepts[at].weight : 0), 0);
  const title = meets([titleField]);
  const head = meets(others).map((met, at) => met || title[at]);
  let best = null;
  const all = [...head];
  for (const { id, title: heading, headingField, field } of sections) {
    const inHeading = meets([headingField]);
    const inText = meets([field]);
    const flags = inText.map((met, at) => met || inHeading[at]);
    flags.forEach((met, at) => { all[at] ||= met; });
    const worth = weigh(flags) + weigh(inHeading) / 2;
    if (worth > (best?.worth ?? 0)) best = { worth, id, title: heading, field };
  }
  const whole = weigh(concepts.map(() => true)) || 1;
  const short = Math.max(0, 1 - document.title.length / 80);
  const bonus = 1 + weigh(title) / whole * (1 + short / 4) + (best ? best.worth / whole / 4 : 0);
  const isHead = weigh(head) >= weigh(all) || !best;
  return { met: weigh(all), bonus, summary, section: isHead ? null : best };
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
