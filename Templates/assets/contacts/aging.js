// A page says how sure its values were on the day of its build. This puts it right on the reader's day: what has become
// old since then is marked as a build of today would mark it. A mark only ever becomes worse here.
const words = document.querySelector("template[data-old-label]").dataset;
const now = new Date();
const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

for (const element of document.querySelectorAll("[data-sure]")) if (element.dataset.sure < today) age(element);

function age(element) {
  element.dataset.mark = "old";
  element.hidden = false;
  element.classList.remove("ok");
  element.classList.add("maybe");
  const sign = element.querySelector("use");
  sign?.setAttribute("href", sign.getAttribute("href").replace(/#seal$/, "#seal-maybe"));
  // The hours beside a value may be older than it is.
  if (!element.closest("[data-of-hours]")) element.closest(".fact, .num")?.classList.add("maybe");
  const { source, checked } = element.dataset;
  if (element.matches(".known")) {
    // A doubt stands in the sentence, not behind a sign.
    const remark = element.querySelector(":scope > small");
    element.querySelector(":scope > .sign")?.remove();
    remark.removeAttribute("popover");
    remark.classList.remove("def");
    remark.before(" ");
    say(remark, words.oldFact);
  }
  else if (element.matches(".mark")) say(element.querySelector("span"), words.oldLabel);
  else if (source) say(element.querySelector("span"), words.oldSeal.replace("{source}", () => source), checked);
}

/** Puts a word where another stood, with its date as it was. */
function say(place, word, checked) {
  const [before, after] = word.split("{date}");
  place.replaceChildren(before, ...(after === undefined ? [] : [checked ?? place.querySelector("time"), after]));
}
