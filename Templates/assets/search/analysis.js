// Splits text as the builder does: Folding, Tokenizer and KoreanStemmer in Sources/Search. Tests/Vectors/search.json holds for both.

export const WORD = 1, HANGUL = 2, HAN = 3;  // kinds of tokens
export const NONE = 0, LINK = 1, SPACE = 2, APART = 3;  // how a token follows the one before

const CLUSTERS = new Map("ᆪ\u1100\u1109 ᆬ\u1102\u110c ᆭ\u1102\u1112 ᆰ\u1105\u1100 ᆱ\u1105\u1106 ᆲ\u1105\u1107 ᆳ\u1105\u1109 ᆴ\u1105\u1110 ᆵ\u1105\u1111 ᆶ\u1105\u1112 ᆹ\u1107\u1109"
  .split(" ").map((pair) => [pair[0], pair.slice(1)]));

const kindOf = (c) => c < 128 ? +(c > 96 && c < 123 || c > 47 && c < 58)
  : c >= 0xac00 && c <= 0xd7a3 || c >= 0x1100 && c <= 0x11ff ? HANGUL
  : c >= 0x3400 && c <= 0x9fff || c === 0x3005 || c >= 0xf900 && c <= 0xfaff ? HAN
  : +(c >= 0xdf && c <= 0x10ff && c !== 0xf7 || c >= 0x1e00 && c <= 0x1fff || c >= 0x3041 && c <= 0x30ff && c !== 0x30fb);

const isLink = (c) => "-_./@'’:+&".includes(c) || c >= "‐" && c <= "–";
const digits = /^\d+$/;

/** What the words of a language are split by; `lists` are the rules of the index, `variants` its pairs of characters. */
export function analyser(lists = {}, variants = ["", ""]) {
  const set = (name) => new Set((lists[name] ?? "").split(" "));
  const endings = new Set([...set("particles"), ...set("endings")]);
  const [kept, short, prefixes] = ["kept", "short", "prefixes"].map(set);
  const simple = new Map([...variants[0]].map((from, at) => [from, [...variants[1]][at]]));
  const pattern = simple.size > 0 && new RegExp(`[${variants[0]}]`, "gu");

  const stemmed = new Map();

  function fold(text) {
    const folded = text.normalize("NFKC").toLowerCase().replaceAll("ς", "σ").replace(/[\u11aa-\u11b9]/g, (c) => CLUSTERS.get(c) ?? c);
    return pattern ? folded.replace(pattern, (c) => simple.get(c)) : folded;
  }

  function strip(word) {
    for (let size = 2; size <= 4; size++) if (kept.has(word.slice(-size)) && word.length >= size) return word;
    for (let rest = 1; rest < word.length; rest++) {
      if ((rest >= 2 || short.has(word[0])) && endings.has(word.slice(rest))) return word.slice(0, rest);
    }
    return word;
  }

  /** A Korean word without particles and endings. */
  function koreanStem(word) {
    if (stemmed.size > 5000) stemmed.clear();
    if (!stemmed.has(word)) stemmed.set(word, strip(strip(strip(word))));
    return stemmed.get(word);
  }

  return { fold, tokens, koreanStem, isEnding: (word) => endings.has(word), hasPrefix: (word) => prefixes.has(word[0]), short, set };
}

/** The tokens of folded text: `{ text, kind, gap, from, to }`. */
export function tokens(text) {
  const found = [];
  const run = (kind, at) => {
    while (at < text.length && kindOf(text.charCodeAt(at)) === kind) at++;
    return at;
  };
  for (let at = 0, last = -1; at < text.length;) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === 0) {
      at++;
      continue;
    }
    const from = at;
    at = run(kind, at);
    let word = text.slice(from, at);
    if (kind === WORD && digits.test(word)) {
      // A number goes on behind a decimal point, and behind a comma with three digits.
      while (text[at] === "." || text[at] === ",") {
        const next = run(WORD, at + 1);
        const more = text.slice(at + 1, next);
        if (!digits.test(more) || text[at] === "," && more.length !== 3) break;
        word += text[at] === "," ? more : `.${more}`;
        at = next;
      }
    }
    const between = last < 0 ? "?!" : text.slice(last, from);
    const gap = between === "" ? NONE : between.length === 1 && isLink(between) ? LINK : /^[ \t-\r]+$/.test(between) ? SPACE : APART;
    found.push({ text: word, kind, gap, from, to: at });
    last = at;
  }
  return found;
}

/** An English word without its common endings; what is left is equal for withdraw, withdrawal and withdrawals. */
export function stem(word) {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  if (stems.size > 5000) stems.clear();
  if (!stems.has(word)) stems.set(word, cut(word));
  return stems.get(word);
}

const stems = new Map();
function cut(word) {
  return word
    .replace(/ies$/, "y").replace(/(ss|sh|ch|x|z)es$/, "$1").replace(/([^sui])s$/, "$1")
    .replace(/^(.{3,})ied$/, "$1y")
    .replace(/^(.{4,}?)(?:(?:(?:if)?ic)?at(?:ion|or|ing|ed|e)|ify|ment|al|ity|ion|ness|ly)$/, "$1")
    .replace(/^(?=.*[aeiouy].*(?:ing|ed)$)(.{3,})(?:ing|ed)$/, "$1")
    .replace(/([^aeiou])\1$/, "$1").replace(/^(.{3,})e$/, "$1").replace(/^(.{4,})[yi]$/, "$1");
}
