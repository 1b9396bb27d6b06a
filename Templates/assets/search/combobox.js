// The list below a search field (WAI-ARIA Authoring Practices, "Combobox"). Its markup and words are in a <template>.
import { isSecret, marked, open, queryOf, search } from "./finder.js";
import "./keys.js";
import { forget, recent, remember } from "./recent.js";

const LIMIT = 6;
const PAUSE = 80;  // ms without input before it searches
const PATIENCE = 400;  // before it says that it searches
const QUIET = 900;  // before a screen reader hears the count

export function combobox(field, template) {
  const { form } = field;
  const words = template.dataset;
  const parts = template.content.cloneNode(true);
  const part = (name) => parts.querySelector(`[data-${name}]`);
  const [style, popup, head, list, clear, keys, count, model, nowhere] =
    ["style", "popup", "head", "list", "clear", "search-keys", "count", "option", "nowhere"].map(part);
  const on = (target, type, listener) => target.addEventListener(type, listener);

  let options = [];
  let active;
  let turn = 0;  // of the newest search; the answer to an older one is dropped
  let composing = false;
  let pausing, speaking;

  list.setAttribute("role", "listbox");
  field.setAttribute("aria-controls", list.id);
  keys.checked = field.hasAttribute("aria-keyshortcuts");
  form.append(style, popup, count);

  function show(heading, items, said) {
    options = items;
    items.forEach((option, at) => {
      option.id = list.id + at;
      option.setAttribute("role", "option");
      option.tabIndex = -1;
    });
    list.replaceChildren(...items);
    list.setAttribute("aria-label", heading || words.label);
    head.textContent = heading;
    head.hidden = !heading;
    clear.hidden = heading !== words.recent;
    popup.hidden = !heading && !items.length;
    field.setAttribute("aria-expanded", items.length > 0);
    activate(items.find(({ href }) => href === active?.href));
    clearTimeout(speaking);
    count.textContent = "";
    if (said) speaking = setTimeout(() => { count.textContent = said; }, QUIET);
  }

  function close() {
    clearTimeout(pausing);
    turn += 1;
    show("", []);
  }

  function activate(option) {
    active = option;
    for (const other of options) other.setAttribute("aria-selected", other === option);
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  async function update() {
    const mine = turn += 1;
    const query = queryOf(field.value);
    if (!query) {
      const kept = recent();
      if (kept.length || !document.documentElement.matches(".finding")) {
        return show(kept.length ? words.recent : "", kept.map((query) => again(query)));
      }
      const items = await common().catch(() => []);
      if (mine !== turn) return;
      const name = part(`of="${document.body.dataset.of}"`)?.dataset.name;
      return show(items.length ? [name, words.common].filter(Boolean).join(" · ") : "", items);
    }
    if (await isSecret(field.value)) {
      if (mine === turn) show(words.secret, [], words.secret);
      return;
    }
    const waiting = setTimeout(() => {
      if (mine === turn && !active) show(words.loading, [], words.loading);
    }, PATIENCE);
    const of = document.querySelector("[data-filter] :checked")?.value;
    const near = document.body.dataset.of;
    const answer = await search(words, query, { limit: LIMIT, [words.key]: of, near }).catch(console.error);
    clearTimeout(waiting);
    if (mine !== turn) return;
    const cards = answer?.cards.filter(({ kind }) => kind !== "verify") ?? [];
    if (answer?.total || cards[0]) {
      const found = answer.results.filter(({ url }) => cards.every((card) => card.url !== url.split("#")[0]));
      const items = [...cards, ...found].slice(0, LIMIT).map((result) => article(result, query));
      if (answer.total > items.length) items.push(again(query, words.all + answer.total));
      if (near) items.push(blank(`${words.page}?${new URLSearchParams({ q: query })}`, [words.everywhere]));
      show("", items, words.found + answer.total);
    } else {
      const heading = answer ? words.none : words.failed;
      show(heading, [...(answer?.suggestions ?? []).map((term) => again(term)), ...nowhere.cloneNode(true).children], heading);
    }
  }

  /** What most readers need, before anything is typed: as the home page says, the section's where the page belongs to one. */
  async function common() {
    const { of } = document.body.dataset;
    const home = new URL(`${words.root}${words.language}/${of ? `${of}/` : ""}`, location);
    const page = new DOMParser().parseFromString(await (await fetch(home)).text(), "text/html");
    return [...page.querySelectorAll(".common li > a")].slice(0, LIMIT).map((link) => {
      const option = blank(new URL(link.getAttribute("href"), home).href, [link.textContent]);
      option.lang = link.lang;
      return option;
    });
  }

  function article({ url, title, section = "", [words.key]: of, lang = "" }, query) {
    const option = blank(words.root + url, marked(title, query));
    const [name, place] = option.lastElementChild.children;
    option.lang = lang;
    option.dataset.of = of;
    name.textContent = part(`of="${CSS.escape(of)}"`)?.dataset.name;
    place.append(...marked(section, query));
    return option;
  }

  /** An option that searches for the query. */
  function again(query, text = query) {
    const option = blank(`${words.page}?${new URLSearchParams({ q: query })}`, [text]);
    option.dataset.query = query;
    return option;
  }

  function blank(href, text) {
    const option = model.cloneNode(true);
    option.href = href;
    option.firstElementChild.append(...text);
    return option;
  }

  on(field, "keydown", (event) => {
    const { key, ctrlKey, metaKey, shiftKey } = event;
    if (composing || event.isComposing || event.keyCode === 229) {
      if (key === "Escape") event.preventDefault();  // Chromium would empty the field
      return;
    }
    const at = options.indexOf(active);
    const next = { ArrowDown: at + 1, ArrowUp: Math.max(at, 0) - 1, ...(active && { Home: 0, End: -1 }) }[key];
    if (next !== undefined && !shiftKey) {
      if (options.length) activate(options.at(next % options.length));
      else update();
    } else if (key === "Escape" && !popup.hidden) {
      close();
    } else if (key === "Enter" && active) {
      active.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    } else {
      if (/^Arrow/.test(key)) activate();
      return;
    }
    event.preventDefault();
  });

  const later = () => {
    clearTimeout(pausing);
    pausing = setTimeout(update, PAUSE);
  };
  on(field, "compositionstart", () => { composing = true; });
  on(field, "blur", () => { composing = false; });
  on(field, "compositionend", () => {
    composing = false;
    later();
  });
  on(field, "input", (event) => {
    activate();
    // A syllable that is being composed is what the reader means; letters that will become Han are not yet.
    const letters = words.language === "zh" ? /[a-z\u3105-\u312F]/i : /[\u3105-\u312F]/;
    if (!event.isComposing || !letters.test(event.data)) later();
  });

  form.addEventListener("submit", (event) => {
    if (composing) return event.preventDefault();
    field.value = queryOf(field.value);  // no host takes an address of any length
    close();
  }, true);

  on(list, "click", (event) => {
    const { query } = event.target.closest("a").dataset;
    if (!query) remember(queryOf(field.value));
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (query) {
      event.preventDefault();
      field.value = query;
      form.requestSubmit();
    }
    close();
  });
  // The field keeps the focus while the list is used, and a phone its keyboard.
  on(list, "mousedown", (event) => event.preventDefault());
  on(clear, "click", () => {
    forget();
    field.focus();
    close();
  });

  const reopen = () => { if (popup.hidden) update(); };
  on(field, "focus", reopen);
  on(field, "click", reopen);
  on(popup, "keydown", ({ key }) => {
    if (key !== "Escape") return;
    field.focus();
    close();
  });
  // Not whenever the focus is lost: a phone that puts its keyboard away takes it, too.
  on(form, "focusout", ({ relatedTarget: to }) => { if (to && !form.contains(to)) close(); });
  on(window, "pointerdown", ({ target }) => { if (!form.contains(target)) close(); });

  open(words).catch(() => {});  // said when it is searched
  if (document.activeElement === field) update();
}
