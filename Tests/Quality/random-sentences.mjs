// Sentences for a second reader: picks some of all texts at random, each with its file, line and the sources of its
// article, and says how long sentences are. The same seed picks the same sentences while the texts are the same.
//
//   Tests/Quality/run random-sentences.mjs [--seed N] [--count 30] [--language LANGUAGE] [--content FOLDER] [--worst 10]
//
// 1. Reads every text of Content, by language.
// 2. Cuts it into sentences: no headings, no code, no short cells of tables.
// 3. Picks `count` of them without repetition, by a generator that the seed and the language start.
// 4. Prints the average length, the texts with the longest sentences on average, and the longest sentences.

import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { commandLine, languages, length, sentencesOf, textsBelow } from "./texts.mjs";

const options = commandLine(process.argv.slice(2), { seed: "N", count: "N", language: "L", content: "F", worst: "N" });
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const count = Number(options.count ?? 30), worst = Number(options.worst ?? 10), seed = Number(options.seed ?? 1);
const texts = textsBelow(resolve(options.content ?? join(root, "Content")));

/** Mulberry32: numbers from 0 to 1 that depend on the start alone. */
const generator = (start) => () => {
  start = (start + 0x6d2b79f5) | 0;
  let mixed = Math.imul(start ^ (start >>> 15), 1 | start);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const average = (sentences) => sentences.reduce((sum, one) => sum + length(one.words, one.text.language), 0) / (sentences.length || 1);
const place = (sentence) => `Content/${sentence.text.name}:${sentence.line}`;

for (const language of languages.filter((one) => (options.language ?? one) === one)) {
  const byText = texts.filter((text) => text.language === language).map(sentencesOf);
  const all = byText.flat(), left = [...all];
  const next = generator(seed * 31 + languages.indexOf(language));
  console.log(`# ${language}: ${all.length} sentences in ${byText.length} texts, seed ${seed}\n`);
  for (let number = 1; number <= count && left.length; number++) {
    const [sentence] = left.splice(Math.floor(next() * left.length), 1);
    console.log(`${number}. ${place(sentence)}\n   ${sentence.words}`);
    for (const source of sentence.text.sources) console.log(`   - ${source}`);
  }
  console.log(`\nAverage sentence: ${average(all).toFixed(1)} ${language === "zh" ? "characters" : "words"}`);
  console.log("\nTexts with the longest sentences on average:");
  for (const sentences of byText.filter((one) => one.length > 3).sort((a, b) => average(b) - average(a)).slice(0, worst))
    console.log(`  ${average(sentences).toFixed(1)}  Content/${sentences[0].text.name}`);
  console.log("\nLongest sentences:");
  for (const sentence of [...all].sort((a, b) => length(b.words, language) - length(a.words, language)).slice(0, worst))
    console.log(`  ${length(sentence.words, language)}  ${place(sentence)}  ${sentence.words}`);
  console.log("");
}
