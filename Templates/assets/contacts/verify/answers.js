// The answers that all kinds of values share.

export const unknown = (reason = null, entry = null) => ({ verdict: "unknown", reason, ...about(entry) });

export const lookAlike = (entry, differs) => ({ verdict: "look-alike", differs, ...about(entry) });

/** What the registry says about a value that it lists exactly. */
export function listed(entry) {
  switch (entry.state) {
    case "fake":
      return { ...about(entry), verdict: "look-alike", channel: null, differs: { rule: "listed", near: null } };
    case "retired": return { verdict: "retired", ...about(entry) };
    // A value that nobody could confirm is not called official, though it stands on a contact page.
    case "unverified": return unknown("unverified", entry);
    default: return { verdict: "official", ...about(entry) };
  }
}

function about(entry) {
  return {
    exchange: entry?.owner ?? null,
    channel: entry?.channel ?? null,
    verified: entry?.verified ?? null,
    note: entry?.note ?? null,
    inputs: entry?.inputs ?? null,
  };
}
