// Handles (`@name`) and profile links (`x.com/name`) of networks that everybody uses.
import { listed, lookAlike, unknown } from "./answers.js";
import { isOneEditAway, plain, shape } from "./fold.js";
import { best } from "./phones.js";

/** Hosts of each network; `kinds` are first parts of a path that belong to the name, `skip` those that do not. */
const NETWORKS = [
  { id: "x", hosts: ["x.com", "twitter.com", "mobile.x.com", "mobile.twitter.com", "fixupx.com"] },
  { id: "telegram", hosts: ["t.me", "telegram.me", "telegram.dog"], skip: ["s"], kinds: ["joinchat", "c", "addlist"] },
  { id: "facebook", hosts: ["facebook.com", "m.facebook.com", "fb.com", "fb.me"], kinds: ["groups", "people"] },
  { id: "instagram", hosts: ["instagram.com", "m.instagram.com"] },
  { id: "medium", hosts: ["medium.com"] },
  { id: "youtube", hosts: ["youtube.com", "m.youtube.com"], kinds: ["channel", "c", "user"], exact: true },
  { id: "reddit", hosts: ["reddit.com", "old.reddit.com"], kinds: ["r", "user", "u"] },
  { id: "linkedin", hosts: ["linkedin.com", "kr.linkedin.com"], kinds: ["company", "in"] },
  { id: "weibo", hosts: ["weibo.com", "m.weibo.cn"], kinds: ["u"] },
  { id: "github", hosts: ["github.com"] },
  { id: "naver-blog", hosts: ["blog.naver.com", "m.blog.naver.com"] },
  { id: "naver-cafe", hosts: ["cafe.naver.com"] },
  { id: "kakao-channel", hosts: ["pf.kakao.com"], exact: true },
  { id: "kakao-open", hosts: ["open.kakao.com"], kinds: ["o", "me"], exact: true },
  { id: "discord", hosts: ["discord.gg", "discord.com", "discordapp.com"], kinds: ["invite"], exact: true },
  { id: "line", hosts: ["line.me", "lin.ee"], exact: true },
  { id: "whatsapp", hosts: ["wa.me", "whatsapp.com", "api.whatsapp.com"] },
  { id: "tiktok", hosts: ["tiktok.com"] },
];
const byHost = new Map(NETWORKS.flatMap((network) => network.hosts.map((host) => [host, network])));

/** `network:name` of a link to a profile; null for any other link. */
export function profileOf({ host, path, isPlain }) {
  const network = isPlain ? byHost.get(host) : undefined;
  if (!network) return null;
  const parts = path.split("/").filter(Boolean).map(tidy).filter(Boolean);
  if (network.skip?.includes(parts[0])) parts.shift();
  const count = network.kinds?.includes(parts[0]) ? 2 : 1;
  const name = parts.slice(0, count).join("/").replace(/^@/, "");
  if (!name || parts.length < count) return null;
  return `${network.id}:${network.exact ? name : name.toLowerCase()}`;
}

/** Without the full stop or the particle that a sentence puts behind a name. */
function tidy(part) {
  const text = part.replace(/^([\x21-\x7e]+)[^\x21-\x7e].*$/s, "$1");
  return text.replace(/[.,;:!)\]}'"]+$/, "");
}

export const profileName = (key) => key.slice(key.indexOf(":") + 1).replace(/^.*\//, "");

export function judgeProfile(address, index) {
  const key = profileOf(address);
  if (!key) return null;
  const entry = index.profiles.get(key);
  if (entry) return listed(entry);
  const name = profileName(key);
  const elsewhere = (index.handles.get(plain(name)) ?? []).find(({ state }) => state !== "fake");
  if (elsewhere) return lookAlike(elsewhere, { rule: "network", near: near(elsewhere, index) });
  return likeName(name, index) ?? unknown();
}

export function judgeHandle(text, index) {
  const name = plain(text).replace(/^@/, "").replace(/\.+$/, "");
  // The same letters in another form are another account.
  const isPlain = plain(text) === text.toLowerCase();
  const entry = best(index.handles.get(name) ?? []);
  if (entry) return isPlain ? listed(entry) : lookAlike(entry, { rule: "letters", near: entry.value });
  return likeName(name, index) ?? unknown();
}

/** Names that look like a listed one, or carry the name of an exchange. */
function likeName(name, index) {
  const form = shape(name);
  for (const entries of index.handles.values()) {
    for (const entry of entries) {
      const wanted = shape(entry.value.replace(/^@/, ""));
      if (entry.state === "fake" || wanted.length < 5) continue;
      if (wanted === form) return lookAlike(entry, { rule: "letters", near: near(entry, index) });
      if (isOneEditAway(wanted, form)) return lookAlike(entry, { rule: "spelling", near: near(entry, index) });
    }
  }
  for (const brand of index.names) {
    const carries = brand.isLatin ? form.includes(brand.shape) : plain(name).includes(brand.text);
    const owner = { owner: brand.owner, channel: null };
    if (carries) return lookAlike(owner, { rule: "name", near: brand.near });
    if (brand.isLatin && brand.text.length >= 5 && isOneEditAway(form, brand.shape)) {
      return lookAlike(owner, { rule: "spelling", near: brand.near });
    }
  }
  return null;
}

const near = (entry, index) => index.profiles.get(entry.key)?.value ?? entry.value;
