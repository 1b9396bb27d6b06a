// What is folded is printed too.
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
