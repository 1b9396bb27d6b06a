// Asks a built site what readers asked who had seen its titles alone, and counts what they get, by kind.
//
//   Tests/Quality/run search-queries.mjs [SITE] [--half dev|unseen] [--misses] [--language LANGUAGE]  (default: Public, dev)
//
// queries-<half>-<language>.jsonl hold one query a line: `q`, `want` (paths of pages of which one is enough; none for what
// the site has nothing about) and `kind`. A card above the list counts as its first place. The unseen half is for the end
// of a change: whoever writes an engine looks at the dev half alone.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const { openSearch } = await import(join(root, "Templates/assets/search/core.js"));

const options = process.argv.slice(2);
const option = (name) => {
  const place = options.indexOf(name);
  return place < 0 ? undefined : options.splice(place, 2)[1];
};
const flag = (name) => options.includes(name) && !!options.splice(options.indexOf(name), 1);
const half = option("--half") ?? "dev", only = option("--language"), listsMisses = flag("--misses");
const site = resolve(options[0] ?? join(root, "Public"));

/** `<exchange>/<category>/<slug>` of an address; pages of the general guide have no exchange in theirs. */
const pathOf = (url) => decodeURI(url.split("#")[0]).split("/").slice(1, -1).join("/");
const alike = (path, wanted) => path === wanted || path === wanted.replace(/^guide\/(?=[^/]+$)/, "");

const percent = (part, all) => `${(100 * part / (all || 1)).toFixed(1).padStart(5)} %`;

for (const language of ["ko", "zh", "en"].filter((one) => (only ?? one) === one)) {
  const file = join(here, `queries-${half}-${language}.jsonl`);
  if (!existsSync(file)) continue;
  const load = async (path) => JSON.parse(readFileSync(join(site, path.endsWith("/index.json") ? "search" : "assets/search", path), "utf8"));
  const search = await openSearch({ language, load });
  const counts = new Map();
  const count = (kind) => counts.get(kind) ?? counts.set(kind, { all: 0, first: 0, three: 0, nothing: 0 }).get(kind);
  const nonsense = { all: 0, shown: 0, sure: 0 }, misses = [], wrongCards = [];
  for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
    const { q, want, kind } = JSON.parse(line);
    const { results, missing = [], cards = [] } = await search.search(q);
    const found = [...cards, ...results].map(({ url }) => pathOf(url));
    // A contact card of another exchange than that of the pages that are wanted.
    const exchanges = new Set(want.map((path) => path.split("/")[0]));
    for (const card of cards) {
      const [exchange, page] = pathOf(card.url).split("/");
      if (page && want.length && !exchanges.has(exchange) && !exchanges.has("guide")) wrongCards.push(`${q} | ${card.kind} ${pathOf(card.url)} | wanted ${want.join(" ")}`);
    }
    if (!want.length) {
      nonsense.all++;
      if (found.length) nonsense.shown++;
      if (found.length && !missing.length) nonsense.sure++;
      if (found.length) misses.push(`${missing.length ? "shown     " : "SHOWN     "} ${kind} | ${q} | ${found.slice(0, 3).join(" ")} | missing ${missing.join(" ")}`);
      continue;
    }
    // Of several cards, each stands where it stands; the list begins behind them all.
    const place = found.findIndex((path) => want.some((wanted) => alike(path, wanted)));
    for (const one of [count(kind), count("all")]) {
      one.all++;
      if (place === 0) one.first++;
      if (place >= 0 && place < 3) one.three++;
      if (!found.length) one.nothing++;
    }
    if (place < 0 || place > 2) misses.push(`${found.length ? String(place + 1 || `of ${found.length}`).padEnd(10) : "nothing   "} ${kind} | ${q} | wanted ${want.join(" ")} | ${found.slice(0, 3).join(" ")} | missing ${missing.join(" ")}`);
  }
  if (listsMisses) console.log(misses.sort().join("\n"));
  const all = count("all");
  console.log(`${language} ${half}   queries   first  first three  nothing`);
  for (const [kind, { all, first, three, nothing }] of [...counts].sort(([a], [b]) => (a === "all") - (b === "all") || (a < b ? -1 : 1))) {
    console.log(`${kind.padEnd(22)} ${String(all).padStart(4)}  ${percent(first, all)}  ${percent(three, all)}  ${percent(nothing, all)}`);
  }
  console.log(`of ${nonsense.all} that should find nothing ${nonsense.shown} show something, ${nonsense.sure} with nothing left out`);
  for (const card of wrongCards) console.log(`WRONG CARD ${card}`);
  console.log();
}
