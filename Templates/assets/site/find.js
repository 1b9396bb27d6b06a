// The page's search field: its shortcuts, and the list below it, which is fetched when a reader comes to the field.
const field = document.querySelector("[data-find]");

if (field) {
  const list = document.querySelector("[data-combobox]");
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  // Side by side, as none knows of the next before it is there.
  const parts = () => Promise.all([import("../search/combobox.js"), import("../search/finder.js"), import("../search/recent.js")]);
  const begin = () => parts().then(([{ combobox }]) => combobox(field, list), (error) => {
    console.error(error);
    field.addEventListener("focus", begin, { once: true });
  });
  if (document.activeElement === field) begin();
  else field.addEventListener("focus", begin, { once: true });

  // On the search page, that answers.
  if (!document.querySelector("[data-search]")) field.form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    import("../search/send.js").then(({ send }) => send(field), console.error);
  });

  let isOn = true;
  try { isOn = localStorage.getItem("search-keys") !== "off"; } catch { /* not kept */ }
  const set = () => {
    if (isOn) field.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
    else field.removeAttribute("aria-keyshortcuts");
    for (const box of document.querySelectorAll("[data-search-keys]")) {
      box.checked = isOn;
      box.parentElement.hidden = false;
    }
  };
  set();
  addEventListener("change", ({ target }) => {
    if (!target.matches("[data-search-keys]")) return;
    isOn = target.checked;
    set();
    try { localStorage.setItem("search-keys", isOn ? "on" : "off"); } catch { /* not kept */ }
  });
  addEventListener("keydown", (event) => {
    if (!isOn || event.isComposing || event.keyCode === 229 || !isShortcut(event) || !field.offsetParent) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/** "/" outside of fields; Ctrl-K, on a Mac Command-K, anywhere. A Korean layout says "ㅏ" for the K. */
function isShortcut({ key, code, ctrlKey, metaKey, altKey, shiftKey, target }) {
  if (altKey) return false;
  if (!ctrlKey && !metaKey) return key === "/" && !target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
  const isMac = /^(Mac|iP)/.test(navigator.platform);
  return !shiftKey && metaKey === isMac && ctrlKey !== isMac && (key.toLowerCase() === "k" || (code === "KeyK" && key > "z"));
}
