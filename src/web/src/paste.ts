import { cellsOf, fieldAt, type Field } from "./cells";

type Step = { field: Field; before: string; after: string };

/** A block copied from a workbook goes into the grid from the focused cell on, into choices by their words; Ctrl+Z takes the last one back. */
export function offerPasting(grid: HTMLTableElement): void {
  const pastes: Step[][] = [];
  const typed = new Set<EventTarget>();
  grid.addEventListener("input", (event) => event.isTrusted && event.target && typed.add(event.target));
  grid.addEventListener("paste", (event) => {
    const rows = cellsOf(event.clipboardData?.getData("text/plain") ?? "");
    const from = event.target as Field;
    if (rows.length < 2 && (rows[0]?.length ?? 0) < 2 && from.tagName !== "SELECT") return;
    event.preventDefault();
    const { steps, outside, unknown } = fill(grid, from, rows);
    pastes.push(steps);
    typed.clear();
    tell(grid, `${steps.length}個のセルに貼り付けました。元に戻すには Ctrl+Z を押します。${unknown > 0 ? `選択肢にない言葉の${unknown}個はそのままです。` : ""}${outside > 0 ? `表に入らない${outside}個は貼り付けていません。` : ""}`);
  });
  grid.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "z") return;
    // why: what was typed into a cell after the paste is the browser's to take back.
    if (pastes.length === 0 || (event.target && typed.has(event.target))) return;
    event.preventDefault();
    const back = pastes.pop()!.filter((step) => step.field.value === step.after);
    for (const { field, before } of back) put(field, before);
    tell(grid, `貼り付けを取り消して、${back.length}個のセルを元に戻しました。`);
  });
}

function fill(grid: HTMLTableElement, from: Field, rows: string[][]): { steps: Step[]; outside: number; unknown: number } {
  const steps: Step[] = [];
  let [outside, unknown] = [0, 0];
  rows.forEach((row, down) => row.forEach((text, right) => {
    const field = fieldAt(grid, from, down, right);
    if (!field || field.disabled || (field instanceof HTMLInputElement && field.readOnly)) return outside++;
    const after = field instanceof HTMLSelectElement ? choiceOf(field, text) : text.trim();
    if (after === null) return unknown++;
    steps.push({ field, before: field.value, after });
    return put(field, after);
  }));
  return { steps, outside, unknown };
}

/** The choice whose words are the text; an empty text is the empty choice, where there is one. */
function choiceOf(select: HTMLSelectElement, text: string): string | null {
  const wanted = text.normalize("NFKC").trim();
  const option = [...select.options].find((o) => (wanted === "" ? o.value === "" : o.text.normalize("NFKC").trim() === wanted));
  return option?.value ?? null;
}

function put(field: Field, value: string): void {
  if (field.value === value) return;
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function tell(grid: HTMLTableElement, words: string): void {
  const status = grid.closest("form")?.querySelector<HTMLElement>("[data-grid-status]");
  if (status) status.textContent = words;
}
