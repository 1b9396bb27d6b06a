// What stands on a page for some time only comes and goes to the minute: banners, and notices in lists. A closed banner
// stays away. Runs while the page is read, so that nothing flashes.
{
  const kept = (id) => {
    try { return localStorage.getItem("banner " + id) !== null; } catch { return false; }
  };
  const settle = () => {
    const now = Date.now();
    for (const part of document.querySelectorAll("[data-from], [data-until]")) {
      const { banner, from, until } = part.dataset;
      // No comparison with what is not there is true.
      part.hidden = now < Date.parse(from) || now >= Date.parse(until) || (banner !== undefined && kept(banner));
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
    // On the minute, not a minute after the page was opened.
    const wait = () => setTimeout(() => { settle(); wait(); }, 60_000 - (Date.now() % 60_000));
    wait();
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
