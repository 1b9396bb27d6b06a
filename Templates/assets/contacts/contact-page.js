// An exchange's contact page: its cards in the order of the chosen problem.
const chooser = document.querySelector("[data-chooser]");
const cards = document.querySelector(".chans");

/** Ids of the channels for a problem, the most useful first. */
const waysFor = (problem) =>
  [...chooser.querySelectorAll(`[data-problem="${CSS.escape(problem)}"] [data-way]`)].map((way) => way.dataset.way);

function choose(problem) {
  const ids = waysFor(problem);
  if (ids.length === 0) return;
  for (const link of chooser.querySelectorAll("[data-choose]")) {
    if (link.dataset.choose === problem) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  for (const section of chooser.querySelectorAll("[data-problem]")) section.hidden = section.dataset.problem !== problem;
  cards.querySelectorAll("[data-first-choice]").forEach((tag) => tag.remove());
  // From the last to the first, each to the top: the others keep their order below.
  for (const id of [...ids].reverse()) {
    const card = document.getElementById(id);
    if (card?.parentElement === cards) cards.prepend(card);
  }
  const tag = document.createElement("span");
  tag.className = "tag first";
  tag.dataset.firstChoice = "";
  tag.textContent = chooser.dataset.first;
  document.getElementById(ids[0])?.querySelector("header").append(tag);
}

const chosen = () => /^#_for-(.+)$/.exec(location.hash)?.[1];

if (chooser && cards) {
  addEventListener("hashchange", () => { if (chosen()) choose(chosen()); });
  if (chosen()) choose(chosen());
}
