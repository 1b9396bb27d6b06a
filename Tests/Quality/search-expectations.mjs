// Searches a built site for what Content/search/<language>.yaml expects, and names each line that fails.
//
//   node Tests/Quality/search-expectations.mjs [SITE] [CONTENT]       (default: Public, Content)
//
// Reads the expectations as Content/README.md shows them, one on a line: `- {query: …, article: …, within: …}`.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const [site = join(root, "Public"), content = join(root, "Content")] = process.argv.slice(2).map((path) => resolve(path));
const { openSearch } = await import(pathToFileURL(join(root, "Templates/assets/search/core.js")));

const plain = (text) => (/^"/.test(text) ? JSON.parse(text) : text.replace(/^'(.*)'$/, "$1"));

function expectationsOf(file) {
  const found = [];
  let inside = false;
  readFileSync(file, "utf8").split("\n").forEach((text, at) => {
    if (/^\w/.test(text)) inside = text.startsWith("expectations:");
    if (!inside || !/^\s*- /.test(text)) return;
    const match = /^\s*- \{query: ("(?:[^"\\]|\\.)*"|'[^']*'|[^,]*), article: (\[[^\]]*\]|[^,}]*)(?:, within: (\d+))?\}\s*(?:#.*)?$/.exec(text);
    if (!match) throw new Error(`${file}:${at + 1}: write it on one line, as {query: …, article: …, within: …}`);
    const articles = match[2].replace(/[[\]]/g, "").split(",").map((path) => plain(path.trim()));
    found.push({ line: at + 1, query: plain(match[1].trim()), articles, within: Number(match[3] ?? 3) });
  });
  return found;
}

const folder = join(content, "search");
let failures = 0;
for (const name of existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".yaml")).sort() : []) {
  const language = name.slice(0, -5);
  const load = async (path) => JSON.parse(readFileSync(join(site, "search", path), "utf8"));
  const search = await openSearch({ language, load });
  const expectations = expectationsOf(join(folder, name));
  let met = 0;
  for (const { line, query, articles, within } of expectations) {
    const { results } = await search.search(query, { limit: Math.max(within, 10) });
    const paths = results.map(({ url }) => decodeURI(url.split("#")[0]).split("/").slice(1, -1).join("/"));
    if (paths.slice(0, within).some((path) => articles.includes(path))) {
      met++;
      continue;
    }
    failures++;
    const place = paths.findIndex((path) => articles.includes(path)) + 1;
    console.log(`Content/search/${name}:${line}: error: '${query}' does not find ${articles.join(" or ")} among the first ${within}`
      + `${place ? `; it is number ${place}` : ""}; first: ${paths.slice(0, 3).join(", ") || "nothing"}`);
  }
  console.log(`search expectations ${language}: ${met} of ${expectations.length} met`);
}
process.exitCode = failures > 0 ? 1 : 0;
