// Banners come and go on their days, as the zone of their exchange counts them, and stay away once closed. Runs while
// the page is read, so that none flashes.
{
  const kept = (id) => {
    try { return localStorage.getItem("banner " + id) !== null; } catch { return false; }
  };
  // Sweden writes dates as ISO 8601 does.
  const today = (zone) => new Date().toLocaleDateString("sv", { timeZone: zone });
  const settle = () => {
    for (const banner of document.querySelectorAll("[data-banner]")) {
      const { banner: id, from = "", until, zone } = banner.dataset;
      const day = today(zone);
      banner.hidden = day < from || day > until || kept(id);
    }
    for (const button of document.querySelectorAll("[data-dismiss]")) button.hidden = false;
    const region = document.querySelector(".banners");
    if (region) region.hidden = !region.querySelector("[data-banner]:not([hidden])");
  };

  const watcher = new MutationObserver(settle);
  watcher.observe(document.documentElement, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => {
    watcher.disconnect();
    settle();
    setInterval(settle, 60_000);
  });
  addEventListener("click", (event) => {
    const banner = event.target.closest("[data-dismiss]")?.closest("[data-banner]");
    if (!banner) return;
    const next = banner.nextElementSibling ?? banner.previousElementSibling;
    banner.hidden = true;
    try { localStorage.setItem("banner " + banner.dataset.banner, ""); } catch { /* not kept */ }
    const other = next && !next.hidden ? next.querySelector("a") : document.querySelector(".brand");
    other.focus({ preventScroll: true });
    settle();
    // Without storage it would be back at once.
    banner.hidden = true;
  });
}
