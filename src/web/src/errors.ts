/** Brings the error summary to the reader, and each of its links to the field it names. */
export function focusErrors(): void {
  const summary = document.querySelector<HTMLElement>("[data-error-summary]");
  if (!summary) {
    // why: after a save the page is a new one; who reads by ear begins where it says that it was saved.
    document.querySelector<HTMLElement>("[data-announce]")?.focus();
    return;
  }
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
