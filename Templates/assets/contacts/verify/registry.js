// The registry as tables to look things up in, made once for each contacts.json.
import { plain, shape } from "./fold.js";
import { bareHost, parseHost, suffixes } from "./hosts.js";
import { profileOf, profileName } from "./handles.js";
import { digitsOf } from "./phones.js";

const prepared = new WeakMap();
const COUNTRY_CODES = { "Asia/Seoul": "82", "Asia/Shanghai": "86" };

export function prepare(registry) {
  const source = registry ?? {};
  const known = prepared.get(source);
  if (known) return known;
  const index = {
    hosts: new Map(), urls: new Map(), profiles: new Map(), handles: new Map(), mails: new Map(),
    mailDomains: new Map(), phones: [], names: [],
  };
  const owners = [
    ...(source.exchanges ?? []).map((exchange) => ({ owner: exchange.id, ...exchange })),
    ...(source.emergency ?? []).map((desks) => ({ ...desks, owner: `emergency/${desks.id}`, isDesk: true })),
  ];
  for (const owner of owners) addDomains(index, owner);
  for (const owner of owners) for (const channel of owner.channels ?? []) addChannel(index, owner, channel);
  for (const owner of owners) if (!owner.isDesk) addNames(index, owner);
  for (const fake of source.fakes ?? []) addFake(index, fake);
  index.names.sort((a, b) => b.shape.length - a.shape.length);
  prepared.set(source, index);
  return index;
}

function stateOf({ status, confidence }) {
  if (status === "retired") return "retired";
  return confidence === "unverified" ? "unverified" : "official";
}

/** What the mark of a value is made of: marks.js. */
const inputsOf = ({ confidence, verified, status, suspended }) => ({ confidence, verified, status, suspended });

function addDomains(index, { owner, domains = [] }) {
  for (const domain of domains) {
    const host = bareHost(domain.host);
    const entry = {
      owner, channel: domain.host, value: host, state: stateOf(domain), verified: domain.verified,
      inputs: inputsOf(domain),
      below: domain.subdomains === true,
    };
    // Where a host is listed with and without `www.`, the better entry counts.
    if (index.hosts.get(host)?.state !== "official") index.hosts.set(host, entry);
  }
}

function addChannel(index, { owner, "time-zone": zone }, channel) {
  const { dial, url, address, handle } = channel.values ?? {};
  const base = { owner, channel: channel.id, state: stateOf(channel), verified: channel.verified, inputs: inputsOf(channel) };
  if (dial) index.phones.push({ ...base, value: dial, digits: digitsOf(dial), code: COUNTRY_CODES[zone] ?? "" });
  if (address) index.mails.set(plain(address), { ...base, value: address });
  const key = url ? addURL(index, base, url) : null;
  if (handle) addHandle(index, base, handle, key);
  else if (key) addHandle(index, base, profileName(key), key);
}

/** Files an address under its profile, or its host where the host is the owner's own. Returns the profile's key. */
function addURL(index, base, url) {
  const address = parseHost(url);
  const entry = { ...base, value: url.replace(/^https:\/\//, "") };
  const profile = profileOf(address);
  if (profile) {
    index.profiles.set(profile, entry);
    return profile;
  }
  const path = address.path.replace(/\/$/, "");
  index.urls.set(address.host + path, entry);
  const isOwn = suffixes(address.host).some((part) => index.hosts.get(part)?.below || index.hosts.has(address.host));
  // A host of which only one page is listed may belong to somebody else.
  if (!isOwn && path === "") index.hosts.set(address.host, { ...entry, value: address.host, below: false });
  return null;
}

function addHandle(index, base, handle, key) {
  const name = plain(handle).replace(/^@/, "");
  const entry = { ...base, value: handle, key };
  index.handles.set(name, [...(index.handles.get(name) ?? []), entry]);
}

/** The names that a foreign host or handle must not carry: the exchange's own and those of its domains. */
function addNames(index, { owner, id, name = {}, domains = [] }) {
  const own = domains
    .filter(({ subdomains, status, confidence }) => subdomains && status === "active" && confidence !== "unverified")
    .map(({ host }) => bareHost(host).split(".")[0]);
  for (const text of new Set([id, ...Object.values(name), ...own].map((part) => plain(part).replace(/\s/g, "")))) {
    const isLatin = /^[\x21-\x7e]+$/.test(text);
    if (text.length < (isLatin ? 4 : 2)) continue;
    const entry = [...index.hosts.values()].find((host) => host.owner === owner && host.value.startsWith(`${text}.`));
    index.names.push({
      owner, text, isLatin, shape: shape(text), near: entry?.value ?? text, channel: entry?.channel ?? null,
    });
  }
}

function addFake(index, fake) {
  const entry = {
    owner: fake.imitates, channel: null, value: fake.value, state: "fake", verified: fake.verified, note: fake.note ?? null,
  };
  switch (fake.kind) {
    case "host": index.hosts.set(bareHost(fake.value), { ...entry, below: true }); break;
    case "mail-domain": index.mailDomains.set(plain(fake.value), entry); break;
    case "address": index.mails.set(plain(fake.value), entry); break;
    case "dial": index.phones.push({ ...entry, digits: digitsOf(fake.value), code: "" }); break;
    case "profile": {
      const key = profileOf(parseHost(fake.value));
      if (!key) break;
      index.profiles.set(key, entry);
      addHandle(index, entry, profileName(key), key);
    }
  }
}
