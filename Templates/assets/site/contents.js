// Marks the section being read in the page's table of contents: the last one whose start is above the line
// at 30% of the window.
// Folded on phones, where it would push the text away; beside the text there is room.
for (const fold of document.querySelectorAll(".toc > details")) fold.open = true;

const links = new Map(
  [...document.querySelectorAll(".toc a[href^='#']")].map((a) => [decodeURIComponent(a.hash.slice(1)), a]),
);
const begun = new Set();
const watcher = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) begun.add(target.id);
    else begun.delete(target.id);
  }
  const current = [...links.keys()].filter((id) => begun.has(id)).at(-1);
  for (const [id, a] of links) {
    if (id === current) a.setAttribute("aria-current", "true");
    else a.removeAttribute("aria-current");
  }
}, { rootMargin: "1000000px 0px -70%" });
for (const id of links.keys()) {
  const section = document.getElementById(id);
  if (section) watcher.observe(section);
}
