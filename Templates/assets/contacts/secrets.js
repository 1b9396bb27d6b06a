// Finds what nobody may send to a support desk: a recovery phrase, a private key, a password, a code, an API
// secret. Works on a text alone, without a page. It would rather ask once too often than let one through, but
// a TxID, an address, an order number and plain talk about passwords must pass: readers need to write them.

import { seedPhrase } from "./seed-phrase.js";

// A value in place of a secret: "••••", "xxxx", "-".
const BLANK = /^[*•·●xX.\-_~?]+$/;
// What people write after "password:" without giving it away.
const PLAIN = new Set(
  `forgot forgotten lost unknown changed change reset wrong incorrect correct invalid expired hidden same none not
  never yes n/a error fine okay working mine removed withheld secret unchanged updated rejected accepted blocked
  locked`.split(/\s+/),
);
const DATE = /^\d{4}[-./]\d{1,2}([-./]\d{1,2})?/;
const QUOTE = `["'“”‘’「『<\\[(（【]*`;
const IS = `(?:[:：=＝]+|은|는|이|가|을|를|is|was|are|to|是|为|為|叫)`;

const HEX64 = /(?<![0-9a-zA-Z])(?:0x)?[0-9a-f]{64}(?![0-9a-zA-Z])/gi;
const BASE58_LONG = /(?<![0-9a-zA-Z])[1-9A-HJ-NP-Za-km-z]{86,90}(?![0-9a-zA-Z])/g;
const KEY_LABEL = /(private\s*key|개인\s*키|프라이빗\s*키|私钥|私鑰)[^\n]{0,12}$/i;
const TXID = "tx\\s*-?\\s*(?:id|hash)|\\bhash|transaction|해시|트랜잭션|哈希";
const TXID_BEFORE = new RegExp(
  `(?:${TXID}|\\btx\\b|거래\\s*(?:id|번호|아이디)|交易\\s*(?:号|id|编号)|/tx/)[^\\n]{0,16}\\n?\\s*$`, "i");
const TXID_AFTER = new RegExp(
  `^[\\s"'”’)\\]）]{0,3}[(（]?\\s*(?:is|was|가|이|는|은|是)?\\s*(?:the|my|제|내|我的)?\\s*(?:${TXID})`, "i");
