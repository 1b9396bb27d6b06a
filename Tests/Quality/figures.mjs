// Counts the pictures of a built site's articles, and how much a drawing weighs.
//
//   node Tests/Quality/figures.mjs <site>              one line for each language
//   node Tests/Quality/figures.mjs <site> --articles   and one for each article that has some
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const [site, option] = process.argv.slice(2);
if (!site) {
  console.error("which site? node Tests/Quality/figures.mjs <site> [--articles]");
  process.exit(64);
}
const folders = (path) => readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

for (const language of folders(site).filter((name) => name.length <= 3)) {
  let articles = 0;
  const shown = [];
  let heaviest = 0;
  for (const exchange of folders(join(site, language))) {
    for (const category of folders(join(site, language, exchange))) {
      for (const slug of folders(join(site, language, exchange, category))) {
        const html = readFileSync(join(site, language, exchange, category, slug, "index.html"), "utf8");
        const body = html.match(/<article class="prose"[^>]*>([\s\S]*?)<\/article>/)?.[1];
        if (body === undefined || category === "notices") continue;
        articles += 1;
        const drawings = body.match(/<figure class="fig drawn">[\s\S]*?<\/figure>/g) ?? [];
        const files = (body.match(/<figure class="fig">/g) ?? []).length;
        for (const drawing of drawings) heaviest = Math.max(heaviest, gzipSync(drawing, { level: 9 }).length);
        if (drawings.length + files) shown.push(`${exchange}/${category}/${slug}: ${drawings.length} drawings, ${files} pictures`);
      }
    }
  }
  if (!articles) continue;
  console.log(`${language}: ${shown.length} of ${articles} articles have a figure; the heaviest drawing has ${heaviest} bytes gzipped`);
  if (option === "--articles") for (const line of shown) console.log(`  ${line}`);
}
