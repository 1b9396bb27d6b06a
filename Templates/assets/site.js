// Every part improves a page that already works without it. What every page needs stands here, together: in files of their
// own these parts are a third larger. What only some pages need is fetched there alone.
const root = document.documentElement;
const kept = (key) => {
  try { return localStorage.getItem(key); } catch { return null; }
};
const keep = (key, value) => {
  try { localStorage.setItem(key, value); } catch { /* not kept */ }
};

// The switch between light and dark. theme.js applies the kept choice before first paint.
for (const button of document.querySelectorAll("[data-theme-switch]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    keep("theme", root.dataset.theme = dark ? "light" : "dark");
  });
}

// The menus of the header close on Escape and on a click elsewhere.
for (const menu of document.querySelectorAll(".top details")) {
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  addEventListener("click", ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
}

// The language a reader picks is kept for the root page. The page in that language is asked the same, at the same place.
const choose = ({ target, button }) => {
  const link = target.closest?.("a[data-language]");
  // Not the button that opens a menu of the browser's.
  if (!link || button > 1) return;
  [link.search, link.hash] = [location.search, location.hash];
  keep("language", link.dataset.language);
};
addEventListener("click", choose);
addEventListener("auxclick", choose);

// What somebody was sent goes to the verify page inside the browser: no address ever holds it.
addEventListener("submit", ({ target }) => {
  if (!target.matches("[data-check]")) return;
  try { sessionStorage.setItem("check", target.elements[0].value); } catch { /* asked for again there */ }
});

// The page's search field: its shortcuts, and the list below it, which is fetched when a reader comes to the field.
const field = document.querySelector("[data-find]");
if (field) {
  const list = document.querySelector("[data-combobox]");
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  // Side by side, as none knows of the next before it is there.
  const parts = () => Promise.all([import("./search/combobox.js"), import("./search/finder.js"), import("./search/recent.js")]);
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
    import("./search/send.js").then(({ send }) => send(field), console.error);
  });

  // On a phone the field stands behind a sign, and opens over the page. Its keyboard comes only with a focus at once.
  const sign = document.querySelector(".to-find");
  sign?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    root.classList.add("finding");
    field.focus();
    import("./site/find-over.js").then(({ shut }) => shut(sign), console.error);
  });

  // Whether the shortcuts are on, the field itself says: search/keys.js turns them.
  if (kept("search-keys") !== "off") field.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  addEventListener("keydown", (event) => {
    if (!field.hasAttribute("aria-keyshortcuts") || event.isComposing || event.keyCode === 229 || !isShortcut(event) || !field.offsetParent) return;
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

// What nobody needs before they move, touch or tab. A page that comes below a resting mouse is told that it moved, by nought.
const soon = (load) => {
  const done = new AbortController();
  for (const type of ["pointermove", "pointerdown", "focusin"]) addEventListener(type, ({ type, movementX, movementY }) => {
    if (type === "pointermove" && !movementX && !movementY) return;
    done.abort();
    load();
  }, done);
};
// What a reader comes to by scrolling: shortly before it is on the screen. What is hidden has no place, what it is in has.
const near = (selector, load) => {
  const watcher = new IntersectionObserver((places) => {
    if (!places.some(({ isIntersecting }) => isIntersecting)) return;
    watcher.disconnect();
    load();
  }, { rootMargin: "75%" });
  for (const part of document.querySelectorAll(selector)) watcher.observe(part.hidden ? part.parentElement : part);
};
const parts = {
  "[data-copied]": () => soon(() => import("./site/copy.js")),
  "[data-feedback]": () => import("./site/feedback.js"),
  ".toc": () => {
    // In a narrow window the contents scroll away.
    const wide = matchMedia("(min-width: 62rem)");
    const load = () => import("./site/contents.js");
    if (wide.matches) load();
    else wide.addEventListener("change", load, { once: true });
  },
  ".fig > a, .drawn": () => soon(() => import("./site/zoom.js")),
  "[data-print]": (buttons) => {
    for (const button of document.querySelectorAll(buttons)) {
      button.hidden = false;
      button.addEventListener("click", () => print());
    }
  },
  ".more": () => soon(() => import("./site/print.js")),
  "[data-chooser], .folded": () => {
    const load = () => import("./contacts/contact-page.js");
    if (location.hash) load();
    else soon(load);
  },
  ".keys": () => import("./search/keys.js"),
  "[data-tabs]": () => import("./site/tabs.js"),
  // Side by side, as none knows of the next before it is there.
  ".pill[data-hours]": (pills) => near(pills, () =>
    Promise.all([import("./contacts/pill.js"), import("./contacts/hours.js")])),
  // The last day of a mark is over, on the reader's clock. (The first date in words would be a long task.)
  "[data-sure]": (sure) => {
    const now = new Date();
    const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString();
    if ([...document.querySelectorAll(sure)].some(({ dataset }) => dataset.sure < today.slice(0, 10))) import("./contacts/aging.js");
  },
  "[data-reply-days]": (days) => near(days, () => import("./contacts/reply-days.js")),
};
for (const [needed, load] of Object.entries(parts)) if (document.querySelector(needed)) load(needed);
// When all else has come.
addEventListener("load", () => setTimeout(() => import("./site/offline.js"), 2000));
