// The index of the page's language, fetched when first needed, for all that search on the page.
import * as core from "./core.js";

let index;
let hasEntry = false;

/** What of a text is searched for. */
export const queryOf = (text) => text.trim().slice(0, 300);

/** Opens the index, once; after a failure, anew. */
export function open({ language, root }) {
  const load = async (path) => {
    // The entry is asked for again when a file that it lists is gone: the site was built anew, the browser's copy is old.
    const isAgain = hasEntry && path.endsWith("/index.json");
    hasEntry = true;
    const response = await fetch(`${root}search/${path}`, { cache: isAgain ? "reload" : "default" });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };
  return index ??= core.openSearch({ language, load }).catch((error) => {
    index = null;
    throw error;
  });
}

export const search = async (place, query, options) => (await open(place)).search(query, options);

/** The text as nodes, with a <mark> around what the query found. */
export const marked = (text, query) => (core.highlight ?? highlight)(text, query).map(({ text, match }) => {
  if (!match) return text;
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
});

// Until the core marks by itself.
function highlight(text, query) {
  const folded = text.toLowerCase();
  const hits = folded.length === text.length ? core.words?.(query) ?? [] : [];
  const pieces = [];
  let at = 0;
  for (;;) {
    const [next] = hits.map((word) => ({ from: core.find(folded, word, at), length: word.length }))
      .filter(({ from }) => from >= 0).sort((a, b) => a.from - b.from || b.length - a.length);
    if (!next) return [...pieces, { text: text.slice(at), match: false }];
    pieces.push({ text: text.slice(at, next.from), match: false });
    at = next.from + next.length;
    pieces.push({ text: text.slice(next.from, at), match: true });
  }
}
