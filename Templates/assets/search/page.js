// The search page: reads ?q=, shows what ./core.js finds above the list of all articles, which stays when anything fails.
import { find, openSearch, words } from "./core.js";

const LIMIT = 30;

const page = document.querySelector("[data-search]");
const part = (name) => page.querySelector(`[data-${name}]`);
const { language, root } = page.dataset;
const status = part("status");
const filter = part("filter");

const address = new URL(location.href);
const query = (address.searchParams.get("q") ?? "").trim();

if (query) {
  page.querySelector("input[type=search]").value = query;
  document.title = `${query} - ${document.title}`;
  openSearch({ language, load }).then(start, (error) => {
    console.error(error);
    status.textContent = status.dataset.failed;
  });
}

async function load(path) {
  const response = await fetch(`${root}search/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

function start(search) {
  const kept = filter.querySelector(`input[value="${CSS.escape(address.searchParams.get("exchange") ?? "")}"]`);
  if (kept) kept.checked = true;
  filter.hidden = false;
  filter.addEventListener("change", () => {
    const exchange = chosenExchange();
    if (exchange) address.searchParams.set("exchange", exchange);
    else address.searchParams.delete("exchange");
    history.replaceState(null, "", address);
    show(search);
  });
  return show(search);
}

const chosenExchange = () => filter.querySelector("input:checked").value;

async function show(search) {
  const { total, results } = await search.search(query, { limit: LIMIT, exchange: chosenExchange() || undefined });
  part("hits").replaceChildren(...results.map(item));
  part("results").hidden = false;
  part("all").hidden = total > 0;
  status.textContent = total > 0 ? status.dataset.found + total : status.dataset.none;
}

function item(result) {
  const li = part("hit").content.firstElementChild.cloneNode(true);
  const [tag, heading, excerpt] = li.children;
  const link = heading.firstElementChild;
  li.dataset.exchange = result.exchange;
  tag.textContent = filter.querySelector(`input[value="${CSS.escape(result.exchange)}"] + span`)?.textContent ?? "";
  link.href = root + result.url;
  link.lang = excerpt.lang = result.lang;
  link.append(...marked(result.title));
  if (result.section) link.append(" › ", ...marked(result.section));
  excerpt.append(...marked(result.excerpt));
  const category = li.querySelector("[data-category]");
  category.textContent = result.category ? document.getElementById(result.category)?.querySelector("h2").textContent ?? "" : "";
  category.hidden = category.textContent === "";
  const time = li.querySelector("time");
  time.dateTime = time.textContent = result.updated;
  return li;
}

/** The text in pieces, with a <mark> around every word of the query. */
function marked(text) {
  const folded = text.toLowerCase();
  if (folded.length !== text.length) return [text];
  const wanted = words(query);
  const pieces = [];
  for (let at = 0; at < text.length;) {
    const hits = wanted
      .map((word) => ({ from: find(folded, word, at), length: word.length }))
      .filter(({ from }) => from >= 0)
      .sort((a, b) => a.from - b.from || b.length - a.length);
    if (hits.length === 0) {
      pieces.push(text.slice(at));
      break;
    }
    const [{ from, length }] = hits;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, from + length);
    pieces.push(text.slice(at, from), mark);
    at = from + length;
  }
  return pieces;
}
