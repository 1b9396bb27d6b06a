// The 404 page: in the language of the address, the articles whose addresses share words with it; and the search.
const sections = [...document.querySelectorAll("[data-lost]")];
const family = (tag) => tag.toLowerCase().split("-")[0];
let address = location.pathname;
try { address = decodeURIComponent(address); } catch { /* as it is */ }
const parts = address.toLowerCase().split("/").filter(Boolean);
const chosen = document.querySelector(".doors .chosen")?.hreflang ?? "";
const section = sections.find(({ dataset }) => parts.includes(dataset.lost))
  ?? sections.find(({ lang }) => family(lang) === family(chosen)) ?? sections[0];
for (const other of sections) other.hidden = other !== section;

const form = section.querySelector("form");
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { isSecret, queryOf } = await import("./search/finder.js");
  const [field] = form.elements;
  if (await isSecret(field.value)) field.value = "";
  else location.href = `${form.action}?${new URLSearchParams({ q: queryOf(field.value) })}`;
});

/** The words of an address behind its language. */
const wordsOf = (path) => path.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1 && !/^(index|html?)$/.test(word));
const wanted = wordsOf(parts.slice(parts.indexOf(section.dataset.lost) + 1).join("/"));

// Short words agree as a whole, longer ones by how they begin: a slug is rarely typed to its end.
const agrees = (one, other) => one === other || (Math.min(one.length, other.length) > 3 && (one.startsWith(other) || other.startsWith(one)));

async function suggest() {
  const all = section.querySelector("[data-all-articles]").href;
  const page = new DOMParser().parseFromString(await (await fetch(all)).text(), "text/html");
  const found = [...page.querySelectorAll("[data-all] li > a")].map((link) => {
    const href = new URL(link.getAttribute("href"), all).href;
    const words = wordsOf(href.split("/").slice(-4).join("/"));
    const [owner, ...others] = words;
    const score = wanted.filter((word) => others.some((other) => agrees(word, other))).length;
    return { link, href, score: score && score + (wanted.includes(owner) ? 0.5 : 0) };
  }).filter(({ score }) => score).sort((a, b) => b.score - a.score);
  const list = section.querySelector("[data-meant] ul");
  for (const { link, href } of found.slice(0, 3)) {
    const item = document.createElement("li");
    const copy = document.createElement("a");
    copy.href = href;
    copy.lang = link.lang;
    copy.textContent = link.textContent;
    item.append(copy);
    list.append(item);
  }
  list.parentElement.hidden = !found.length;
}

if (wanted.length) suggest().catch(console.error);
