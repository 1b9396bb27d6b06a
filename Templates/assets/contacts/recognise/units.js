// A text as the recogniser reads it: one unit for each character that can be seen, brought back from its disguise.
import { CONFUSABLES } from "../verify/confusables.js";
import { ENGLISH_DIGITS, SPELLED } from "./words.js";

export const SPACE = 0x20, LINE = 0x0a, DASH = 0x2d, DOT = 0x2e, MIDDLE = 0xb7, TILDE = 0x7e, OPEN = 0x28, CLOSE = 0x29;
const code = (sign) => sign.codePointAt(0);

/** Signs that are read as another one. */
const SIGNS = new Map(Object.entries({
  "-": "‐‑‒–—―−ーｰㅡ⁃➖⎯─━﹘﹣－⸺⸻᠆֊⁻₋﹉╌┄",
  "~": "〜～∼˜",
  ".": "．｡。․﹒",
  "·": "•∙⋅‧・･●◦∘⸳ㆍ᛫᛬ᆞ⦁▪",
  "(": "[{（［｛【〔〈《「『〖〘⁽₍❨❪❲｟⦅",
  ")": "]}）］｝】〕〉》」』〗〙⁾₎❩❫❳｠⦆",
  "/": "／∕⁄＼⧸╱",
  ":": "：∶﹕꞉︰ː˸",
  ",": "，、﹐､،",
  "@": "＠﹫",
  "+": "＋﹢➕⁺₊",
}).flatMap(([sign, others]) => [...others].map((other) => [code(other), code(sign)])));
const ENTITIES = {
  period: ".", commat: "@", hyphen: "-", dash: "-", minus: "-", ndash: "-", mdash: "-", nbsp: " ", ensp: " ", emsp: " ",
  thinsp: " ", shy: "\u00ad", zwj: "\u200d", zwnj: "\u200c", colon: ":", sol: "/", plus: "+", lpar: "(", rpar: ")",
  lsqb: "[", rsqb: "]", middot: "·", bull: "·", lowbar: "_", amp: "&", num: "#", comma: ",",
};
const spelled = new Map(SPELLED.reduce(
  ({ value, found }, word) => (/^\d$/.test(word) ? { value: +word, found } : { value, found: [...found, [code(word), value]] }),
  { value: 0, found: [] }).found);

export const isDigit = (c) => c >= 0x30 && c <= 0x39;
export const isLatin = (c) => c >= 0x61 && c <= 0x7a;
export const isWord = (c) => isDigit(c) || isLatin(c) || c === 0x5f;
/** Letters without spaces between words, and the syllables of Korean. */
export const isCJK = (c) => (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3041 && c <= 0x30ff)
  || (c >= 0x3131 && c <= 0x318e) || (c >= 0x3400 && c <= 0x4dbf) || c === 0x3007;
export const spelledDigit = (c) => spelled.get(c) ?? -1;

/**
 * `c`: the character, lower case; `at` and `to`: its place in the text; `upper`: written as a capital; `odd`: a letter
 * that only looks like the one it is read as, or has something unseen before it; `code`: within a span of code.
 */
export class Units {
  c = []; at = []; to = []; upper = []; odd = []; code = [];
  #unseen = false;

  push(c, at, to, { upper = false, odd = false, code: isCode = false } = {}) {
    this.c.push(c); this.at.push(at); this.to.push(to); this.upper.push(upper); this.code.push(isCode);
    this.odd.push(odd || this.#unseen);
    this.#unseen = false;
  }

  /** Without its spaces, for a line that says so. */
  withoutSpaces() {
    const left = new Units();
    for (let place = 0; place < this.length; place += 1) {
      if (this.c[place] === SPACE) continue;
      for (const row of ["c", "at", "to", "upper", "odd", "code"]) left[row].push(this[row][place]);
    }
    return left;
  }

  get length() { return this.c.length; }

  /** The characters of a range. */
  string(from, to) { return String.fromCodePoint(...this.c.slice(from, to)); }

  /** Adds one character of a text. */
  fold(c, at, to, isCode) {
    if (c < 0x80) {
      if (c >= 0x41 && c <= 0x5a) this.push(c + 32, at, to, { upper: true, code: isCode });
      else if (c === 0x5b || c === 0x7b) this.push(OPEN, at, to, { code: isCode });
      else if (c === 0x5d || c === 0x7d) this.push(CLOSE, at, to, { code: isCode });
      else if (c === 0x5c) this.push(0x2f, at, to, { code: isCode });
      else if (c === 0x09) this.push(SPACE, at, to, { code: isCode });
      else if (c === 0x0a || c >= 0x20) this.push(c, at, to, { code: isCode });
      else if (c === 0x0d) this.push(LINE, at, to);
    } else if ((c >= 0xac00 && c <= 0xd7a3) || (c >= 0x4e00 && c <= 0x9fff)) {
      this.push(c, at, to, { code: isCode });
    } else this.#foldOther(c, at, to, isCode);
  }

  #foldOther(c, at, to, isCode) {
    const sign = SIGNS.get(c);
    if (sign !== undefined) return this.push(sign, at, to, { code: isCode });
    const text = String.fromCodePoint(c);
    if (/[\p{Cf}\p{M}\p{Cc}\u3164\u115f\u1160\uffa0]/u.test(text)) {
      // What stands behind the character is marked, and a line's first one is not: many files begin so.
      if (this.length > 0 && !/\p{M}/u.test(text)) this.#unseen = true;
      return;
    }
    if (/[\p{Z}\u2800]/u.test(text)) return this.push(/[\u2028\u2029]/u.test(text) ? LINE : SPACE, at, to, { code: isCode });
    if (/\p{Nd}/u.test(text)) {
      const plain = text.normalize("NFKC").codePointAt(0);
      return this.push(isDigit(plain) ? plain : 0x30 + placeInScript(c), at, to, { code: isCode });
    }
    const circled = circledDigits(c);
    if (circled) {
      for (const digit of circled) this.push(code(digit), at, to, { code: isCode });
      return;
    }
    // A hyphen that is Chinese for one is a digit; isCJK knows the rest.
    if (isCJK(c)) return this.push(c, at, to, { code: isCode });
    const twin = CONFUSABLES.get(text.toLowerCase());
    if (twin) return this.push(code(twin), at, to, { odd: true, code: isCode });
    const parts = text.normalize("NFKD").replace(/\p{M}/gu, "");
    if (parts !== text && parts !== "") {
      const isAccent = text.normalize("NFKC") === text;
      for (const part of parts) {
        const before = this.length;
        this.fold(part.codePointAt(0), at, to, isCode);
        if (isAccent && this.length > before) this.odd[before] = true;
      }
      return;
    }
    this.push(text.toLowerCase().codePointAt(0), at, to, { code: isCode });
  }
}

