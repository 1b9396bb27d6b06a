// What the address asks for: the index is under way while the page is still read. What fails here, the page asks for again.
{
  const { dataset } = document.currentScript;
  const asked = new URLSearchParams(location.search).get("q");
  if (asked?.trim()) import("./finder.js").then(({ open }) => open(dataset)).catch(() => {});
}
