// Puts what a reader filled in into one message, in the order in which a support desk asks. Works without a page.
import { FIELDS } from "./outline.js";

const LIST = new Set(["steps"]);

/**
 * The message.
 * @param {Record<string, string | string[]>} fields `problem`, those of FIELDS, `zone` (key of a time zone),
 *   `attachments` (keys of evidence). What is empty is left out.
 * @param {Record<string, string>} labels the words of the desk's language, as the page gives them
 */
export function compose(fields, labels) {
  const blocks = [labels.opening, facts(fields, labels), attachments(fields, labels), asked(fields, labels), labels.closing];
  return blocks.filter(Boolean).join("\n\n") + "\n";
}

/** The subject of a mail. */
export function subject(fields, labels) {
  return [labels.subject, labels[`problem-${fields.problem}`] ?? oneLine(fields.summary)].filter(Boolean).join(labels.colon);
}

/** A link that opens a new mail; a message that is too long for a link is left to be pasted. */
export function mailLink(mailto, fields, labels, text) {
  const link = `${mailto}?subject=${encodeURIComponent(subject(fields, labels))}`;
  const whole = `${link}&body=${encodeURIComponent(text.replace(/\n/g, "\r\n"))}`;
  return whole.length <= 1900 ? whole : link;
}

function facts(fields, labels) {
  const problem = labels[`problem-${fields.problem}`];
  const lines = problem ? [labels["field-problem"] + labels.colon + problem] : [];
  for (const name of FIELDS) {
    const value = name === "when" ? when(fields, labels) : lined(fields[name]);
    if (value.length) lines.push(entry(labels[`field-${name}`], value, labels, LIST.has(name)));
  }
  return lines.join("\n");
}

/** The time with its zone; a zone alone says nothing. */
function when(fields, labels) {
  const [time] = lined(oneLine(fields.when));
  if (!time) return [];
  const zone = labels[fields.zone];
  return [zone ? time + labels.comma + zone : time];
}

function attachments(fields, labels) {
  const names = (fields.attachments ?? []).map((key) => labels[`evidence-${key}`]).filter(Boolean);
  return names.length ? [labels["field-attachments"] + labels.colon.trimEnd(), ...names.map((name) => `- ${name}`)].join("\n") : "";
}

function asked(fields, labels) {
  const text = labels[`ask-${fields.problem}`];
  return text ? labels["field-asked"] + labels.colon + text : "";
}

/** A value of one line beside its name, a longer one below it. */
function entry(name, lines, labels, isList) {
  if (lines.length === 1) return name + labels.colon + lines[0];
  const isNumbered = lines.every((line) => /^\s*(\d+[.)]|[-*•①-⑳])/.test(line));
  const items = isList && !isNumbered ? lines.map((line, at) => `${at + 1}. ${line}`) : lines;
  return [name + labels.colon.trimEnd(), ...items].join("\n");
}

const oneLine = (text = "") => text.trim().replace(/\s+/g, " ");
const lined = (text = "") => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
