/** Lets the keyboard reach a table that scrolls sideways in its box; one that fits is no stop. */
export function reachScrollingTables(): void {
  const observer = new ResizeObserver((entries) => entries.forEach((entry) => reach(entry.target as HTMLElement)));
  for (const box of document.querySelectorAll<HTMLElement>(".table-wrap:not([tabindex])")) observer.observe(box);
}

/** Brings the area one is in into view where the navigation scrolls sideways. */
export function showCurrentArea(): void {
  for (const here of document.querySelectorAll<HTMLElement>("nav [aria-current]")) {
    const list = here.closest("ul");
    if (list && list.scrollWidth > list.clientWidth) list.scrollLeft = here.offsetLeft - (list.clientWidth - here.offsetWidth) / 2;
  }
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
