// The verify page: judges what is pasted and shows the answer. Only the registry is fetched, from this site; what the
// reader pastes is never sent, kept or put into an address.
/** The form of contacts.json that this script knows. */
const VERSION = 1;
const SHOWN = 8;
const SHOWN_AS_IS = ["official", "old"];

const form = document.querySelector("[data-verify]");
const box = form.querySelector("textarea");
const place = document.querySelector("[data-verdict]");
const template = (name) => document.querySelector(`template${name}`).content;

let loading;
form.hidden = false;
// The judge is large, and most readers only look something up in the tables.
form.addEventListener("focusin", () => judge().catch(() => { /* asked again */ }), { once: true });
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!box.value.trim()) {
    place.replaceChildren();
    box.focus();
    return;
  }
  try {
    const registry = await (loading ??= load());
    const { judgeAll } = await judge();
    show(judgeAll(box.value, registry), registry);
  } catch (error) {
    loading = undefined;
    console.error(error);
    place.textContent = form.dataset.failed;
  }
});

// From the field of another page.
try {
  box.value = sessionStorage.getItem("check") ?? "";
  sessionStorage.removeItem("check");
  if (box.value.trim()) form.requestSubmit();
} catch { /* storage is off: the box is here */ }

function judge() {
  return import("./verify.js");
}

async function load() {
  const response = await fetch(form.dataset.registry);
  if (!response.ok) throw new Error(`${form.dataset.registry}: ${response.status}`);
  const registry = await response.json();
  if (registry.version !== VERSION) throw new Error(`${form.dataset.registry}: version ${registry.version}`);
  return registry;
}

function show(results, registry) {
  const [worst, ...others] = results;
  place.replaceChildren(answer(worst, registry), ...(others.length ? [list(others)] : []));
  place.scrollIntoView({ block: "nearest" });
}

function answer(result, registry) {
  const view = template(`[data-answer="${result.answer}"]`).cloneNode(true);
  const why = result.differs?.rule ?? result.reason;
  for (const part of view.querySelectorAll("[data-why]")) if (part.dataset.why !== why) part.remove();
  for (const part of view.querySelectorAll("[data-not-why]")) if (part.dataset.notWhy === why) part.remove();
  const slots = {
    text: SHOWN_AS_IS.includes(result.answer) ? result.text : defanged(result.text),
    owner: owner(result.exchange), channel: channel(result, registry), verified: result.verified,
    note: result.note?.[languageOf()], near: result.differs?.near, found: result.differs?.found, wanted: result.differs?.wanted,
    mark: label("mark", result.mark),
  };
  for (const slot of view.querySelectorAll("[data-slot]")) slot.textContent = slots[slot.dataset.slot] ?? "";
  const drop = (name, isShown) => { if (!isShown) view.querySelector(name)?.remove(); };
  if (result.suspended) tellSuspension(view, result, registry);
  drop("[data-near]", result.differs?.near);
  drop("[data-owner]", result.exchange);
  drop("[data-text]", result.text);
  return view;
}

/** Since when a channel is out of service, and what to use instead. */
function tellSuspension(view, { suspended, exchange }, registry) {
  const since = view.querySelector("[data-slot=since]");
  since.textContent = [since.dataset.words.replace("{date}", suspended.since), suspended.reason?.[languageOf()]].filter(Boolean).join(" ");
  const other = ownerOf(exchange, registry)?.channels.find(({ id }) => id === suspended.instead);
  if (!other) {
    view.querySelector("[data-instead]").remove();
    return;
  }
  const link = view.querySelector("[data-slot=instead]");
  link.textContent = [other.name[languageOf()], other.values.dial].filter(Boolean).join(" ");
  link.href = new URL(other.pages[languageOf()], new URL(form.dataset.registry, location)).href;
}

const languageOf = () => form.dataset.language;

/** The name that the tables of this page give to an owner. */
const owner = (id) => id && document.querySelector(`[data-owner-name="${CSS.escape(id)}"]`)?.textContent;

const ownerOf = (id, { exchanges, emergency }) =>
  [...exchanges, ...emergency.map((desks) => ({ ...desks, id: `emergency/${desks.id}` }))].find((item) => item.id === id);

const label = (kind, value) => value && template("[data-labels]").querySelector(`[data-${kind}="${value}"]`)?.textContent;

function channel({ exchange, channel: id }, registry) {
  const known = ownerOf(exchange, registry);
  const text = known?.channels.find((item) => item.id === id)?.name ?? known?.domains?.find(({ host }) => host === id)?.role;
  return text?.[languageOf()] ?? id;
}

function list(results) {
  const view = template("[data-others]").cloneNode(true);
  view.querySelector("ul").replaceChildren(...results.slice(0, SHOWN).map(({ text, answer: verdict }) => {
    const item = template("[data-other]").cloneNode(true);
    item.querySelector("code").textContent = SHOWN_AS_IS.includes(verdict) ? text : defanged(text);
    item.querySelector("span").textContent = label("label", verdict);
    return item;
  }));
  return view;
}

/** So that no program makes a link of a dangerous address. */
const defanged = (text) => text.replace(/\./g, "[.]");
