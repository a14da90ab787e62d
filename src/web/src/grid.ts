type Field = HTMLInputElement | HTMLSelectElement;

/** Moves through a grid of inputs with Enter and the arrows, and fills it from a block pasted from a workbook. */
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
    grid.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "") ?? "";
      if (!/[\t\n]/.test(text)) return;
      event.preventDefault();
      const from = event.target as Field;
      text.split("\n").forEach((line, down) => line.split("\t").forEach((cell, right) => {
        const field = fieldAt(grid, from, down, right);
        if (field instanceof HTMLInputElement) field.value = cell.trim();
      }));
    });
  }
}

function fieldAt(grid: HTMLTableElement, from: Field, down: number, right: number): Field | null {
  const cell = from.closest("td");
  const row = cell?.parentElement as HTMLTableRowElement | null;
  if (!cell || !row) return null;
  return grid.rows[row.rowIndex + down]?.cells[cell.cellIndex + right]?.querySelector<Field>("input, select") ?? null;
}

function focusOn(field: Field): void {
  field.focus();
  if (field instanceof HTMLInputElement) field.select();
}
