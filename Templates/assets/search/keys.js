// The boxes that turn the keys of the search off and on. The field says which it is, in `aria-keyshortcuts`.
const field = document.querySelector("[data-find]");

const settle = () => {
  for (const box of document.querySelectorAll("[data-search-keys]")) {
    box.checked = field.hasAttribute("aria-keyshortcuts");
    box.parentElement.hidden = false;
  }
};
settle();
addEventListener("change", ({ target }) => {
  if (!target.matches("[data-search-keys]")) return;
  if (target.checked) field.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  else field.removeAttribute("aria-keyshortcuts");
  settle();
  try { localStorage.setItem("search-keys", target.checked ? "on" : "off"); } catch { /* not kept */ }
});
