// What the message of a case pack holds, in the order in which a support desk asks. Works without a page.

/** The fields of a message in their order, between the problem and what is asked for. */
export const FIELDS = [
  "summary", "when", "steps", "account", "asset", "network", "pair", "amount", "address", "txid", "order", "device", "tried",
];

/** What a message will hold, before anything is filled in. */
export function outline(labels) {
  return ["problem", ...FIELDS, "attachments"].map((name) => (labels[`field-${name}`] + labels.colon).trimEnd()).join("\n") + "\n";
}
