// Every part improves a page that already works without it. What only some pages need is fetched there alone.
import "./site/theme-switch.js";
import "./site/language-menu.js";
import "./site/find.js";

// What nobody needs before they move, touch or tab.
const soon = (load) => {
  for (const type of ["pointerover", "focusin"]) addEventListener(type, load, { once: true });
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
  ".pill[data-hours]": () => import("./contacts/pill.js"),
};
for (const [needed, load] of Object.entries(parts)) if (document.querySelector(needed)) load();
// When all else has come.
addEventListener("load", () => setTimeout(() => import("./site/offline.js"), 2000));
