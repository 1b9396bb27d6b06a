// Offers the page in the first language of the reader's that the site has, above the header. Runs before first paint.
{
  const family = (tag) => tag.split("-")[0].toLowerCase();
  let wanted = navigator.languages;
  let closed = null;
  try {
    closed = localStorage.getItem("hint");
    wanted = [localStorage.getItem("language") ?? wanted].flat();
  } catch { /* storage is off */ }

  const offer = (menu) => {
    const links = [...menu.querySelectorAll("a")];
    const link = wanted.map((tag) => links.find((a) => family(a.hreflang) === family(tag))).find(Boolean);
    if (!link?.dataset.hint || closed === link.lang) return;
    const bar = document.createElement("aside");
    const text = link.cloneNode();
    const close = document.createElement("button");
    bar.className = "hint";
    bar.lang = link.lang;
    bar.ariaLabel = text.textContent = link.dataset.hint;
    close.className = "tool";
    close.type = "button";
    close.textContent = link.dataset.close;
    close.addEventListener("click", () => {
      bar.remove();
      document.querySelector(".brand").focus();
      try { localStorage.setItem("hint", link.lang); } catch { /* not kept */ }
    });
    bar.append(text, close);
    document.querySelector(".top").before(bar);
  };

  const look = (_, watcher) => {
    const menu = document.querySelector(".langs");
    if (!menu?.nextElementSibling) return false;  // not read to its end
    watcher?.disconnect();
    offer(menu);
    return true;
  };
  if (!look()) new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
}
