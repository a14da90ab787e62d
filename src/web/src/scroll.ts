/** Lets the keyboard reach a table that scrolls sideways in its box; one that fits is no stop. */
export function reachScrollingTables(): void {
  const observer = new ResizeObserver((entries) => entries.forEach((entry) => reach(entry.target as HTMLElement)));
  for (const box of document.querySelectorAll<HTMLElement>(".table-wrap:not([tabindex])")) observer.observe(box);
}

function reach(box: HTMLElement): void {
  if (box.scrollWidth <= box.clientWidth) {
    for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    return;
  }
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", box.querySelector("caption")?.textContent?.trim() || "表");
}
