// Descriptions of several ways, one after the other, become tabs (WAI-ARIA Authoring Practices, "Tabs" with
// automatic activation). The name picked last is kept. A hidden way can still be found by a search in the page.
let count = 0;

for (const group of document.querySelectorAll("[data-tabs]")) {
  const panels = [...group.querySelectorAll(":scope > [data-tab]")];
  if (panels.length > 1) enhance(group, panels);
}

function enhance(group, panels) {
  const list = document.createElement("div");
  list.className = "tablist";
  list.setAttribute("role", "tablist");
  const heading = headingAbove(group);
  if (heading) list.setAttribute("aria-labelledby", heading.id);

  const tabs = panels.map((panel) => {
    count += 1;
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `_tab-${count}`;
    tab.textContent = panel.firstElementChild.textContent.trim();
    tab.setAttribute("role", "tab");
    panel.id = `_way-${count}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    tab.setAttribute("aria-controls", panel.id);
    tab.addEventListener("click", () => pick(tab));
    panel.addEventListener("beforematch", () => select(tab));
    return tab;
  });

  const select = (chosen) => {
    tabs.forEach((tab, at) => {
      const isChosen = tab === chosen;
      tab.setAttribute("aria-selected", isChosen);
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = panels[at];
      panel.tabIndex = isChosen ? 0 : -1;
      if (isChosen) panel.removeAttribute("hidden");
      else panel.setAttribute("hidden", "until-found");
      // What is hidden until found still has a box of its own, empty, which nobody should be led to.
      panel.ariaHidden = isChosen ? null : "true";
    });
  };
  const pick = (tab) => {
    select(tab);
    tab.focus();
    try { localStorage.setItem("tab", tab.textContent); } catch { /* not kept */ }
  };

  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = tabs.indexOf(event.target);
    const next = {
      ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1,
    }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    pick(tabs[next % tabs.length]);
  });

  list.append(...tabs);
  group.prepend(list);
  select(tabs[linked(panels)] ?? tabs.find((tab) => tab.textContent === kept()) ?? tabs[0]);
}

/** The panel that the address points into; -1 if none. Not `:target`, which may be set only later. */
function linked(panels) {
  let id;
  try { id = decodeURIComponent(location.hash.slice(1)); } catch { return -1; }
  const target = id && document.getElementById(id);
  return target ? panels.findIndex((panel) => panel.contains(target)) : -1;
}

function kept() {
  try { return localStorage.getItem("tab"); } catch { return null; }
}

/** The heading of the section that the group stands in. */
function headingAbove(group) {
  for (let block = group; block; block = block.parentElement) {
    for (let before = block.previousElementSibling; before; before = before.previousElementSibling) {
      if (/^H[2-6]$/.test(before.tagName)) return before.id ? before : null;
    }
    if (block.parentElement?.matches(".prose")) return null;
  }
  return null;
}
