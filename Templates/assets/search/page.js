// The search page: shows what ?q= finds above the list of all articles, which stays when anything fails.
import { marked, queryOf, search } from "./finder.js";

const page = document.querySelector("[data-search]");
const part = (name) => page.querySelector(`[data-${name}]`);
const [field, filter, status, nearest, results, hits, more, all] =
  ["find", "filter", "status", "nearest", "results", "hits", "more", "all"].map(part);
const { title } = document;
const { found, none, failed } = status.dataset;
const choice = (exchange) => filter.querySelector(`[value="${CSS.escape(exchange)}"]`);

let query;
let turn = 0;  // of the newest search; an answer to an older one is dropped

read();
addEventListener("popstate", () => read());

field.form.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  query = queryOf(field.value);
  if (matchMedia("(pointer: coarse)").matches) field.blur();  // puts the keyboard away, which covers the results
  ask();
});
filter.addEventListener("change", ask);
more.addEventListener("click", async () => {
  const { length } = hits.children;
  await read(length + 20);
  hits.children[length]?.querySelector("a").focus();
});

/** Writes what is asked into the address, then shows it. */
function ask() {
  const asked = new URLSearchParams({ q: query });
  const exchange = filter.querySelector(":checked").value;
  if (exchange) asked.set("exchange", exchange);
  if (location.search !== `?${asked}`) history.pushState(null, "", `?${asked}`);
  read();
}

/** Shows what the address asks for. The first few are there soon; most readers need no more. */
async function read(limit = 10) {
  const mine = turn += 1;
  const asked = new URLSearchParams(location.search);
  const exchange = asked.get("exchange") ?? "";
  query = queryOf(asked.get("q") ?? "");
  (choice(exchange) ?? choice("")).checked = true;
  if (document.activeElement !== field) field.value = query;
  document.title = query ? `${query} - ${title}` : title;
  try {
    // Beside the search: whoever leaves as soon as it answers is remembered too.
    const keeper = query && import("./recent.js");
    const answer = query && await search(page.dataset, query, { limit, exchange: choice(exchange) && exchange });
    if (mine !== turn) return;
    if (answer.total) keeper.then(({ remember }) => mine === turn && remember(query), console.error);
    show(answer, answer && (answer.total ? found + answer.total : none));
  } catch (error) {
    console.error(error);
    if (mine === turn) show(null, failed);
  }
}

/** Shows an answer, or nothing but the list of all articles, and says what there is. */
function show(answer, said) {
  const { total = 0, results: list = [], suggestions = [] } = answer || {};
  status.textContent = said;
  results.hidden = filter.hidden = !answer;
  all.hidden = total > 0;
  // As many as were asked for: there may be more.
  more.hidden = total <= list.length || list.length % 10 > 0;
  hits.replaceChildren(...list.map(hit));
  nearest.hidden = total > 0 || !suggestions.length;
  nearest.lastElementChild.replaceChildren(...suggestions.flatMap((term) => [again(term), " "]));
}

function hit({ url, title, section, excerpt, exchange, category, updated, lang }) {
  const li = part("hit").content.firstElementChild.cloneNode(true);
  const [tag, heading, text, stamp] = li.children;
  const link = heading.firstElementChild;
  li.dataset.exchange = exchange;
  tag.textContent = choice(exchange)?.nextElementSibling.textContent;
  link.href = page.dataset.root + url;
  link.lang = text.lang = lang;
  link.append(...marked(section ? `${title} › ${section}` : title, query));
  text.append(...marked(excerpt, query));
  const [shelf, date] = stamp.children;
  shelf.textContent = all.querySelector(`#${CSS.escape(category || "_")} > h2`)?.textContent;
  shelf.hidden = !shelf.textContent;
  date.lastElementChild.dateTime = date.lastElementChild.textContent = updated;
  return li;
}

/** A link that searches for the term. */
function again(term) {
  const link = document.createElement("a");
  link.href = `?${new URLSearchParams({ q: term })}`;
  link.textContent = term;
  return link;
}
