// The cards that a query asks for.

// What somebody may have been sent: an account, a host, a phone number that is no amount and no date.
const VALUE = /@[a-z\d_.]{3}|https?:|[a-z\d-]\.(?:com|net|org|io|co|kr|cn|me|app|pro|info|xyz|top|vip|cc)\b|^\d{3,4}$|(?<![\d.,])(?!\d{4}-\d\d-\d\d)\+?\d(?:[ -]?\d){6,13}(?![\d,.]*\s?(?:원|won|krw|만|万|元|usdt|btc|개|韩))/i;

/** Cards `{ kind, url, title, of }`: of the section that is named, or else of that whose pages the reader is on. */
export async function cardsOf(query, { folded, named }, cards, wanted, store) {
  const squeezed = folded.replace(/\s/g, ""), spaced = ` ${folded.replace(/[^a-z\d]+/g, " ")} `;
  const says = (words) => words.split("|").some((word) => word && (/[a-z]/.test(word) ? spaced.includes(` ${word} `) : squeezed.includes(word)));
  const found = [];
  for (const kind of ["urgent", "contact", "verify"]) {
    const [words, not, owners] = cards[kind] ?? [""];
    if (kind === "verify" ? !VALUE.test(query.normalize("NFKC")) : !says(words) || says(not)) continue;
    const of = kind === "verify" ? "" : named[0] ?? wanted, at = owners?.[of];
    // Whose number a reader wants must be known.
    if (at === undefined || kind === "contact" && !of) continue;
    const { url, title } = await store.document(at);
    found.push({ kind, url, title, of: store.groups[at][0] });
  }
  return found;
}
