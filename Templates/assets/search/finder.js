// For all that search on the page: the index of its language, fetched when first needed.

let core;
let index;

/** What of a text is searched for. */
export const queryOf = (text) => text.trim().slice(0, 300);

// What no secret is without: a long word or number, many words, or the name of one. The judge that reads all of them is
// several times as large.
const MAYBE = /\S{16}|\d{3}|(?:\S+\s+){6}|[\u3400-\u9fff]{12}|pass|pwd|\bpw|\bpin|secret|code|key|비밀|비번|패스|암호|핀|코드|키|密|口令|码|碼|私/i;

/** Whether only the judge can tell. */
export const mayHide = (text) => MAYBE.test(text.normalize("NFKC"));

/** Whether a text holds a recovery phrase, a key, a password or a code. It does where the judge cannot be loaded; it never
 * does on a page that says that its site's readers have none. */
export async function isSecret(text) {
  if (!mayHide(text) || globalThis.document?.querySelector("[data-plain]")) return false;
  try {
    return !!(await import("../contacts/secrets.js")).findSecret(text);
  } catch (error) {
    console.error(error);
    return true;
  }
}

/** Opens the index, once; after a failure, anew. */
export function open({ language, root }) {
  return index ??= begin(language, root).catch((error) => {
    index = null;
    throw error;
  });
}

async function begin(language, root) {
  const entry = `${language}/index.json`;
  // The files that the entry lists have a hash in their names and stand with all that browsers may keep.
  const load = async (path, cache = "default") => {
    const response = await fetch(`${root}${path === entry ? "" : "assets/"}search/${path}`, { cache });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };
  // Side by side: the entry, the core and what that is made of, which names each file only when it is there itself.
  let first = load(entry);
  [core] = await Promise.all([import("./core.js"), import("./store.js"), import("./text.js"), language === "ko" && import("./korean.js"), language === "zh" && import("./han.js"), first]);
  return core.openSearch({
    language,
    load: (path) => {
      if (path !== entry) return load(path);
      const begun = first;
      first = null;
      // Asked for again when a file that it lists is gone: the site was built anew, the browser's copy is old.
      return begun ?? load(entry, "reload");
    },
  });
}

export const search = async (place, query, options) => (await open(place)).search(query, options);

/** The text as nodes, with a <mark> around what the query found. */
export const marked = (text, query) => core.highlight(text, query).map(({ text, match }) => {
  if (!match) return text;
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
});
