// Keeps what a reader in trouble needs, for when there is no network: the urgent, contact and verify pages of the
// languages read here, and what they load. Asks the network first, always; keeps nothing else.
// The build writes KEPT above this line, { build, pages: { language: [path] }, files: [path] }: paths from this folder.
const ROOT = new URL("./", self.location).href;
const OWN = `kept ${ROOT} `;
const NAME = OWN + KEPT.build;
const ALL = new Set([...Object.values(KEPT.pages).flat(), ...KEPT.files]);
const GATEWAY_DOWN = [502, 503, 504];

const pathOf = (url) => (url.startsWith(ROOT) ? url.slice(ROOT.length).split(/[?#]/)[0] : "");
const languageOf = (url) => pathOf(url).split("/")[0];
const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OWN));

/** A page is asked for whatever its host lets the browser keep; a name with a fingerprint need not be. */
const asking = (path) => (path.startsWith("assets/") ? {} : { cache: "no-cache" });

async function keep(languages) {
  const pages = [...new Set(languages)].flatMap((language) => KEPT.pages[language] ?? []);
  if (pages.length === 0) return;
  const cache = await caches.open(NAME);
  await Promise.allSettled([...pages, ...KEPT.files].map(async (path) => {
    if (!(await cache.match(ROOT + path))) await cache.add(new Request(ROOT + path, asking(path)));
  }));
}

async function readHere() {
  const open = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const kept = await Promise.all((await ownCaches()).map(async (name) => (await caches.open(name)).keys()));
  return [...open, ...kept.flat()].map(({ url }) => languageOf(url));
}

/** The kept page with the theme's mark, which the page carries, and the day on which the network last gave it. */
async function marked(answer) {
  const html = await answer.text();
  const mark = /<template data-kept>([^]*?)<\/template>/.exec(html)?.[1] ?? "";
  const given = Date.parse(answer.headers.get("date"));
  // Swedish dates are those of ISO 8601, on the reader's clock.
  const date = given ? new Date(given).toLocaleDateString("sv") : "?";
  const text = html.replace(/<main\b[^>]*>/, (main) => main + mark.replaceAll("{date}", date));
  return new Response(text, { headers: answer.headers });
}

async function answerTo(event) {
  const { request } = event;
  const address = ROOT + pathOf(request.url);
  const cache = await caches.open(NAME);
  let answer;
  try {
    // A navigation cannot be asked for in another way than its own; its address can.
    answer = await fetch(address, { ...asking(pathOf(address)), redirect: "manual" });
    if (answer.ok) event.waitUntil(cache.put(address, answer.clone()));
    if (!GATEWAY_DOWN.includes(answer.status)) return answer;
  } catch { /* no network */ }
  const kept = await cache.match(address);
  if (!kept) return answer ?? Response.error();
  return request.mode === "navigate" ? marked(kept) : kept;
}

const seen = new Set();

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(readHere().then(keep));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await ownCaches()) if (name !== NAME) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (ALL.has(pathOf(request.url))) event.respondWith(answerTo(event));
  const language = languageOf(request.url);
  if (request.mode !== "navigate" || seen.has(language)) return;
  seen.add(language);
  // After the page that the reader waits for.
  event.waitUntil(new Promise((done) => setTimeout(done, 3000)).then(() => keep([language])));
});