const ADDRESS_BEFORE = /(address|주소|地址)[^\n]{0,16}$/i;
const SELF_EVIDENT_KEYS = [
  // Bitcoin WIF, extended private keys, PEM, Stellar and XRP secrets: no address or TxID has these shapes.
  /(?<![0-9a-zA-Z])(?:5[1-9A-HJ-NP-Za-km-z]{50}|[KL][1-9A-HJ-NP-Za-km-z]{51})(?![0-9a-zA-Z])/,
  /(?<![0-9a-zA-Z])[xyztuv]prv[1-9A-HJ-NP-Za-km-z]{50,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /(?<![0-9a-zA-Z])S[A-Z2-7]{55}(?![0-9a-zA-Z])/,
  /(?<![0-9a-zA-Z])s(?=[^\s]*\d)(?=[^\s]*[A-Z])(?:Ed)?[1-9A-HJ-NP-Za-km-z]{28}(?![0-9a-zA-Z])/,
];
const LABELLED_KEY = new RegExp(
  `(?:private\\s*key|개인\\s*키|프라이빗\\s*키|私钥|私鑰)\\s*${IS}?\\s*${QUOTE}((?:0x)?[0-9A-Za-z]{32,})`, "i");

const SECRET_VALUE = `((?=[^\\s]*[0-9])[A-Za-z0-9+/_=.-]{16,}|[A-Za-z]{24,})`;
const API_SECRETS = [
  new RegExp(
    "(?:secret\\s*(?:access\\s*)?_?key|api[\\s_-]*(?:key\\s*)?secret|client[\\s_-]*secret|\\bsecret\\b|bearer"
      + `|시크릿\\s*키?|비밀\\s*키|密[钥鑰]|私密密[钥鑰])["']?\\s*${IS}?\\s*${QUOTE}${SECRET_VALUE}`, "i"),
  /(?<![0-9a-zA-Z])eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/,
];

const PASSWORD_LABEL =
  "(?:pass\\s?word|passwd|passcode|passphrase|\\bpwd|\\bpw|\\bpin(?:\\s?(?:number|code|번호))?"
  + "|비밀\\s?번호|비번|패스워드|암호|핀\\s?번호|핀\\s?코드|密\\s?码|密碼|口令)";
const PASSWORD_SAID = new RegExp(`${PASSWORD_LABEL}["']?\\s*(${IS})\\s*(${QUOTE})([\\x21-\\x7e]{4,})`, "gi");
const PASSWORD_BESIDE = new RegExp(`${PASSWORD_LABEL}\\s+${QUOTE}([\\x21-\\x7e]{4,})`, "gi");

// Four to eight digits that are no date, time, phone number, amount or count.
const UNIT = "번|회|년|월|분|초|원|자리|次|年|位|元|秒|分|%|digits?\\b|times?\\b|min|sec|hours?\\b|KRW|USDT?|BTC";
const DIGITS = `(\\d{3}[ -]\\d{3}|\\d(?: \\d){5}|\\d{4,8})(?![\\d:./%]|[ -]\\d|\\s*(?:${UNIT}))`;
const CODE_LABEL =
  "(?:인증\\s?(?:번호|코드)|확인\\s?코드|보안\\s?코드|일회용\\s?(?:비밀)?번호|\\botp(?:\\s?(?:번호|코드|code|number))?"
  + "|(?:verification|security|auth(?:entication|enticator)?|confirmation|login|sms|e-?mail|one-?time|2-step|google)\\s(?:pass)?code"
  + "|\\b2fa\\b(?:\\s?code)?|验证码|驗證碼|校验码|确认码|动态(?:码|密码|口令)|短信码|谷歌(?:验证|动态)?码)";
// Before a bare "code" these make it a number that anyone may know.
const OTHER_CODE =
  "error|status|response|reason|zip|postal|country|area|referral|invite|promo|result|swift|branch|오류|에러";
const BACKUP_LABEL = "(?:(?:backup|recovery|back-up)\\s?codes?|백업\\s?코드|복구\\s?코드|备用(?:验证)?码|恢复(?:代)?码)";
const SETUP_LABEL =
  "(?:(?:google\\s|구글\\s)?(?:authenticator|otp|2fa)\\s?(?:setup\\s|secret\\s|복구\\s?)*(?:key|키|密钥)|谷歌验证器?[密秘]钥)";
const CODES = [
  new RegExp(`${CODE_LABEL}["'”’)]*\\s*${IS}?\\s*${QUOTE}\\s*(?:G-)?${DIGITS}`, "i"),
  new RegExp(`(?<!(?:${OTHER_CODE})\\s)\\bcode\\s*(?:is|was|:|=)\\s*${QUOTE}(\\d{3}[ -]?\\d{3})(?![\\d-])`, "i"),
  new RegExp(
    "(?<!\\d)(?:G-)?(\\d{6})(?!\\d)\\s*(?:is\\s(?:your|my|the)|은|는|이|가|是(?:您|你|我)的)[^\\n]{0,24}?"
      + "(?:code|인증\\s?번호|验证码|otp)", "i"),
  new RegExp(`${BACKUP_LABEL}\\s*${IS}?\\s*${QUOTE}((?=[A-Za-z-]*\\d)[A-Za-z0-9-]{6,})`, "i"),
  new RegExp(`${SETUP_LABEL}\\s*${IS}?\\s*${QUOTE}((?:[A-Z2-7]{4}\\s?){4,8})(?![a-z])`, "i"),
];

/**
 * The first secret in a text, or null. A text from the field for a TxID may hold 64 hexadecimal digits, and so
 * may one from the field for an address when it begins with 0x; elsewhere they need "TxID" or "address" beside.
 * @param {string} text
 * @param {{ field?: string }} [options]
 */
export function findSecret(text, { field } = {}) {
  const folded = fold(text);
  const found = apiSecret(folded) ?? privateKey(folded, field) ?? code(folded) ?? password(folded)
    ?? labelled("seed-phrase", seedPhrase(folded));
  if (!found) return null;
  // A text of decomposed letters has been composed for the search: its places are no longer those of the text.
  return folded.length === text.length ? found : { ...found, start: 0, end: text.length };
}

/** Full-width letters and digits as plain ones, in the same places. */
function fold(text) {
  return text.normalize("NFC")
    .replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");
}

const labelled = (kind, range) => range && { kind, start: range.start, end: range.end };

/** The range of a match's last group. */
function range(match) {
  const value = match.at(-1) ?? match[0];
  const start = match.index + match[0].lastIndexOf(value);
  return { start, end: start + value.length };
}

function privateKey(text, field) {
  for (const shape of SELF_EVIDENT_KEYS) {
    const match = shape.exec(text);
    if (match) return { kind: "private-key", start: match.index, end: match.index + match[0].length };
  }
  for (const shape of [HEX64, BASE58_LONG]) {
    for (const match of text.matchAll(shape)) {
      const end = match.index + match[0].length;
      if (!isPublic(text, match, end, field)) return { kind: "private-key", start: match.index, end };
    }
  }
  const match = LABELLED_KEY.exec(text);
  return match && labelled("private-key", range(match));
}

/** Whether a long number is a TxID or an address, judged by the words beside it and by its field. */
function isPublic(text, match, end, field) {
  const before = text.slice(0, match.index);
  if (KEY_LABEL.test(before)) return false;
  if (field === "txid" || TXID_BEFORE.test(before) || TXID_AFTER.test(text.slice(end))) return true;
  return /^0x/i.test(match[0]) && (field === "address" || ADDRESS_BEFORE.test(before));
}

function apiSecret(text) {
  for (const shape of API_SECRETS) {
    const match = shape.exec(text);
    if (match && !BLANK.test(match.at(-1))) return labelled("api-secret", range(match));
  }
  return null;
}

function code(text) {
  for (const shape of CODES) {
    const match = shape.exec(text);
    if (match && !DATE.test(text.slice(range(match).start))) return labelled("code", range(match));
  }
  return null;
}

function password(text) {
  for (const match of text.matchAll(PASSWORD_SAID)) {
    const [, is, quote, value] = match;
    const isStrong = quote !== "" || /[:=]/.test(is);
    if (isPassword(value, isStrong, text.slice(match.index + match[0].length))) {
      return labelled("password", range(match));
    }
  }
  for (const match of text.matchAll(PASSWORD_BESIDE)) {
    const [, value] = match;
    const isMixed = /[A-Za-z]/.test(value) && /\d/.test(value) && !/[:/@]/.test(value);
    const after = text.slice(match.index + match[0].length);
    const isPin = /^\d{4,8}$/.test(value) && !/^\s*[가-힣\u4e00-\u9fff]/.test(after);
    if (isMixed || isPin) return labelled("password", range(match));
  }
  return null;
}

/** Whether a value after "password is" is one. Words of a sentence are not; after a colon a lone word is. */
function isPassword(value, isStrong, after) {
  const bare = value.replace(/[)\]}"'”’>,.;!?]+$/, "");
  if (bare.length < 4 || BLANK.test(bare) || DATE.test(bare) || PLAIN.has(bare.toLowerCase())) return false;
  if (/^[A-Za-z][a-z]*([-'’/][a-z]+)*$/.test(bare)) return isStrong && /^\s*([\n,.;)"'”’]|$)/.test(after);
  // A link, or a word with a remark: "Bithumb(2026-02)".
  return !/^https?:|^[A-Za-z]+\(/i.test(bare);
}
