// Runs before first paint so that a chosen theme never flashes. Without it the system's scheme applies.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch { /* storage is off: keep the system's scheme */ }
