// A query that is sent from a page of articles to the search page.
import { isSecret, queryOf } from "./finder.js";

/** Opens the search page with what the field holds; for a secret, the list below the field says why it does not. */
export async function send(field) {
  const query = queryOf(field.value);
  if (await isSecret(field.value)) return field.dispatchEvent(new Event("input"));
  const asked = new URLSearchParams(query ? { q: query } : {});
  const { of } = document.body.dataset;
  if (query && of) asked.set("near", of);
  location.href = `${field.form.action}?${asked}`;
}
