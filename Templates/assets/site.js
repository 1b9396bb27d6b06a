// Every part improves a page that already works without it. What only some pages need is fetched there alone.
import "./site/theme-switch.js";
import "./site/language-menu.js";
import "./site/find.js";

// What nobody needs before they move, touch or tab. (A page that comes below a resting mouse is told "pointerover".)
const soon = (load) => {
  for (const type of ["pointermove", "pointerdown", "focusin"]) addEventListener(type, load, { once: true });
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
  ".fig": () => soon(() => import("./site/zoom.js")),
  "[data-print], .more": () => import("./site/print.js"),
  "[data-tabs]": () => import("./site/tabs.js"),
  // Side by side, as none knows of the next before it is there.
  ".pill[data-hours]": (pills) => near(pills, () =>
    Promise.all([import("./contacts/pill.js"), import("./contacts/pill-text.js"), import("./contacts/hours.js")])),
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
