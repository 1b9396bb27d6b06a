// Leads on from an old address, with the question and the place on the page that the reader came with. Before anything
// else: a browser that has begun to leave does nothing more.
{
  const target = new URL(document.currentScript.dataset.target, location.href);
  target.search = location.search;
  target.hash = location.hash;
  location.replace(target);
}
