// Which runs of digits are phone numbers: Korea, China, North America, and the international form of any country.

/** What stands between two groups of digits. */
export const GAP = {
  none: 0, space: 1, dash: 2, dot: 4, bracket: 8, slash: 16, comma: 32, colon: 64, tilde: 128, word: 256, line: 512, other: 1024, cell: 2048,
};
const USUAL = GAP.space | GAP.dash | GAP.dot | GAP.bracket | GAP.slash | GAP.word | GAP.line | GAP.tilde;

const COUNTRY = /^(?:82|86|852|853|886|81|84|66|65|60|62|63|91|44|49|33|34|39|61|64|55|90|971|1(?=\d{10}$)|7(?=\d{10}$))/;
const KOREAN_AREA = /^(?:02|0[3-6][1-5]|070|080|060|030|050[2-9]?)/;
const MOBILE = /^01[016789]\d{7,8}$/;

/**
 * `groups`: the digits between gaps; `gaps`: all kinds of gaps within, together; `isPlus`: a plus stands before;
 * `isSpelled`: some digits are words; `isCall`: the words before speak of a call.
 * Returns the digits with the plus, or null when they are no phone number.
 */
export function phoneOf({ groups, gaps, isPlus, isSpelled, isCall }) {
  const digits = groups.join("");
  const { length } = digits;
  if (length < 7 || length > 18) return null;
  if (groups.length === 1 && /^(\d)\1+$|^[01]+$|0{6}$/.test(digits)) return null;
  if (isPlus) {
    const isSum = groups.length > 1 && groups.slice(1).every((group) => group.length === 3) && (gaps & GAP.comma) !== 0;
    return length >= 8 && length <= 15 && digits[0] !== "0" && !isSum ? `+${digits}` : null;
  }
  if (isDate(groups)) return null;
  const shape = new Shape(groups, gaps, isSpelled);
  const foreign = international(digits, shape);
  if (foreign) return foreign;
  return isKorean(digits, shape) || isChinese(digits, shape) || isAmerican(digits, shape) || isLocal(digits, shape)
    || (isCall && isCalled(digits, shape)) ? digits : null;
}

/** How the digits are grouped. */
class Shape {
  constructor(groups, gaps, isSpelled) {
    this.lengths = groups.map((group) => group.length);
    this.text = this.lengths.join(",");
    this.groups = groups;
    this.gaps = gaps;
    this.isFree = isSpelled || groups.length === 1 || this.lengths.every((length) => length === 1);
    this.isUsual = (gaps & ~USUAL) === 0;
  }

  is(...texts) { return texts.includes(this.text); }

  only(kinds) { return (this.gaps & ~kinds) === 0; }
}

/** "12-31-1999", "0.2 (2026-09-17": day, month and year in any order, alone or beside other figures. */
function isDate(groups) {
  const values = groups.map(Number);
  const isYear = (at) => groups[at].length === 4 && values[at] >= 1900 && values[at] < 2100;
  const isDay = (at) => groups[at].length <= 2 && values[at] >= 1 && values[at] <= 31;
  return groups.slice(2).some((_, at) => isYear(at) && isDay(at + 1) && isDay(at + 2) || isYear(at + 2) && isDay(at) && isDay(at + 1));
}

function international(digits, shape) {
  if (!shape.isUsual) return null;
  const after = /^(?:00[1-9]\d{0,2}?(?=82)|0070\d(?=82)|00(?=[1-9]))/.exec(digits);
  if (after) {
    const rest = digits.slice(after[0].length);
    if (rest.length >= 9 && rest.length <= 15 && (shape.lengths.length > 1 || (COUNTRY.test(rest) && rest.length >= 10))) return `+${rest}`;
  }
  const korean = /^82-?0?(?:1[016789]\d{7,8}|2\d{7,8}|[3-6][1-5]\d{7,8}|70\d{8}|50[2-9]\d{7,8}|80\d{7}|1[568]\d{6})$/;
  const chinese = /^86(?:1[3-9]\d{9}|(?:0?10|0?2\d)\d{8}|[48]00\d{7}|0?[3-9]\d{2}\d{7,8})$/;
  // "8210 1234 5678": the code stands in a group of its own, or all in one.
  const isCode = shape.isFree || shape.lengths[0] <= 4;
  return isCode && (korean.test(digits) || chinese.test(digits)) ? `+${digits}` : null;
}

