// Every part improves a page that already works without it.
import "./site/theme-switch.js";
import "./site/language-menu.js";
import "./site/print.js";
import "./site/contents.js";
import "./site/zoom.js";
import "./site/tabs.js";
import "./contacts/pill.js";
