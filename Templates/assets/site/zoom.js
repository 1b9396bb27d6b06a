// A figure opens over the page instead of as a file. The words come from the element that carries them.
const { zoom, close } = document.querySelector("[data-zoom][data-close]")?.dataset ?? {};

// Its style comes with it, as most pages have no figure.
const sheet = document.createElement("link");
const styled = new Promise((done) => { sheet.onload = sheet.onerror = done; });

if (zoom && close) {
  sheet.rel = "stylesheet";
  sheet.href = new URL("./zoom.css", import.meta.url).href;
  document.head.append(sheet);
  for (const link of document.querySelectorAll(".fig > a")) {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;  // a new tab or window
      event.preventDefault();
      styled.then(() => open(link));
    });
  }
}

function open(link) {
  const dialog = document.createElement("dialog");
  dialog.className = "lens";
  dialog.setAttribute("aria-label", zoom);

  const button = document.createElement("button");
  button.type = "button";
  button.className = "tool";
  const icon = link.querySelector("svg")?.cloneNode(true);
  if (icon) {
    const use = icon.querySelector("use");
    use.setAttribute("href", use.getAttribute("href").replace(/#.*/, "#cross"));
    button.append(icon);
  }
  button.append(close);
  const bar = document.createElement("div");
  bar.append(button);

  const picture = document.createElement("img");
  picture.src = link.href;
  picture.alt = link.querySelector("img").alt;

  dialog.append(bar, picture);
  document.body.append(dialog);
  // Escape closes a modal dialog by itself; a click that meets the dialog's own box came from beside it.
  button.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus({ preventScroll: true });  // Safari does not focus a link that is clicked
  });
  dialog.showModal();
}
