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

addEventListener("click", (event) => {
  const link = event.target.closest("a[data-language]");
  if (!link) return;
  try { localStorage.setItem("language", link.dataset.language); } catch { /* not kept */ }
});
