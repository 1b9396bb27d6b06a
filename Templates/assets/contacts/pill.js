// Open or closed now: fills the pills, which are hidden without a script, and keeps them true.
import { pillText } from "./hours.js";

const MINUTE = 60_000;

// The first calendar of a browser's process is a long task, in which a page stands still. A worker's is the first for
// the page, too; without one it only takes longer.
await new Promise((done) => {
  try {
    const worker = new Worker(new URL("./calendar.js", import.meta.url));
    worker.onmessage = worker.onerror = () => done(worker.terminate());
  } catch {
    done();
  }
});
const reader = {
  language: document.documentElement.lang,
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
};

const pills = [];

/** Fills the pills of a part of the page, and keeps them true. */
export function fill(part) {
  const isFirst = !pills[0];
  for (const element of part.querySelectorAll(".pill[data-hours]")) {
    try {
      pills.push({ element, channel: JSON.parse(element.dataset.hours) });
    } catch { /* stays hidden */ }
  }
  if (isFirst && pills[0]) begin();
  else pills.forEach(show);
}

function show({ element, channel }) {
  try {
    const { state, text, title } = pillText(channel, Date.now(), element.dataset, reader);
    // In a narrow place its parts stay whole: a line ends before what is in brackets or after the dot.
    element.textContent = text.replace(/(?<!·) (?![·(])/g, "\u00a0");
    element.title = title;
    element.className = `pill ${state}`;
    element.hidden = false;
    const note = element.closest(".chan")?.querySelector("[data-next-holiday]");
    if (note) {
      note.textContent = title;
      note.hidden = title === "";
    }
  } catch {
    // A time zone that the browser does not know: say nothing rather than something wrong.
    element.hidden = true;
  }
}

function tick() {
  pills.forEach(show);
  setTimeout(tick, MINUTE - (Date.now() % MINUTE));
}

function begin() {
  tick();
  // Timers stand still in a hidden page.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) pills.forEach(show);
  });
}

fill(document);
