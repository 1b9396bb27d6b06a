// The case pack's page: shows the fields of the picked problem and keeps the message up to date. Nothing is sent
// or stored; without this script the page holds an outline to copy.
import { outline } from "./outline.js";

const page = document.querySelector("[data-prepare]");
const part = (selector) => page.querySelector(selector);
const parts = (selector, root = page) => [...root.querySelectorAll(selector)];
const table = ({ content }) =>
  Object.fromEntries(parts("data", content).map(({ value, textContent }) => [value, textContent]));

const form = part("[data-pack]");
const out = part("#_out");
const status = part("[data-status]");
const copy = part("[data-copy]");
const mail = part("a[data-mail]");
const languages = part("[data-languages]");
const warnings = table(part("[data-warnings]"));
const packs = new Map(parts("[data-labels]").map((template) => [template.dataset.labels, template]));
const questions = parts("input:not([type]), textarea", form);

/** The zones offered, by their minutes ahead of UTC. */
const ZONES = new Map([[540, "zone-asia-seoul"], [480, "zone-asia-shanghai"], [0, "zone-utc"]]);

let message = "";
// What makes the message and what finds secrets comes when a reader comes to the form, all of it side by side. Until it
// is there, nothing can be filled in.
let tools;
let coming;

function prepare() {
  coming ??= Promise.all([import("./case-pack.js"), import("./secrets.js"), import("./seed-phrase.js")]).then((parts) => {
    tools = Object.assign({}, ...parts);
    update();
  }, (error) => {
    console.error(error);
    coming = null;
  });
}

function start() {
  form.hidden = part("[data-actions]").hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const type of ["pointerover", "focusin", "input"]) form.addEventListener(type, prepare);
  form.addEventListener("input", (event) => {
    if (event.target.name === "desk") chooseDesk();
    update();
  });
  part("[data-clear]").addEventListener("click", clearAndSay);
  languages.addEventListener("input", update);
  copy.addEventListener("click", copyMessage);
  // A browser that goes back fills the fields in again: what was typed should be gone.
  addEventListener("pageshow", (event) => {
    if (event.persisted) clear();
  });
  clear();
}

function clear() {
  form.reset();
  chooseZone();
  chooseDesk();
  update();
}

function clearAndSay() {
  clear();
  status.textContent = status.dataset.cleared;
  form.elements.problem[0].focus();
}

const desk = () => {
  const chosen = form.elements.desk?.value;
  return chosen ? part(`[data-desk="${CSS.escape(chosen)}"]`) : part("[data-desk]");
};

/** Shows one desk and takes up the language it reads; the page's own is the other choice. */
function chooseDesk() {
  const chosen = desk();
  for (const other of parts("[data-desk]")) other.hidden = other !== chosen;
  const wanted = chosen?.dataset.messageLanguage ?? page.dataset.language;
  const offered = new Set([wanted, page.dataset.language]);
  for (const label of parts("[data-pack-language]")) {
    label.hidden = !offered.has(label.dataset.packLanguage);
    label.querySelector("input").checked = label.dataset.packLanguage === wanted;
  }
  languages.hidden = offered.size < 2;
}

/** The zone with the same clock as the reader's device, else the one to be written beside the time. */
function chooseZone() {
  form.elements.zone.value = ZONES.get(-new Date().getTimezoneOffset()) ?? "";
}

function update() {
  const problem = form.elements.problem.value;
  const isReady = Boolean(problem && tools);
  for (const element of parts("[data-details]", form)) element.hidden = !isReady;
  for (const element of parts("[data-for]", form)) element.hidden = !element.dataset.for.split(" ").includes(problem);
  const isBlocked = questions.map(warn).includes(true);
  const { labels, tag } = chosenLabels();
  const fields = read();
  if (isBlocked) message = "";
  else message = isReady ? tools.compose(fields, labels) : outline(labels);
  show(isBlocked, tag);
  const address = desk()?.dataset.mail;
  mail.hidden = isBlocked || !isReady || !address;
  if (mail.hidden) mail.removeAttribute("href");
  else mail.href = tools.mailLink(address, fields, labels, message);
}

/** The message, or why there is none. */
function show(isBlocked, tag) {
  const reason = isBlocked ? status.dataset.blocked : "";
  out.textContent = message;
  out.lang = tag;
  out.hidden = copy.disabled = isBlocked;
  status.classList.toggle("wrong", isBlocked);
  // Told once, not at every letter: a status that does not change is not read again.
  if (status.textContent !== reason) status.textContent = reason;
}

function chosenLabels() {
  const template = packs.get(part("[name=message-language]:checked").value);
  return { labels: table(template), tag: template.lang };
}

/** Marks a field that holds a secret, and says why. */
function warn(question) {
  const secret = question.closest("[hidden]") ? null : tools.findSecret(question.value, { field: question.name });
  const note = part(`#_e-${question.name}`);
  if (secret) question.setAttribute("aria-invalid", "true");
  else question.removeAttribute("aria-invalid");
  note.hidden = !secret;
  note.textContent = secret ? warnings[secret.kind] : "";
  return secret !== null;
}

/** What is filled in and on show. */
function read() {
  const shown = (element) => !element.closest("[data-for][hidden]");
  return {
    problem: form.elements.problem.value,
    zone: form.elements.zone.value,
    attachments: parts("[name=attachments]:checked", form).filter(shown).map(({ value }) => value),
    ...Object.fromEntries(questions.filter(shown).map(({ name, value }) => [name, value])),
  };
}

async function copyMessage() {
  try {
    await navigator.clipboard.writeText(message);
    status.textContent = status.dataset.copied;
  } catch {
    // Without a secure connection there is no clipboard: select the text for the reader.
    getSelection().selectAllChildren(out);
    status.textContent = status.dataset.failed;
  }
}

start();