function placeInScript(c) {
  let place = 0;
  while (place < 9 && /\p{Nd}/u.test(String.fromCodePoint(c - place - 1))) place += 1;
  return place;
}

/** The digits of a number in a circle or brackets, which NFKC would leave with its brackets. */
function circledDigits(c) {
  const within = (first, last, start) => (c >= first && c <= last ? String(c - first + start) : null);
  return within(0x2460, 0x2473, 1) ?? within(0x2474, 0x2487, 1) ?? within(0x2488, 0x249b, 1) ?? within(0x24ea, 0x24ea, 0)
    ?? within(0x24eb, 0x24f4, 11) ?? within(0x24f5, 0x24fe, 1) ?? within(0x24ff, 0x24ff, 0) ?? within(0x2776, 0x277f, 1)
    ?? within(0x2780, 0x2789, 1) ?? within(0x278a, 0x2793, 1) ?? within(0x1f101, 0x1f10a, 0) ?? within(0x3251, 0x325f, 21)
    ?? within(0x1f10b, 0x1f10b, 0) ?? within(0x1f10c, 0x1f10c, 0) ?? within(0x3220, 0x3229, 1) ?? within(0x3280, 0x3289, 1);
}

/** Reads one line: `isCode` says that it stands in a block of code. */
export function unitsOf(text, start, end, isCode = false, isMarkdown = true) {
  const units = new Units();
  let inSpan = isCode;
  for (let at = start; at < end;) {
    const c = text.codePointAt(at);
    const to = at + (c > 0xffff ? 2 : 1);
    if (isMarkdown && c < 0x80) {
      const run = markup(text, at, end);
      if (run) {
        if (c === 0x60 && !isCode) inSpan = !inSpan;
        if (run.isShown) units.fold(c, at, run.to, inSpan);
        at = run.to;
        continue;
      }
      const entity = c === 0x26 && entityAt(text, at, end);
      if (entity) {
        units.fold(entity.c, at, entity.to, inSpan);
        at = entity.to;
        continue;
      }
    }
    units.fold(c, at, to, inSpan);
    at = to;
  }
  return units;
}

/**
 * A run of signs that Markdown takes away: emphasis, a backslash before a sign, the ticks of code. A run that is too
 * long for that is read as one sign.
 */
function markup(text, at, end) {
  const sign = text[at];
  if (sign === "\\") return at + 1 < end && /[!-/:-@[-`{-~]/.test(text[at + 1]) && text[at + 1] !== "\\" ? { to: at + 1 } : null;
  if (sign !== "*" && sign !== "`" && sign !== "~") return null;
  let to = at;
  while (to < end && text[to] === sign) to += 1;
  const length = to - at;
  return { to, isShown: sign === "*" ? length > 3 : sign === "~" && length !== 2 };
}

function entityAt(text, at, end) {
  const match = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/i.exec(text.slice(at, Math.min(end, at + 12)));
  if (!match) return null;
  const [whole, decimal, hex, name] = match;
  const c = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : ENTITIES[name.toLowerCase()]?.codePointAt(0);
  return c && c <= 0x10ffff && !(c >= 0xd800 && c < 0xe000) ? { c, to: at + whole.length } : null;
}

/** The English digits that a word consists of: "five", "onefivethreethree"; null when it is another word. */
export function englishDigits(word) {
  if (word === "oh") return [0];
  const digits = [];
  let at = 0;
  while (at < word.length) {
    const value = ENGLISH_DIGITS.findIndex((name) => word.startsWith(name, at));
    if (value < 0) return null;
    digits.push(value);
    at += ENGLISH_DIGITS[value].length;
  }
  return digits.length > 0 ? digits : null;
}
