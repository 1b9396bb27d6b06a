// Links and host names.
import { listed, lookAlike, unknown } from "./answers.js";
import { isOneEditAway, letters, plain, shape } from "./fold.js";
import { shortNumberIn } from "./phones.js";
import { decodePunycode } from "./punycode.js";

const UNSEEN = /\p{Cf}/gu;
const UNSEEN_ENDS = /^\p{Cf}+|\p{Cf}+$/gu;

/** The host without a leading `www.`, which changes nothing about whose it is. */
export const bareHost = (host) => host.toLowerCase().replace(/^www\.(?=.*\.)/, "");

/** The host and every name above it: `a.b.c`, `b.c`, `c`. */
export function suffixes(host) {
  const labels = host.split(".");
  return labels.map((_, at) => labels.slice(at).join("."));
}

/**
 * Host and path of a link as a browser would take it (WHATWG URL, host parsing): what stands before the last `@` is a
 * user's name, a backslash counts as a slash. `unicode` has
 * its punycode decoded; `isPlain` says that it was pasted in plain ASCII.
 */
export function parseHost(text) {
  const rest = text.replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => (/^(localhost|[^:]+\.[^:]+):$/i.test(scheme) ? scheme : ""))
    .replace(/\\/g, "/").replace(/^\/+/, "");
  const end = rest.search(/[/?#]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const at = authority.lastIndexOf("@");
  // Unseen signs at either end come from copying; within a name they are there to deceive.
  const pasted = authority.slice(at + 1).replace(UNSEEN_ENDS, "");
  const written = unescaped(pasted).replace(UNSEEN, "").replace(/:\d*$/, "").replace(/[。．｡]/g, ".")
    .replace(/\.+$/, "").toLowerCase();
  const host = bareHost(written);
  return {
    host,
    unicode: host.split(".").map((label) => (label.startsWith("xn--") ? decodePunycode(label.slice(4)) ?? label : label)).join("."),
    path: end < 0 ? "" : rest.slice(end).replace(/[?#].*$/s, ""),
    isPlain: /^[\x21-\x7e]*$/.test(pasted),
    hasUser: at >= 0,
  };
}

function unescaped(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

/** What the registry says of a host or of a name above it that covers it; null when it says nothing. */
export function lookUpHost(host, index) {
  let weak = null;
  for (const part of suffixes(host)) {
    const entry = index.hosts.get(part);
    if (!entry) continue;
    const covers = part === host || entry.below || entry.state === "retired" || entry.state === "fake";
    if (!covers) continue;
    // The owner of `upbit.com` decides about everything below it, so its word counts more than a doubt about one name.
    // A name that is listed itself has a mark of its own, and so it has it everywhere.
    if (part === host || entry.state !== "unverified") return entry;
    weak ??= entry;
  }
  return weak;
}

export function judgeHost(address, index) {
  const { host, path } = address;
  const entry = address.isPlain ? lookUpHost(host, index) : null;
  // A page that is listed itself has a mark of its own, and so it has it everywhere.
  const own = address.isPlain && entry?.state !== "retired" && entry?.state !== "fake"
    ? index.urls.get((host + path).replace(/\/$/, "")) : undefined;
  if (own) return listed(own);
  if (entry) {
    const page = pageOf(host + path, index);
    if (page && (page.state === "retired" || entry.state === "official")) {
      return page.state === "retired" ? listed(page) : { ...listed(entry), channel: page.channel };
    }
    return listed(entry);
  }
  const page = address.isPlain ? pageOf(host + path, index) : null;
  if (page) return listed(page);
  return likeHost(address, index) ?? unknown(address.hasUser ? "userinfo" : null);
}

/** The listed page that an address is, or stands below. */
function pageOf(address, index) {
  for (let part = address.replace(/\/$/, ""); part.includes("/"); part = part.slice(0, part.lastIndexOf("/"))) {
    const entry = index.urls.get(part);
    if (entry) return entry;
  }
  return null;
}

/** The look-alike rules for a host that is not listed; null when none of them fits. */
export function likeHost(address, index) {
  const real = [...index.hosts.values()].filter(({ state }) => state === "official");
  const seen = bareHost(letters(address.unicode));
  const twin = lookUpHost(seen, index);
  if (twin && twin.state !== "unverified" && (seen !== address.host || !address.isPlain)) {
    return lookAlike(twin, { rule: "letters", near: twin.value });
  }
  const inside = real.find(({ value }) => value.includes(".") && `.${seen}.`.includes(`.${value}.`));
  if (inside) return lookAlike(inside, { rule: "inside", near: inside.value });
  return likeName(address.unicode, index) ?? likeWhole(address.unicode, real) ?? likeNumber(seen, index);
}

/** An exchange's name within the host, spelt so or nearly so. */
function likeName(host, index) {
  const labels = host.split(".");
  const names = labels.slice(0, -1);
  const joined = shape(names.join(""));
  for (const name of index.names) {
    const rule = nameRule(names, joined, name);
    if (rule) return lookAlike({ owner: name.owner, channel: name.channel }, { rule, near: name.near });
  }
  return null;
}

function nameRule(labels, joined, name) {
  if (!name.isLatin) return labels.some((label) => plain(label).replace(/[-_]/g, "").includes(name.text)) ? "name" : null;
  if (labels.some((label) => label === name.text)) return "ending";
  if (labels.some((label) => shape(label) === name.shape)) return "letters";
  if (joined.includes(name.shape)) return "name";
  if (name.text.length < 5) return null;
  const pieces = labels.flatMap((label) => [label, ...label.split("-")]);
  return pieces.some((piece) => isOneEditAway(shape(piece), name.shape)) ? "spelling" : null;
}

/** A whole host that reads like a listed one, for owners whose name is too common a word to look for. */
function likeWhole(host, real) {
  const form = shape(host);
  const near = real.find(({ value }) => {
    const wanted = shape(value);
    return wanted.length >= 8 && (wanted === form || isOneEditAway(wanted, form));
  });
  return near ? lookAlike(near, { rule: shape(near.value) === form ? "letters" : "spelling", near: near.value }) : null;
}

/** A label that reads like a listed number: `96ll0` for 96110. */
function likeNumber(host, index) {
  for (const label of host.split(".")) {
    const entry = shortNumberIn(label, index);
    if (entry) return lookAlike(entry, { rule: "number", near: entry.value });
  }
  return null;
}
