// Buttons that copy: the link to a heading, a checked number or address, a block of code. The words come from the element
// that carries them; the buttons take no room, so nothing moves when they come.
const scope = document.querySelector("[data-copied]");
const words = scope.dataset;
const icons = new URL("../icons.svg", import.meta.url).href;
const SHOWN = 2000;

if (navigator.clipboard) {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("./copy.css", import.meta.url).href;
  sheet.addEventListener("load", enhance);
  document.head.append(sheet);
}

function enhance() {
  const status = document.createElement("p");
  status.className = "vh";
  status.role = "status";
  scope.append(status);
  const say = (text) => {
    status.textContent = "";
    // A region that says the same twice is read once.
    setTimeout(() => { status.textContent = text; }, 50);
  };

  const add = (place, label, what, text) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.ariaLabel = button.title = `${label}: ${what}`;
    const icon = symbol("copy");
    button.append(icon);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text());
      } catch {
        say(words.copyFailed);
        return;
      }
      say(words.copied);
      icon.firstChild.setAttribute("href", `${icons}#check`);
      setTimeout(() => icon.firstChild.setAttribute("href", `${icons}#copy`), SHOWN);
    });
    place.append(button);
  };

  if (words.copyLink) {
    for (const anchor of scope.querySelectorAll("h2 > .anchor, h3 > .anchor, h4 > .anchor")) {
      const heading = anchor.parentElement;
      add(heading, words.copyLink, anchor.textContent, () => anchor.href);
      // A list of headings says what each is called, not what can be done with it.
      anchor.id = `_a-${heading.id}`;
      heading.setAttribute("aria-labelledby", anchor.id);
    }
  }
  for (const value of scope.querySelectorAll("[data-value]")) {
    const text = value.textContent.trim();
    add(value, words.copy, text, () => value.querySelector("a[href^='https:']")?.href ?? text);
  }
  for (const block of scope.querySelectorAll(".prose pre")) {
    const frame = document.createElement("div");
    frame.className = "code";
    block.replaceWith(frame);
    block.tabIndex = 0;
    frame.append(block);
    const text = block.textContent.trimEnd();
    add(frame, words.copy, text.split("\n")[0], () => text);
  }
}

function symbol(id) {
  const space = "http://www.w3.org/2000/svg";
  const icon = document.createElementNS(space, "svg");
  icon.setAttribute("class", "i");
  icon.ariaHidden = "true";
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `${icons}#${id}`);
  icon.append(use);
  return icon;
}
