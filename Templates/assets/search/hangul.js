// Korean syllables by their parts, and by the keys that type them.

const INITIALS = "rRseEfaqQtTdwWczxvg";
const VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(" ");
const FINALS = " r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split(" ");
const SYLLABLE = new RegExp(`([${INITIALS}])(${VOWELS.filter((v) => v[1]).join("|")}|[${VOWELS.filter((v) => !v[1]).join("")}])`
  + `((?:${FINALS.filter((f) => f[1]).join("|")}|[${FINALS.filter((f) => f && !f[1]).join("")}])(?![koiOjpuPhynbml]))?`, "y");

const syllable = (initial, vowel, final = 0) => String.fromCharCode(0xac00 + (initial * 21 + vowel) * 28 + final);
/** The parts of a syllable, or null. */
export function parts(character) {
  const code = character.charCodeAt(0) - 0xac00;
  return code >= 0 && code <= 11171 ? { initial: Math.floor(code / 588), vowel: Math.floor(code / 28) % 21, final: code % 28 } : null;
}
export const initialOf = (character) => {
  const split = parts(character);
  return split ? String.fromCharCode(0x1100 + split.initial) : character;
};

/** Two consonants that an input method has joined, as initials again: ㄳ is ㄱㅅ. */
export const initialsApart = (text) => text.replace(/[\u11a8-\u11c2]/g, (final) => [...FINALS[final.charCodeAt(0) - 0x11a7]]
  .map((key) => String.fromCharCode(0x1100 + INITIALS.indexOf(key))).join(""));

/** The keys that type a Korean text, on the layout with two sets. */
export const keys = (text) => [...text].map((character) => {
  const split = parts(character);
  if (split) return INITIALS[split.initial] + VOWELS[split.vowel] + FINALS[split.final];
  const code = character.charCodeAt(0);
  return INITIALS[code - 0x1100] ?? VOWELS[code - 0x1161] ?? character;
}).join("");

/** The Korean text that the keys type; "" when they type none. */
export function fromKeys(letters) {
  let text = "";
  const typed = letters.replace(/[^RETQWOP]/g, (c) => c.toLowerCase());
  for (SYLLABLE.lastIndex = 0; SYLLABLE.lastIndex < typed.length;) {
    const found = SYLLABLE.exec(typed);
    if (!found) return "";
    text += syllable(INITIALS.indexOf(found[1]), VOWELS.indexOf(found[2]), found[3] ? FINALS.indexOf(found[3]) : 0);
  }
  return text;
}

// Revised Romanization, which travellers and phones use.
const LATIN = ["g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h", "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i",
  ",k,k,k,n,n,n,t,l,k,m,l,l,l,l,l,m,p,p,t,t,ng,t,t,k,t,p,t"].map((list) => list.split(","));
const ALIKE = { eo: "o", eu: "u", ae: "e", oe: "e", g: "k", d: "t", b: "p", r: "l", ch: "j", sh: "s" };

/** How Latin letters sound to a Korean, roughly: chulgeum and chulgum are one. */
export const sound = (letters) => letters.replace(/eo|eu|ae|oe|ch|sh|[gdbr]/g, (found) => ALIKE[found]).replace(/(.)\1+/g, "$1");

/** The same of a Korean word. */
export const soundOf = (word) => sound([...word].map((character) => {
  const { initial, vowel, final } = parts(character) ?? {};
  return initial === undefined ? character : LATIN[0][initial] + LATIN[1][vowel] + LATIN[2][final];
}).join(""));

const after = (character, by) => String.fromCharCode(character.charCodeAt(0) + by);

/** What a word may become whose last syllable is not finished: 출ㄱ, 출그, 출긊 on the way to 출금. */
export function completions(text) {
  const [head, last] = [text.slice(0, -1), text.at(-1)];
  const initial = last.charCodeAt(0) - 0x1100;
  if (initial >= 0 && initial < 19) return [[head + syllable(initial, 0), head + after(syllable(initial, 0), 588)]];
  const split = parts(last);
  if (!split) return [];
  const bare = syllable(split.initial, split.vowel);
  if (split.final === 0) return [[head + bare, head + after(bare, 28)]];
  // The initial that the final becomes when a vowel follows.
  const next = INITIALS.indexOf(FINALS[split.final].at(-1));
  return next < 0 ? [] : [[head + bare + syllable(next, 0), head + bare + after(syllable(next, 0), 588)]];
}

// Vowels of stems with those of their forms: 기 and 겨, 그 and 가.
const CONTRACTED = { 0: [18], 4: [18], 6: [20], 8: [9], 9: [8], 10: [11], 11: [10], 13: [14], 14: [13], 18: [4, 0], 20: [6] };
const OPEN = [0, 4, 18];  // what endings begin with behind a consonant: 적어, 팔아, 적으

/** The forms of a verb's stem by its last syllable: 잠기, 잠긴, 잠겼; 보내, 보냈; 적었, 적으; 누르, 눌러; 팔면, 팔았. */
export function verbForms(text) {
  const head = text.slice(0, -1), split = parts(text.at(-1)), before = parts(head.slice(-1));
  if (!split || !before) return [];
  const block = (head, initial, vowel) => [head + syllable(initial, vowel), head + after(syllable(initial, vowel), 28)];
  const { initial, vowel } = split;
  const open = before.final > 0 && initial === 11 ? OPEN : [];
  const forms = [...new Set([vowel, ...(CONTRACTED[vowel] ?? []), ...open])].map((vowel) => block(head, initial, vowel));
  // A stem of one syllable with an ending.
  if (!head[1] && before.final > 0 && initial !== 11) forms.push(...OPEN.map((vowel) => block(head, 11, vowel)));
  const withFinal = (final) => head.slice(0, -1) + after(head.at(-1), final);
  if (initial === 5 && vowel === 18 && before.final === 0) forms.push(block(withFinal(8), 5, 4), block(withFinal(8), 5, 0));
  if (initial === 5 && vowel < 5 && before.final === 8) forms.push(block(withFinal(-8), 5, 18));
  return forms;
}
