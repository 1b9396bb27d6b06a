// What stands above the results: a section's contacts, what to do in an emergency, what the verify page says of a value.

const VERSION = 1;  // of the registry's form

/** Shows what an answer has above its list: the words that were left out, the way to all sections, the cards. */
export async function above({ total, results, cards, missing, suggestions }, query, near, page, isStill) {
  if (!isStill()) return;
  const part = (name) => page.querySelector(`[data-${name}]`);
  const without = part("missing"), everywhere = part("everywhere"), place = part("cards"), nearest = part("nearest"), hits = part("hits").children;
  results.forEach(({ lang }, at) => { if (lang) hits[at].firstElementChild.textContent += ` · ${nameOf(lang)}`; });
  nearest.hidden = total > 0 || !suggestions[0];
  nearest.lastElementChild.replaceChildren(...suggestions.flatMap((term) => [again(term), " "]));
  without.hidden = !missing[0];
  without.lastElementChild.replaceChildren(...missing.flatMap((word) => [Object.assign(document.createElement("s"), { textContent: word }), " "]));
  everywhere.hidden = !near;
  everywhere.firstElementChild.href = `?${new URLSearchParams({ q: query })}`;
  // One that cannot be loaded is left out.
  const made = (await Promise.all(cards.map((card) => makers[card.kind](card, query, page).catch(console.error)))).filter(Boolean);
  if (!isStill()) return;
  place.replaceChildren(...made);
  place.hidden = !made[0];
}

/** A language in the words of the page's; its tag where it is none. */
function nameOf(tag) {
  try {
    return new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(tag);
  } catch {
    return tag;
  }
}

/** A link that searches for the term. */
function again(term) {
  const link = document.createElement("a");
  link.textContent = term;
  link.href = `?${new URLSearchParams({ q: term })}`;
  return link;
}

const blank = (page, kind) => page.querySelector(`template[data-card="${kind}"]`).content.firstElementChild.cloneNode(true);

async function loaded(url, read) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response[read]();
}

/** By which results and the judge name a section. */
const keyOf = (page) => page.querySelector("[data-filter] input").name;

const makers = {
  // A page of its own, so that its marks and hours are those of every other page; its links lead the same way from here.
  async contact(found, query, page) {
    const { root, language } = page.dataset;
    const html = await loaded(`${root}${language}/search/${found[keyOf(page)]}.html`, "text");
    const card = document.adoptNode(new DOMParser().parseFromString(html, "text/html").querySelector(".card"));
    import("../contacts/pill.js").then(({ fill }) => fill(card)).catch(console.error);
    return card;
  },

  async urgent({ url, title, ...rest }, query, page) {
    const card = blank(page, "urgent"), link = card.querySelector("a");
    link.href = page.dataset.root + url;
    link.textContent = title;
    card.dataset.of = rest[keyOf(page)];
    return card;
  },

  async verify({ url }, query, page) {
    const [{ judge }, registry] = await Promise.all([import("../contacts/verify.js"), loaded(`${page.dataset.root}search/values.json`, "json")]);
    if (registry.version !== VERSION) throw new Error(`version ${registry.version}`);
    const { verdict, kind, text, ...rest } = judge(query, registry), owner = rest[keyOf(page)];
    if (kind === "none") return null;
    const card = blank(page, "verify");
    const [heading, value] = card.children;
    const name = page.querySelector(`[data-filter] [value="${CSS.escape(owner ?? "")}"]`)?.nextElementSibling.textContent;
    heading.textContent = page.querySelector("[data-cards]").dataset[{ "look-alike": "lookAlike" }[verdict] ?? verdict];
    // No program makes a link of an address that nobody knows.
    value.firstElementChild.textContent = verdict === "official" ? text : text.replace(/\./g, "[.]");
    value.lastElementChild.textContent = owner && name ? name : "";
    card.querySelector("a").href = page.dataset.root + url;
    card.classList.add(verdict);
    return card;
  },
};
