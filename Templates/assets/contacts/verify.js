// Judges whether what somebody was sent belongs to an exchange. No page is needed and nothing is fetched: `registry`
// is the parsed contacts.json. "official" never means safe, because callers and senders can be forged.
import { markOf, today } from "./marks.js";
import { candidates } from "./verify/candidates.js";
import { judgeHandle, judgeProfile } from "./verify/handles.js";
import { judgeHost, parseHost } from "./verify/hosts.js";
import { judgeMail } from "./verify/mail.js";
import { judgePhone } from "./verify/phones.js";
import { prepare } from "./verify/registry.js";

/** What is read of a text; a longer one is cut, so that any text is answered at once. */
export const LIMIT = 2000;

/** The answers, from the best to the worst. */
const SEVERITY = ["official", "old", "unknown", "suspended", "retired", "look-alike"];

/**
 * The worst of what a text holds.
 * - `verdict`: "official", "retired", "look-alike" or "unknown"
 * - `exchange`: id, or "emergency/<country>"; null when nothing listed is near
 * - `channel`: id of the channel, or the listed host; null when there is none
 * - `differs`: null, or `{ rule, near }` and what else the rule knows: where a look-alike departs from the real value
 * - `reason`: why a value is unknown although something about it is known, or null
 * - `text`, `kind`: the part of the text that was judged, and what it was read as
 * - `verified`, `note`: date of the registry's entry; what it says about a look-alike
 * - `mark`: how sure the listed value is on the day, as on every page (marks.js); null for what is not listed
 * - `answer`: the verdict, or "old" or "suspended" where that is the mark of an official value
 * - `suspended`: what the registry says of a channel that is out of service
 * @param {string} text
 * @param {object} registry
 * @param {string} [day] the reader's
 */
export function judge(text, registry, day) {
  return judgeAll(text, registry, day)[0];
}

/** Everything found in a text, worst first; never empty. */
export function judgeAll(text, registry, day = today()) {
  const index = prepare(registry);
  const finish = (result, candidate) => finished(result, candidate, day, registry?.["stale-after-days"] ?? 365);
  const found = candidates(String(text ?? "").slice(0, LIMIT), index);
  if (found.length === 0) return [finish({ verdict: "unknown", reason: "nothing" }, { kind: "none", text: "" })];
  const judged = found.map((candidate) => finish(judgeOne(candidate, index), candidate));
  const rank = ({ answer }) => SEVERITY.indexOf(answer);
  return judged.sort((a, b) => rank(b) - rank(a));
}

function judgeOne(candidate, index) {
  switch (candidate.kind) {
    case "phone": return judgePhone(candidate.text, index);
    case "mail": return judgeMail(candidate.text, index);
    case "handle": return judgeHandle(candidate.text, index);
    default: {
      const address = parseHost(candidate.text);
      return judgeProfile(address, index) ?? judgeHost(address, index);
    }
  }
}

function finished(result, { kind, text }, day, staleAfterDays) {
  const isListed = result.inputs && (["official", "retired"].includes(result.verdict) || result.reason === "unverified");
  const mark = isListed ? markOf(result.inputs, day, staleAfterDays) : null;
  return {
    verdict: result.verdict,
    exchange: result.exchange ?? null,
    channel: result.channel ?? null,
    differs: result.differs ?? null,
    reason: result.reason ?? null,
    kind,
    text,
    verified: result.verified ?? null,
    note: result.note ?? null,
    mark,
    answer: result.verdict === "official" && ["old", "suspended"].includes(mark) ? mark : result.verdict,
    suspended: mark === "suspended" ? result.inputs.suspended ?? null : null,
  };
}
