/** Shows the buttons that print the page; without script they would do nothing. */
export function offerPrinting(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  // why: the server knows the path only; the paper shall name the site too.
  for (const address of document.querySelectorAll("[data-address]")) address.textContent = readable(location.href);
}

/** An address in the letters people read; as it stands where it is no proper one (100% typed by hand). */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
