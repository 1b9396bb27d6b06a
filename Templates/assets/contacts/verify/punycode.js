// Decoding of internationalised host labels: RFC 3492 with the parameters of section 5.
const BASE = 36, T_MIN = 1, T_MAX = 26, SKEW = 38, DAMP = 700, FIRST_BIAS = 72, FIRST_CODE = 128;

/** The label behind `xn--`, or null when it is not well formed. */
export function decodePunycode(text) {
  const hyphen = text.lastIndexOf("-");
  const output = hyphen > 0 ? [...text.slice(0, hyphen)] : [];
  let rest = text.slice(hyphen > 0 ? hyphen + 1 : 0);
  let code = FIRST_CODE, place = 0, bias = FIRST_BIAS;
  while (rest) {
    const read = readNumber(rest, bias);
    if (!read) return null;
    const length = output.length + 1;
    bias = adapt(read.value, length, place === 0 && output.length === (hyphen > 0 ? hyphen : 0));
    place += read.value;
    code += Math.floor(place / length);
    place %= length;
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null;
    output.splice(place, 0, String.fromCodePoint(code));
    place += 1;
    rest = rest.slice(read.length);
  }
  return output.join("");
}

/** One generalised variable-length integer (section 3.3). */
function readNumber(text, bias) {
  let value = 0, weight = 1;
  for (let at = 0, k = BASE; at < text.length; at += 1, k += BASE) {
    const digit = digitOf(text.charCodeAt(at));
    if (digit === null) return null;
    value += digit * weight;
    if (value > 0x7fffffff) return null;
    const threshold = k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;
    if (digit < threshold) return { value, length: at + 1 };
    weight *= BASE - threshold;
  }
  return null;
}

function digitOf(code) {
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return null;
}

/** Section 6.1. */
function adapt(delta, length, first) {
  let rest = first ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / length);
  let k = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) >> 1) {
    rest = Math.floor(rest / (BASE - T_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
