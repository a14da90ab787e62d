/** Brings the error summary to the reader, and each of its links to the field it names. */
export function focusErrors(): void {
  const summary = document.querySelector<HTMLElement>("[data-error-summary]");
  if (!summary) {
    // why: after a save the page is a new one; who reads by ear begins where it says that it was saved.
    document.querySelector<HTMLElement>("[data-announce]")?.focus();
    return;
  }
  inOrder(summary);
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href^='#']");
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  });
}

/** Lays the lines as their fields stand on the page; what is said of the whole comes first. */
function inOrder(summary: HTMLElement): void {
  const fields = [...document.querySelectorAll("[id]")].map((field) => `#${field.id}`);
  const place = (line: Element) => fields.indexOf(line.querySelector("a")?.getAttribute("href") ?? "");
  const lines = [...summary.querySelectorAll("li")].sort((one, other) => place(one) - place(other));
  summary.querySelector("ul")?.append(...lines);
}
