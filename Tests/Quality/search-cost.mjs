// Prints what searches on a built site cost: bytes as they come over the wire, and the processor's time.
//
//   Tests/Quality/run search-cost.mjs [SITE] [--queries FILE.json]       (default: Public, and the queries below)
//
// FILE.json: `{"ko": ["출금", …], …}`. Every query is asked once with nothing loaded (cold), in a process of its own, once
// more (warm), and without its last character (near), which is a new query as of a reader who goes on typing. Bytes are those of the published modules that the search page loads, of the index files that the query
// needs, and of ten results with their excerpts; each file compressed by itself, as a host does (gzip -9).
// `corpus-site.mjs` makes a site of any size.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const here = fileURLToPath(import.meta.url);
const options = process.argv.slice(2);
const QUERIES = {
  ko: ["출금", "출금 지연", "본인인증", "이차인증", "수수료 한도"],
  zh: ["提现", "提币未到账", "身份验证", "手续费", "双重验证"],
  en: ["withdrawal", "withdrawal delay", "two-factor", "verification", "deposit address"],
};
// What the search page loads for a word or two, as pages have them; `recent` remembers what has found something.
const PAGE = ["ahead", "page", "finder", "core", "store", "text", "recent"];
// And for words in the scripts of a language.
const SCRIPTS = { ko: ["korean"], zh: ["han"], en: [] };
// What some queries load besides.
const LAZY = ["korean", "han", "spelling", "asked", "relax", "guesses", "hangul", "asks", "cards"];
const zipped = (bytes) => gzipSync(bytes, { level: 9 }).length;

if (options[0] === "--one") {
  console.log(JSON.stringify(await measure(...options.slice(1))));
} else {
  const place = options.indexOf("--queries");
  const queries = place < 0 ? QUERIES : JSON.parse(readFileSync(options.splice(place, 2)[1], "utf8"));
  report(resolve(options[0] ?? join(dirname(here), "../../Public")), queries);
}

/** One query, cold and warm, and one near it. */
async function measure(site, language, query) {
  const loaded = new Map();
  const assets = join(site, "assets/search");
  const moduleOf = (name) => readdirSync(assets).find((file) => file.startsWith(`${name}.`));
  const { openSearch } = await import(pathToFileURL(join(assets, moduleOf("core"))));
  const load = async (path) => {
    const folder = path.endsWith("/index.json") ? "search" : "assets/search";
    const bytes = readFileSync(join(site, folder, path));
    loaded.set(path, bytes);
    return JSON.parse(bytes);
  };
  const timed = async (ask) => {
    const { user, system } = process.cpuUsage();
    const answer = await ask();
    const now = process.cpuUsage();
    return { answer, milliseconds: (now.user + now.system - user - system) / 1000 };
  };
  let search;
  const cold = await timed(async () => (search = await openSearch({ language, load })).search(query));
  const files = [...loaded.keys()];
  const index = [...loaded.values()].reduce((sum, bytes) => sum + zipped(bytes), 0);
  const warm = await timed(() => search.search(query));
  const near = await timed(() => search.search(query.slice(0, -1)));
  // Which modules were fetched for the query only, the files that they read say. An index in one file holds them all;
  // whether they were used does not show, so they count.
  const isUsed = (kind) => files.length === 1 || files.some((path) => path.includes(`/${kind}.`));
  const others = isUsed("w") ? ["korean", "han"] : SCRIPTS[language] ?? [];
  const more = [...others, ...isUsed("w") || isUsed("q") ? ["hangul"] : [], ...isUsed("w") ? ["guesses"] : [], ...isUsed("q") ? ["asked", "relax"] : []];
  const sizeOf = (modules) => modules.map(moduleOf).reduce((sum, file) => sum + zipped(readFileSync(join(assets, file))), 0);
  const code = sizeOf([...PAGE, ...more]);
  return { query, total: cold.answer.total, files: files.length, code, index, bytes: code + index, cold: cold.milliseconds, warm: warm.milliseconds, near: near.milliseconds };
}

function report(site, queries) {
  const assets = join(site, "assets/search");
  const sizeOf = (name) => zipped(readFileSync(join(assets, readdirSync(assets).find((file) => file.startsWith(`${name}.`)))));
  const sizes = PAGE.map((name) => [name, sizeOf(name)]);
  const all = (names) => names.reduce((sum, name) => sum + sizeOf(name), 0);
  console.log(`code of the search page for a plain query: ${Object.entries(SCRIPTS).map(([language, names]) => `${language} ${all([...PAGE, ...names])}`).join(", ")} bytes (${sizes.map(([name, size]) => `${name} ${size}`).join(", ")})`);
  console.log(`loaded by some queries only: ${LAZY.map((name) => `${name} ${sizeOf(name)}`).join(", ")}\n`);
  const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
  const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(6);
  for (const [language, list] of Object.entries(queries)) {
    if (!existsSync(join(site, "search", language))) continue;
    const found = list.map((query) => JSON.parse(execFileSync(process.execPath, [...process.execArgv, here, "--one", site, language, query], { encoding: "utf8" })));
    for (const { query, total, files, code, index, bytes, cold, warm, near } of found) {
      console.log(`${language}  ${kilobytes(bytes)} KB (code ${kilobytes(code)}, index ${kilobytes(index)} in ${String(files).padStart(2)} files)  cold ${cold.toFixed(0).padStart(4)} ms  warm ${warm.toFixed(0).padStart(3)} ms  near ${near.toFixed(0).padStart(3)} ms  ${String(total).padStart(5)} pages  ${query}`);
    }
    const [bytes, cold, warm, near] = ["bytes", "cold", "warm", "near"].map((field) => found.map((one) => one[field]));
    console.log(`${language}  median ${kilobytes(median(bytes))} KB, worst ${kilobytes(Math.max(...bytes))} KB; processor: cold ${median(cold).toFixed(0)} ms (worst ${Math.max(...cold).toFixed(0)}), warm ${median(warm).toFixed(0)} ms (worst ${Math.max(...warm).toFixed(0)}), near ${median(near).toFixed(0)} ms (worst ${Math.max(...near).toFixed(0)})\n`);
  }
}
