const off = "shirube.keys";
const wait = 1500;

/** Shortcuts of single keys, which can be switched off (they then do nothing at all), and Ctrl+S, which saves. The list of them lies in the page: [data-keys]. */
export function listenForKeys(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog[data-keys]");
  if (!dialog) return;
  offerDialog(dialog);
  // why: never, until g is pressed; 0 would be the moment the page was opened.
  let area = -Infinity;
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") return save(event);
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || localStorage.getItem(off) === "off" || dialog.open) return;
    if (performance.now() - area < wait) {
      area = -Infinity;
      return goTo(event);
    }
    if (event.key === "g") area = performance.now();
    else act(event, dialog);
  });
}

function act(event: KeyboardEvent, dialog: HTMLDialogElement): void {
  if (event.key === "?") dialog.showModal();
  else if (event.key === "/") focusOn(document.querySelector<HTMLElement>("header input[type=search][name=q], input[type=search], main form[role=search] input:not([type=hidden])"));
  else if (event.key === "e") document.querySelector<HTMLAnchorElement>("main a[href$='/edit'], main a[href*='/edit?list=']")?.click();
  else if (event.key === "n" || event.key === "p") document.querySelector<HTMLAnchorElement>(`main .list-walk a[rel="${event.key === "n" ? "next" : "prev"}"]`)?.click();
  else if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
  else return;
  event.preventDefault();
}

function goTo(event: KeyboardEvent): void {
  const link = document.querySelector<HTMLAnchorElement>(`.office-nav a[data-letter="${CSS.escape(event.key)}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
}

/** The first link of each row of the page's lists, in their order. */
function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>("main [data-rows] > li, main table tbody tr")].map((row) => row.querySelector<HTMLElement>("a[href]")).filter((link) => link !== null);
  const at = links.findIndex((link) => link === document.activeElement || link.closest("li, tr")?.contains(document.activeElement));
  focusOn(links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)] ?? null);
}

function save(event: KeyboardEvent): void {
  const near = (event.target as HTMLElement).closest?.("form");
  const button = near?.querySelector<HTMLButtonElement>("button.button-main") ?? document.querySelector<HTMLButtonElement>("main form[method=post] button.button-main");
  if (!button) return;
  event.preventDefault();
  button.form?.requestSubmit(button);
}

function focusOn(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
  element?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || (target.matches("input, textarea, select") && !target.matches("[type=checkbox], [type=radio], [type=button], [type=submit]")));
}

function offerDialog(dialog: HTMLDialogElement): void {
  const choice = dialog.querySelector<HTMLInputElement>("[data-keys-on]");
  if (choice) {
    choice.checked = localStorage.getItem(off) !== "off";
    choice.addEventListener("change", () => (choice.checked ? localStorage.removeItem(off) : localStorage.setItem(off, "off")));
  }
  for (const link of document.querySelectorAll<HTMLElement>("a[data-keys-open]"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      dialog.showModal();
    });
}
