import { fieldAt, type Field } from "./cells";
import { offerPasting } from "./paste";

/** Moves through a grid of inputs with Enter and the arrows, fills it from a block pasted from a workbook, and warns before what was typed is left behind. */
export function moveInGrids(): void {
  for (const grid of document.querySelectorAll<HTMLTableElement>("[data-grid]")) {
    grid.addEventListener("keydown", (event) => {
      const field = event.target as Field;
      const step = event.key === "ArrowDown" || (event.key === "Enter" && !event.shiftKey) ? 1 : event.key === "ArrowUp" || event.key === "Enter" ? -1 : 0;
      if (step === 0 || field.tagName !== "INPUT" || event.isComposing) return;
      const next = fieldAt(grid, field, step, 0);
      event.preventDefault();
      if (next) focusOn(next);
    });
    offerPasting(grid);
  }
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-guard]")) guard(form);
}

function focusOn(field: Field): void {
  field.focus();
  if (field instanceof HTMLInputElement) field.select();
}

/** A form of many fields on many pages: who turns the page with something unsaved is asked first. */
function guard(form: HTMLFormElement): void {
  const textOf = (): string => JSON.stringify([...new FormData(form)].filter(([name]) => name !== "__RequestVerificationToken"));
  // why: what a refused save shows again was never saved.
  const saved = document.querySelector("[data-error-summary]") ? "" : textOf();
  let sent = false;
  form.addEventListener("submit", () => (sent = true));
  window.addEventListener("beforeunload", (event) => {
    if (!sent && textOf() !== saved) event.preventDefault();
  });
}
