// A contact page: its cards follow the problem that is open, and what an address leads to is unfolded.
const chooser = document.querySelector("[data-chooser]");
const place = document.querySelector(".chans");
const all = document.querySelector("[data-show-all]");
const cards = [...(place?.children ?? [])];

/** Ids of the channels for a problem, the most useful first. */
const waysFor = (problem) => [...problem.querySelectorAll("[data-way]")].map(({ dataset }) => dataset.way);

/** Shows the cards of the open problem in its order; all of them where none is open. */
function follow() {
  const problem = chooser.querySelector("details[open]");
  const ids = problem ? waysFor(problem) : [];
  const card = (id) => cards.find((other) => other.id === id);
  const wanted = ids.map(card).filter(Boolean);
  place.querySelector("[data-first-choice]")?.remove();
  for (const other of cards) other.hidden = wanted.length > 0 && !wanted.includes(other);
  place.replaceChildren(...new Set([...wanted, ...cards]));
  all.hidden = !cards.some(({ hidden }) => hidden);
  if (!wanted[0]) return;
  const tag = document.createElement("span");
  tag.className = "tag first";
  tag.dataset.firstChoice = "";
  tag.textContent = chooser.dataset.first;
  wanted[0].querySelector("header").append(tag);
}

function close() {
  for (const problem of chooser.querySelectorAll("details[open]")) problem.open = false;
  follow();
}

/** Browsers unfold it by themselves, but not all of them do; and a card may be left out. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.hidden) close();
  else if (!target?.closest("details:not([open])")) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  target.scrollIntoView();
}

if (chooser) {
  chooser.addEventListener("toggle", follow, true);
  all.addEventListener("click", () => {
    close();
    place.querySelector("summary")?.focus({ preventScroll: true });
  });
  follow();
}
addEventListener("hashchange", reveal);
reveal();
