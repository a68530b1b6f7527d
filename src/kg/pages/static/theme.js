// Before anything is painted: the colours that were chosen last, kept in this browser alone.
try {
  const kept = localStorage.getItem("theme");
  if (kept === "dark" || kept === "light") document.documentElement.dataset.theme = kept;
} catch { /* A browser that keeps nothing follows its own setting. */ }
