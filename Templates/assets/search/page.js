// The search page: shows what ?q= finds above the list of all articles, which stays when anything fails.
import { isSecret, marked, queryOf, search } from "./finder.js";

const page = document.querySelector("[data-search]");
const part = (name) => page.querySelector(`[data-${name}]`);
const [field, filter, status, without, everywhere, nearest, results, cards, hits, more, all] =
  ["find", "filter", "status", "missing", "everywhere", "nearest", "results", "cards", "hits", "more", "all"].map(part);
const { title } = document;
const { found, none, failed, secret } = status.dataset;
const choice = (of) => filter.querySelector(`[value="${CSS.escape(of)}"]`);
const key = filter.querySelector("input").name;  // by which addresses and results name a section

let query, near;
let turn = 0;  // of the newest search; an answer to an older one is dropped

read();
addEventListener("popstate", () => read());

field.form.addEventListener("submit", async (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  if (await isSecret(field.value)) {
    turn += 1;
    return show(null, secret);
  }
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
  const of = filter.querySelector(":checked").value;
  if (near) asked.set("near", near);
  if (of) asked.set(key, of);
  if (location.search !== `?${asked}`) history.pushState(null, "", `?${asked}`);
  read();
}

/** Shows what the address asks for. The first few are there soon; most readers need no more. */
async function read(limit = 10) {
  const mine = turn += 1;
  const asked = new URLSearchParams(location.search);
  const of = asked.get(key) ?? "";
  near = asked.get("near") ?? "";
  query = queryOf(asked.get("q") ?? "");
  if (await isSecret(query)) {
    history.replaceState(null, "", location.pathname);
    if (mine === turn) show(null, secret);
    return;
  }
  (choice(of) ?? choice("")).checked = true;
  if (document.activeElement !== field) field.value = query;
  document.title = query ? `${query} - ${title}` : title;
  try {
    // Beside the search: whoever leaves as soon as it answers is remembered too.
    const keeper = query && import("./recent.js");
    const answer = query && await search(page.dataset, query, { limit, near, [key]: choice(of) && of });
    if (mine !== turn) return;
    if (answer.total) keeper.then(({ remember }) => mine === turn && remember(query), console.error);
    show(answer, answer && (answer.total ? found + answer.total : none));
    if (answer && (near || !answer.total || [answer.cards, answer.missing].some(([one]) => one) || answer.results.some(({ lang }) => lang))) (await import("./cards.js")).above(answer, query, near, page, () => mine === turn);
  } catch (error) {
    console.error(error);
    if (mine === turn) show(null, failed);
  }
}

/** Shows an answer, or nothing but the list of all articles, and says what there is. */
function show(answer, said) {
  const { total = 0, results: list = [] } = answer || {};
  status.textContent = said;
  results.hidden = filter.hidden = !answer;
  for (const one of [without, everywhere, nearest, cards]) one.hidden = true;
  all.hidden = total > 0;
  // As many as were asked for: there may be more.
  more.hidden = total <= list.length || list.length % 10 > 0;
  hits.replaceChildren(...list.map(hit));
}

function hit({ url, title, section, excerpt, [key]: of, category, updated, lang }) {
  const li = part("hit").content.firstElementChild.cloneNode(true);
  const [tag, heading, text, stamp] = li.children;
  const link = heading.firstElementChild;
  li.dataset.of = of;
  tag.textContent = choice(of)?.nextElementSibling.textContent;
  link.href = page.dataset.root + url;
  // In another language than the page.
  if (lang) link.lang = text.lang = lang;
  link.append(...marked(section ? `${title} › ${section}` : title, query));
  text.append(...marked(excerpt, query));
  const [shelf, date] = stamp.children;
  shelf.textContent = all.querySelector(`#${CSS.escape(category || "_")} > h2`)?.textContent;
  shelf.hidden = !shelf.textContent;
  date.lastElementChild.dateTime = date.lastElementChild.textContent = updated;
  return li;
}
