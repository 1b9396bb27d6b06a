// E-mail addresses: a sender is easily forged, so nothing but the very address that is listed is official.
import { listed, lookAlike, unknown } from "./answers.js";
import { letters, plain } from "./fold.js";
import { judgeHost, parseHost, suffixes } from "./hosts.js";

export function judgeMail(text, index) {
  const address = text.replace(/^mailto:/i, "").replace(/\?.*$/s, "").toLowerCase().replace(/\.+$/, "");
  const entry = index.mails.get(address);
  if (entry) return listed(entry);
  const twin = index.mails.get(letters(plain(address)));
  if (twin && twin.state === "official") return lookAlike(twin, { rule: "letters", near: twin.value });
  const host = parseHost(address.slice(address.lastIndexOf("@") + 1));
  const fake = suffixes(host.host).map((part) => index.mailDomains.get(part)).find(Boolean);
  if (fake) return listed(fake);
  const domain = judgeHost(host, index);
  switch (domain.verdict) {
    // A known domain proves nothing: whoever writes can put it there.
    case "official": return { ...domain, verdict: "unknown", reason: "mail-domain" };
    default: return { ...domain, reason: domain.reason === "userinfo" ? null : domain.reason };
  }
}
