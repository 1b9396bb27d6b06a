// Makes a site of a corpus of articles, so that what search costs can be measured at any size.
//
//   Tests/Quality/run corpus-site.mjs CORPUS FOLDER
//
// CORPUS holds `<exchange>/<category>/<slug>.<language>.md`, with title, description, category, tags and updated in front.
// FOLDER becomes a source folder: `helpcenter build --source FOLDER --output SITE`, then `search-cost.mjs SITE`.

import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const [corpus, folder] = process.argv.slice(2).map((path) => resolve(path));
const folders = (path) => readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

// Sentences put together by chance may ask for a secret, which no site may.
const HARMFUL = [[/(알려|보내|제출해|적어) ?주세요/g, "확인합니다"], [/请(提供|发送|告诉)|发给客服/g, "请查看"], [/\b(send|give|tell|share|provide) (us|your|support)\b/gi, "see the"]];

const content = join(folder, "Content");
mkdirSync(content, { recursive: true });
const exchanges = folders(corpus);
const categories = [...new Set(exchanges.flatMap((exchange) => folders(join(corpus, exchange))))];
for (const exchange of exchanges) {
  for (const category of folders(join(corpus, exchange))) {
    mkdirSync(join(content, exchange, category), { recursive: true });
    for (const name of readdirSync(join(corpus, exchange, category))) {
      const text = readFileSync(join(corpus, exchange, category, name), "utf8");
      writeFileSync(join(content, exchange, category, name), HARMFUL.reduce((harmless, [found, instead]) => harmless.replace(found, instead), text));
    }
  }
  writeFileSync(join(content, exchange, "exchange.yaml"), `name: ${exchange}\n`);
}
writeFileSync(join(content, "categories.yaml"), categories.map((id) => `- id: ${id}\n  name: ${id}\n`).join(""));
writeFileSync(join(content, "site.yaml"), `title: Corpus\nbase-url: https://help.example.com/
languages: [{path: ko, tag: ko}, {path: zh, tag: zh-Hans}, {path: en, tag: en}]\nprofile: exchange\nexchanges: [${exchanges.join(", ")}]\n`);
// What readers type besides the articles' words is part of what a query costs.
cpSync(join(root, "Content/glossary.yaml"), join(content, "glossary.yaml"));
mkdirSync(join(content, "search"), { recursive: true });
for (const name of readdirSync(join(root, "Content/search"))) {
  const lists = readFileSync(join(root, "Content/search", name), "utf8");
  writeFileSync(join(content, "search", name), lists.slice(0, lists.search(/^expectations:/m)));
}
symlinkSync(join(root, "Templates"), join(folder, "Templates"));
