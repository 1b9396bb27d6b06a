// Points out the door of the language picked before, else of the first one the browser prefers. Never redirects.
const doors = [...document.querySelectorAll(".doors a")];
const language = (tag) => tag.toLowerCase().split("-")[0];

let wanted = [...(navigator.languages ?? [])];
try {
  const kept = localStorage.getItem("language");
  if (kept) wanted = [kept];
} catch { /* storage is off */ }

const chosen = wanted
  .map((tag) => doors.find((door) => language(door.hreflang) === language(tag)))
  .find(Boolean);
if (chosen) {
  chosen.classList.add("chosen");
  chosen.setAttribute("aria-current", "true");
}
