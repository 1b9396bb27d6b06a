// The last searches. They stay in the browser; where it keeps nothing, there are none.

import { isSecret, mayHide } from "./finder.js";

// Not what may be a key, an address or a recovery phrase: who uses the device next must not find those.
const isHarmless = (query) =>
  query?.trim?.() && query.length < 60 && query.split(/\s+/).length < 9 && !/[\w+/=-]{25}/.test(query);

export function recent() {
  try {
    return JSON.parse(localStorage.getItem("searches")).filter(isHarmless).slice(0, 5);
  } catch {
    return [];
  }
}

export function remember(query) {
  const add = () => keep([query, ...recent().filter((other) => other !== query)]);
  if (!isHarmless(query)) return;
  if (mayHide(query)) isSecret(query).then((is) => is || add());
  else add();
}

export const forget = () => keep([]);

function keep(queries) {
  try {
    localStorage.setItem("searches", JSON.stringify(queries));
  } catch {
    // Not kept.
  }
}