function isKorean(digits, shape) {
  if (MOBILE.test(digits)) {
    const isPairs = shape.lengths.every((length) => length === 2);
    if (shape.isFree || shape.is("3,3,4", "3,4,4", "1,2,4,4", "1,2,3,4")) return true;
    return shape.isUsual && shape.lengths.length <= 5 && !isPairs;
  }
  if (/^1[568]\d{6}$/.test(digits)) return isService(digits, shape);
  if (/^1[0-479]\d{6}$/.test(digits)) {
    return shape.is("4,4") && shape.only(GAP.dash | GAP.word) && !/^(?:19|1[0-4])\d\d(?:19|20)\d\d$/.test(digits);
  }
  const area = KOREAN_AREA.exec(digits)?.[0].length;
  if (!area || digits.length - area < 7 || digits.length - area > 8 || (digits.startsWith("080") && digits.length > 11)) return false;
  if (shape.isFree) return true;
  const rest = digits.length - area;
  const tails = [`${rest - 4},4`, `${rest}`, rest === 8 ? "2,2,4" : "4,3", "4,2,2"];
  const heads = [`${area}`, ...(area > 1 ? [`1,${area - 1}`] : []), ...(area === 4 ? ["3,1"] : [])];
  return heads.some((head) => tails.some((tail) => shape.is(`${head},${tail}`) && (shape.isUsual || tail === tails[0])))
    || shape.is(`${area + rest - 4},4`);
}

/** 15xx-xxxx, 16xx-xxxx, 18xx-xxxx. */
function isService(digits, shape) {
  if (shape.isFree) return true;
  if (shape.is("4,4")) {
    const [first, second] = shape.groups.map(Number);
    // "1500 ~ 2000", "1600, 1800": a range, a list.
    const isRound = first % 100 === 0 && second % 100 === 0 && second > first;
    if (isRound && !shape.only(GAP.dash)) return false;
    if (!shape.isUsual && (shape.gaps & GAP.space) !== 0) return false;
    return !(first < 1700 && second > first && second < 2100 && second % 10 === 0 && (shape.gaps & GAP.tilde) !== 0);
  }
  return shape.isUsual && shape.is("2,2,4", "4,2,2", "2,2,2,2", "3,5", "5,3", "4,1,3", "4,3,1", "4,1,1,1,1", "1,1,1,1,4", "2,6", "6,2")
    && (shape.only(GAP.dash | GAP.space | GAP.word) || shape.lengths.length > 2) && !shape.only(GAP.dot);
}

function isChinese(digits, shape) {
  if (/^1[3-9]\d{9}$/.test(digits)) {
    return shape.isFree || shape.is("3,4,4", "3,8", "4,4,3", "3,3,5", "7,4", "3,2,2,2,2", "3,4,2,2", "5,6", "4,3,4", "3,5,3", "1,10");
  }
  if (/^[48]00\d{7}$/.test(digits)) {
    return shape.isFree || shape.is("3,3,4", "3,4,3", "4,3,3", "3,7", "5,5", "4,6", "3,2,2,3", "7,3", "6,4", "4,2,4", "1,2,3,4", "1,2,4,3");
  }
  const area = /^0(?:10|2\d)\d{8}$/.test(digits) ? 3 : /^0[3-9]\d{2}\d{7,8}$/.test(digits) ? 4 : 0;
  if (area === 0) return false;
  const rest = digits.length - area;
  if (shape.lengths.length === 1) return area === 3 || digits.length === 12;
  return shape.isFree || shape.is(`${area},${rest}`, `${area},4,${rest - 4}`, `${area},3,${rest - 3}`, `${area},2,2,2,2`);
}

function isAmerican(digits, shape) {
  const number = digits.replace(/^1(?=\d{10}$)/, "");
  const isFreeOfCharge = /^8(?:00|88|77|66|55|44|33|22)\d{7}$/.test(number);
  if (!isFreeOfCharge && !/^[2-9]\d{2}[2-9]\d{6}$/.test(number)) return false;
  if (shape.is("3,3,4", "1,3,3,4")) return shape.isUsual && (isFreeOfCharge || !shape.only(GAP.dot));
  return isFreeOfCharge && (shape.isFree || shape.is("3,7", "1,3,7", "4,3,4", "1,10", "1,6,4", "6,4"));
}

/** Numbers that begin with a zero, of other countries: 03-1234-5678, 0120-123-456, 020 7946 0958. */
function isLocal(digits, shape) {
  if (!/^0[1-9]\d{7,9}$/.test(digits) || !shape.only(GAP.space | GAP.dash | GAP.bracket | GAP.dot | GAP.word)) return false;
  const [first, second, third] = shape.lengths;
  if (shape.lengths.length === 3) return first <= 5 && first >= 2 && second >= 2 && second <= 4 && third >= 3 && third <= 4;
  return shape.lengths.length === 2 && first >= 2 && first <= 5 && second >= 6 && second <= 8;
}

/** Behind "call" any number that is long enough, unless it is a day. */
function isCalled(digits, shape) {
  if (digits.length > 15 || !shape.isUsual || shape.lengths.length > 5 || (shape.only(GAP.dot) && shape.gaps !== 0)) return false;
  return !/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(digits) && !/^(?:19|20)\d\d$/.test(shape.groups[0]);
}

/** Service numbers of four to six digits, which are numbers to call only behind words that say so. */
export const isShortNumber = (digits) => /^(?:9[56]\d{3,4}|1[0-4]\d{3}|1[1-4]\d{2})$/.test(digits);
