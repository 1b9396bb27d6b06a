// The language menu closes on Escape and on a click elsewhere; the language a reader picks is kept for the root page.
for (const menu of document.querySelectorAll("details.langs")) {
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}

// The page in another language is asked the same, at the same place.
const choose = (event) => {
  const link = event.target.closest?.("a[data-language]");
  // Not the button that opens a menu of the browser's.
  if (!link || event.button > 1) return;
  [link.search, link.hash] = [location.search, location.hash];
  try { localStorage.setItem("language", link.dataset.language); } catch { /* not kept */ }
};
addEventListener("click", choose);
addEventListener("auxclick", choose);
