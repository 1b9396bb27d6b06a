// The search field over the page, on a phone: what is behind it cannot be reached until it is shut.
const root = document.documentElement;
const rest = document.querySelectorAll("main, .foot, .skip, .top .wrap > :not(.find-wrap)");
const stop = (isInert) => {
  for (const part of rest) part.inert = isInert;
};
let sign;

function close() {
  if (!root.matches(".finding")) return;
  root.classList.remove("finding");
  stop(false);
  sign.focus();
}

/** Called each time that it has opened. */
export function shut(opener) {
  sign = opener;
  stop(true);
}

document.querySelector("[data-close-find]").addEventListener("click", close);
// The first Escape is for the list below the field.
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) close();
});
addEventListener("pagehide", close);
