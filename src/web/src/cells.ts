export type Field = HTMLInputElement | HTMLSelectElement;

/** The input of the cell that lies so many rows below and cells right of another. */
export function fieldAt(grid: HTMLTableElement, from: Field, down: number, right: number): Field | null {
  const cell = from.closest("td");
  const row = cell?.parentElement as HTMLTableRowElement | null;
  if (!cell || !row) return null;
  return grid.rows[row.rowIndex + down]?.cells[cell.cellIndex + right]?.querySelector<Field>("input, select") ?? null;
}

/** Rows and cells of a copied block. A cell with a line break or a tab in it stands in quotes, where quotes are doubled. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const whole = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/gy;
  for (let match = cell.exec(whole); match; match = cell.exec(whole)) {
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"').replaceAll("\n", " ") ?? match[2] ?? "");
    if (match[3] === "\n") rows.push([]);
    if (match[3] === "") break;
  }
  return rows;
}
