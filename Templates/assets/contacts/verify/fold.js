// How alike two names look.
import { CONFUSABLES } from "./confusables.js";

const MARKS = /[\p{M}\p{Cf}]/gu;

/** Compatibility forms and case undone: full-width letters become plain ones. */
export const plain = (text) => text.normalize("NFKC").toLowerCase();

/** The Latin letters that a text seems to be written in; accents and unseen characters are dropped. */
export function letters(text) {
  const bare = text.normalize("NFKD").replace(MARKS, "").toLowerCase().normalize("NFC");
  return Array.from(bare, (letter) => CONFUSABLES.get(letter) ?? letter).join("");
}

/** The shape of a name for a reader in a hurry: equal shapes are easily taken for each other. */
export function shape(text) {
  return letters(text)
    .replace(/[-_.\s·]/g, "")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w")
    .replace(/[1i|!]/g, "l")
    .replace(/0/g, "o");
}

/** Whether one edit makes one name of the other: a letter more, less, another, or two neighbours exchanged. */
export function isOneEditAway(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start), restB = b.slice(start);
  if (a.length > b.length) return restA.slice(1) === restB;
  if (a.length < b.length) return restA === restB.slice(1);
  return restA.slice(1) === restB.slice(1)
    || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2));
}
