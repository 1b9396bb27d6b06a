// Queries as pages are written: numbers in digits (백만원, 二十四小时, one million won), contractions in full, no marks of
// emotion, nothing invisible.

const DIGITS = { 일: 1, 이: 2, 삼: 3, 사: 4, 오: 5, 육: 6, 칠: 7, 팔: 8, 구: 9, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 零: 0 };
const UNITS = { 십: 10, 十: 10, 백: 100, 百: 100, 천: 1000, 千: 1000 };
const LARGE = { 만: 1e4, 万: 1e4, 萬: 1e4, 억: 1e8, 亿: 1e8, 億: 1e8 };
const SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const WORDS = { a: 1, k: 1e3, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, mil: 1e6 };

const KOREAN = /(?<![가-힣\d])[일이삼사오육칠팔구십백천만억]{2,}(?=원|시간|분|일|개월|개|건|번|명|퍼센트|달러|\s|$)/g;
const CHINESE = /[一二两兩三四五六七八九零十百千万萬亿億]*[十百千万萬亿億][一二两兩三四五六七八九零十百千万萬亿億]*/g;
const MIXED = /(\d[\d,]*(?:\.\d+)?)\s?([만억万萬亿億천千])\s?(?=원|[^\d가-힣]|$)/g;
const ENGLISH = new RegExp(`\\b(\\d[\\d,.]*|a|${SMALL.join("|")}) ?(hundred|thousand|million|billion|mil|k)\\b`, "gi");
const COMPOUND = new RegExp(`\\b(${TENS.join("|")})(?:[ -](${SMALL.slice(0, 9).join("|")}))?\\b`, "gi");

/** The value of a numeral of characters. */
function valueOf(text) {
  let all = 0, part = 0, digit = 0;
  for (const character of text) {
    if (character in DIGITS) digit = DIGITS[character];
    else if (character in UNITS) [part, digit] = [part + (digit || 1) * UNITS[character], 0];
    else [all, part, digit] = [all + (part + digit || 1) * LARGE[character], 0, 0];
  }
  return all + part + digit;
}

const round = (value, large = "") => (large && value >= 1e4 && value % 1e4 === 0 ? value / 1e4 + large : String(Math.round(value)));

/** A query as pages would write it; `asIs`, with its numbers as they stand. */
export function usual(query, isPinyin, asIs) {
  const plain = (isPinyin ? query.normalize("NFD").replace(/[\u0300\u0301\u0304\u030c]/g, "").normalize("NFC") : query)
    .replace(/[\u00ad\u200b-\u200d\u2060\ufe0f\ufeff]/g, "")
    .replace(/(?<=[가-힣])[ㅠㅜㅡ]+|[ㅠㅜㅡㅋㅎ]{2,}/g, " ")
    .replace(/\bwo(?:n['’]t|nt)\b/gi, "will not").replace(/\bca(?:n['’]t|nt)\b/gi, "can not")
    .replace(/(?<=\w)n['’]t\b|(?<=\b(?:did|does|do|has|have|had|is|was|are|were|would|could|should))nt\b/gi, " not")
    .replace(/(?<=\w)['’](?=(?:s|m|d|ll|re|ve)\b)/gi, " ");
  return asIs ? plain : inDigits(plain);
}

/** Those of ten thousands as pages write them, in 만 or 万. */
function inDigits(query) {
  const large = /[가-힣]/.test(query) ? "만" : /[\u3400-\u9fff]/.test(query) ? "万" : "";
  return query
    .replace(/(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)/g, (number) => round(+number.replaceAll(",", ""), large))
    .replace(MIXED, (_, number, unit) => round(number.replaceAll(",", "") * (LARGE[unit] ?? UNITS[unit]), large))
    .replace(/(?<![\d-])\d{5,}(?=\s?(?:원|元|韩元|won|krw))|(?<![\d-])\d{5,7}(?![\d만万萬-])/g, (number) => round(+number, large))
    .replace(KOREAN, (numeral) => (/[십백천만억]/.test(numeral) ? round(valueOf(numeral), large) : numeral))
    .replace(CHINESE, (numeral) => (numeral[1] ? round(valueOf(numeral), large) : numeral))
    .replace(ENGLISH, (_, number, unit) => round((SMALL.indexOf(number.toLowerCase()) + 1 || WORDS[number] || +number.replaceAll(",", "")) * WORDS[unit.toLowerCase()]))
    .replace(COMPOUND, (_, tens, ones) => String(20 + 10 * TENS.indexOf(tens.toLowerCase()) + (ones ? SMALL.indexOf(ones.toLowerCase()) + 1 : 0)));
}

/** How else a page may write the number in front of a text. */
export function otherForms(digits, text) {
  if (new RegExp(`(?<!\\d)${digits}[만万]`).test(text)) return [`${digits}0000`];
  return /^[1-9]\d*000000$/.test(digits) ? [`${digits / 1e6} million`] : [];
}
