// Print buttons; and what is folded is printed too.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

let unfolded = [];
addEventListener("beforeprint", () => {
  // Not a problem of the contact page, whose cards would follow it. Of others with one name only one can be open.
  unfolded = [...document.querySelectorAll(".more:not([open], .ways)")].map((details) => [details, details.getAttribute("name")]);
  for (const [details] of unfolded) {
    details.removeAttribute("name");
    details.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const [details, name] of unfolded) {
    details.open = false;
    if (name) details.setAttribute("name", name);
  }
});
