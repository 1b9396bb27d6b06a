// Counts where texts say that something is not known ("not confirmed" and its kin), by language and folder. It may be
// said once, among the sources; in the text the reader should get something to do instead.
//
//   Tests/Quality/run unknowns.mjs [--content FOLDER] [--list] [--worst N]
//
// `--list` prints every line; `--worst` the texts that say it most often. To count an older state, give the Content of a
// checkout of it as FOLDER.

import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { commandLine, languages, textsBelow } from "./texts.mjs";

const options = commandLine(process.argv.slice(2), { content: "F", list: "flag", worst: "N" });
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Ways to say it. Idioms that mean something else ("an app you do not know", 모르는 사람) are not among them. */
const unknown = {
  ko: /확인되지 않|확인하지 (?:못|는 못)|찾지 못|알려지지 않|알려져 있지 않|자료에(?:는|서)? 없|자료가 없|나와 있지 않|나오지 않음|알 수 없(?:음|습니다|다)|불분명|미확인|확인된 (?:전화|번호|주소)\S* (?:없|하나도)/gu,
  zh: /未能核实|未经核实|尚未核实|没有(?:重新|全部)?核实|没有得到核实|经核实的\S{0,6}没有|没有(?:经)?核实的|未确认|没有确认|无法确认|没有找到|未找到|没有查到|未查到|资料里(?:都)?没有|没有官方资料|(?:我们|还)?不清楚|未见/gu,
  en: /not (?:been )?confirmed|could not (?:confirm|verify|find)|cannot confirm|not verified|unverified|not in our sources|in our sources|our sources|not re-?checked|(?:is|was) not known|not known to us|we found (?:no|nothing)|nothing found|no official figure|we do not know|was not seen|have not seen/giu,
};

const texts = textsBelow(resolve(options.content ?? join(root, "Content")));
const found = texts.map((text) => {
  const hits = [];
  text.lines.forEach((line, place) => {
    if (place < text.bodyStart && /^(?:keywords|tags| *confidence):/.test(line)) return;
    const times = line.match(unknown[text.language])?.length ?? 0;
    if (times) hits.push({ line: place + 1, times, inSources: place < text.bodyStart && !/^(?:title|description):/.test(line), words: line.trim() });
  });
  const sum = (some) => some.reduce((all, one) => all + one.times, 0);
  return { text, hits, inText: sum(hits.filter((one) => !one.inSources)), inSources: sum(hits.filter((one) => one.inSources)) };
});

const row = (name, some) => {
  const total = (key) => some.reduce((all, one) => all + one[key], 0);
  const files = some.filter((one) => one.inText).length;
  console.log(`${name.padEnd(16)}${String(total("inText")).padStart(6)} in ${String(files).padStart(3)} of ${String(some.length).padStart(3)} texts${String(total("inSources")).padStart(8)} in sources`);
};
for (const language of languages) {
  const some = found.filter((one) => one.text.language === language);
  row(language, some);
  for (const folder of [...new Set(some.map((one) => one.text.folder))]) row(`  ${folder}`, some.filter((one) => one.text.folder === folder));
}
if (options.worst) {
  console.log("\nTexts that say it most often:");
  for (const one of [...found].sort((a, b) => b.inText - a.inText).slice(0, Number(options.worst)).filter((one) => one.inText)) console.log(`  ${one.inText}  Content/${one.text.name}`);
}
if (options.list)
  for (const one of found) for (const hit of one.hits.filter((hit) => !hit.inSources)) console.log(`Content/${one.text.name}:${hit.line}: ${hit.words}`);
