// The Markdown texts of Content as an editor reads them: by language, in sentences, each with its file and line.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const languages = ["ko", "zh", "en"];

/** `--name VALUE` and `--flag` of a command line; what is left is in `rest`. */
export function commandLine(words, names) {
  const options = {}, rest = [];
  for (let place = 0; place < words.length; place++) {
    const name = words[place].startsWith("--") ? words[place].slice(2) : undefined;
    if (name === undefined) rest.push(words[place]);
    else if (!(name in names)) throw new Error(`unknown option --${name}; known: ${Object.keys(names).map((one) => `--${one}`).join(" ")}`);
    else options[name] = names[name] === "flag" ? true : words[++place];
  }
  return { ...options, rest };
}

/** Every text below a Content folder, in an order that does not depend on the disk. Content's own README is none. */
export function textsBelow(content) {
  const texts = [];
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      const language = /\.([a-z-]+)\.md$/.exec(entry.name)?.[1];
      if (entry.isFile() && languages.includes(language)) texts.push(read(path, relative(content, path), language));
    }
  };
  visit(content);
  return texts;
}

function read(path, name, language) {
  const lines = readFileSync(path, "utf8").split("\n");
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  const front = lines.slice(0, end + 1);
  return { name, language, folder: name.split("/")[0], lines, bodyStart: end + 1, sources: sourcesOf(front) };
}

/** The front matter's sources as one line each: what they are called, their date and how sure they are. */
function sourcesOf(front) {
  const start = front.indexOf("sources:"), sources = [];
  if (start < 0) return sources;
  for (const line of front.slice(start + 1)) {
    if (!/^\s/.test(line)) break;
    const name = /^ {2}- (?:name: )?(.*)$/.exec(line)?.[1], more = /^ {4}(date|confidence): (.*)$/.exec(line)?.[2];
    if (name !== undefined) sources.push(name);
    else if (more !== undefined) sources[sources.length - 1] += `, ${more}`;
  }
  return sources;
}

const ends = { zh: /(?<=[。！？][”’）]?)(?![”’）])/u, other: /(?<=[.!?][”"’)]*)\s+(?=\S)/u };

/** The sentences of a text's body. Headings, code, markers and short cells of tables are none. */
export function sentencesOf(text) {
  const sentences = [];
  let inCode = false;
  text.lines.slice(text.bodyStart).forEach((line, place) => {
    if (line.startsWith("```")) inCode = !inCode;
    if (inCode || /^(```|#|\s*\{|\|[\s:|-]+\|$)/.test(line.trim() ? line : "#")) return;
    for (const part of line.startsWith("|") ? line.split("|") : [line])
      for (const sentence of plain(part).split(ends[text.language] ?? ends.other)) {
        const words = sentence.trim(), full = /[.!?。！？]["”’)）]*$/u.test(words);
        if (words && (full || length(words, text.language) >= (text.language === "zh" ? 15 : 6)) && /\p{L}/u.test(words))
          sentences.push({ text, line: text.bodyStart + place + 1, words });
      }
  });
  return sentences;
}

/** A line without the signs of Markdown. */
const plain = (line) => line
  .replace(/^\s*(?:> ?|[-*] |\d+\. )*(?:\[![A-Z]+\])?/, "")
  .replace(/!?\[([^\]]*)\]\((?:channel:([^)]*)|[^)]*)\)/g, (_, words, channel) => words || channel || "")
  .replace(/\*\*|`/g, "");

/** Length of a sentence: words in Korean and English, characters (a Latin word counts as one) in Chinese. */
export const length = (words, language) => language === "zh"
  ? (words.match(/\p{Script=Han}|[\p{Script=Latin}\p{N}]+/gu) ?? []).length
  : (words.match(/\S*[\p{L}\p{N}]\S*/gu) ?? []).length;
