// Makes the list of Chinese words by which headings and drawings are broken into lines.
//
//   node Tests/Quality/han-words.mjs            writes Sources/Typesetting/HanWordList.swift
//   node Tests/Quality/han-words.mjs --check    says whether the list that stands is that of today's texts
//
// The words are those of all Chinese texts in Content/ and Templates/languages/, as Intl.Segmenter of Node cuts them:
// the same dictionary (ICU's) as that of browsers. A word that is not in the list is not cut.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const target = join(root, "Sources/Typesetting/HanWordList.swift");
const segmenter = new Intl.Segmenter("zh-Hans", { granularity: "word" });
const han = /^\p{Script=Han}+$/u;

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (/\.(md|yaml)$/.test(entry.name) && entry.name !== "README.md") yield path;
  }
}

// Every line that stands in a heading is cut whole, as readers' browsers see it.
export function wordsOf(text, words = new Map()) {
  for (const run of text.matchAll(/[\p{Script=Han}\p{P}A-Za-z0-9 ]*\p{Script=Han}[\p{Script=Han}\p{P}A-Za-z0-9 ]*/gu)) {
    for (const { segment } of segmenter.segment(run[0])) {
      if (han.test(segment)) words.set(segment, (words.get(segment) ?? 0) + 1);
    }
  }
  return words;
}

function list() {
  const all = new Map();
  const headed = new Map();
  for (const path of [...files(join(root, "Content")), ...files(join(root, "Templates/languages"))]) {
    const isChinese = /(\.zh\.md|languages\/zh\.yaml)$/.test(path);
    const isData = path.endsWith(".yaml") && relative(root, path).startsWith("Content");
    if (!isChinese && !isData) continue;
    for (const line of readFileSync(path, "utf8").split("\n")) {
      wordsOf(line, all);
      if (/^(#|title:)/.test(line)) wordsOf(line, headed);
    }
  }
  // The trade's own words, which the dictionary lacks: 提币, 工单.
  const glossary = readFileSync(join(root, "Content/glossary.yaml"), "utf8");
  for (const [, texts] of glossary.matchAll(/(?:zh: |term: .*zh: )([^\n]*?)(?:, en:|\n|$)/g)) {
    if (texts.length > 60) continue;
    for (const [word] of texts.matchAll(/\p{Script=Han}+/gu)) if (word.length <= 4) headed.set(word, 1), all.set(word, all.get(word) ?? 1);
  }
  return [...all].filter(([word, count]) => headed.has(word) || count > 1).map(([word]) => word).sort();
}

const words = list();
const lines = [];
let line = "";
for (const word of words) {
  if (line.length + word.length > 90) { lines.push(line); line = ""; }
  line += (line ? " " : "") + word;
}
lines.push(line);
const text = `// Made by Tests/Quality/han-words.mjs; do not edit.

extension HanWords {
  /// ${words.length} words.
  static let list = """
    ${lines.join("\n    ")}
    """
}
`;
if (process.argv[2] === "--check") {
  const known = new Set(readFileSync(target, "utf8").match(/\p{Script=Han}+/gu));
  const missing = words.filter((word) => !known.has(word));
  console.log(`${words.length} words, ${missing.length} of them not in the list${missing.length ? `: ${missing.slice(0, 20).join(" ")}` : ""}`);
} else {
  writeFileSync(target, text);
  console.log(`${words.length} words, ${Buffer.byteLength(text)} bytes`);
}
