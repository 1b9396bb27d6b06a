// A figure opens over the page, a picture instead of as a file, a drawing larger than it stands in the text. The words
// come from the element that carries them.
const { zoom, close } = document.querySelector("[data-zoom][data-close]")?.dataset ?? {};
const icons = new URL("../icons.svg", import.meta.url).href;

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
      const picture = document.createElement("img");
      picture.src = link.href;
      picture.alt = link.querySelector("img").alt;
      styled.then(() => open(picture, link));
    });
  }
  for (const drawing of document.querySelectorAll(".drawn > svg")) {
    const button = tool("zoom", zoom);
    button.setAttribute("aria-haspopup", "dialog");
    // Told apart from the buttons of other drawings.
    const title = drawing.querySelector("title");
    if (title) {
      const name = document.createElement("span");
      name.className = "vh";
      name.textContent = `: ${title.textContent}`;
      button.append(name);
    }
    button.addEventListener("click", () => styled.then(() => open(copy(drawing), button)));
    drawing.addEventListener("click", () => button.click());
    drawing.after(button);
  }
}

function tool(icon, word) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tool";
  const space = "http://www.w3.org/2000/svg";
  const sign = document.createElementNS(space, "svg");
  sign.setAttribute("class", "i");
  sign.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `${icons}#${icon}`);
  sign.append(use);
  button.append(sign, word);
  return button;
}

/** The same drawing under ids of its own: its title and description are said of it here too. */
function copy(drawing) {
  const twin = drawing.cloneNode(true);
  for (const name of ["aria-labelledby", "aria-describedby"]) {
    const id = twin.getAttribute(name);
    const said = id && twin.querySelector(`#${CSS.escape(id)}`);
    if (!said) continue;
    said.id = `${id}z`;
    twin.setAttribute(name, said.id);
  }
  return twin;
}

function open(picture, opener) {
  const dialog = document.createElement("dialog");
  dialog.className = picture.matches("svg") ? "lens drawn" : "lens";
  dialog.setAttribute("aria-label", zoom);
  const button = tool("cross", close);
  const bar = document.createElement("div");
  bar.append(button);
  dialog.append(bar, picture);
  document.body.append(dialog);
  // Escape closes a modal dialog by itself; a click that meets the dialog's own box came from beside it.
  button.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener.focus({ preventScroll: true });  // Safari does not focus a link that is clicked
  });
  dialog.showModal();
}
