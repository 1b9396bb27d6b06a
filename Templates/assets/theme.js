// Runs before first paint, so that nothing flashes or jumps: a chosen theme; and for those who read another language
// better, the script that offers it.
{
  const root = document.documentElement;
  root.classList.add("js");  // forms that need a script are there with one only
  const kept = (key) => {
    try { return localStorage.getItem(key); } catch { return null; }  // storage is off
  };
  const theme = kept("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  const { src, dataset } = document.currentScript;
  const reads = kept("language") ?? navigator.language;
  if ("offers" in dataset && reads.slice(0, 2) !== root.lang.slice(0, 2)) {
    const script = document.createElement("script");
    script.src = new URL("./site/language-hint.js", src);
    script.setAttribute("blocking", "render");
    document.head.append(script);
  }
}
