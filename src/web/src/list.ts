/** Lists: choosing the field of a condition shows at once what it can be compared with, and columns move without leaving the page. */
export function easeLists(): void {
  for (const select of document.querySelectorAll<HTMLSelectElement>("select[data-resubmit]")) {
    const before = select.value;
    let byKey = false;
    const choose = (): void => {
      if (!select.value || select.value === before) return;
      // why: comparison and value belong to the field chosen before.
      for (const field of select.form!.querySelectorAll<HTMLInputElement>("[name^='add-']:not([data-resubmit]):not([name='add-when'])")) field.disabled = true;
      select.form!.requestSubmit();
    };
    select.addEventListener("pointerdown", () => (byKey = false));
    select.addEventListener("keydown", (event) => {
      byKey = true;
      if (event.key !== "Enter" || !select.value || select.value === before) return;
      event.preventDefault();
      choose();
    });
    // why: with the arrow keys each choice on the way is a change; only leaving the field, or Enter, chooses.
    select.addEventListener("change", () => byKey || choose());
    select.addEventListener("blur", () => byKey && choose());
  }
  document.querySelector<HTMLElement>("[data-condition][open] #add-comparison")?.focus();
  for (const list of document.querySelectorAll<HTMLElement>("[data-order]")) {
    list.addEventListener("click", (event) => {
      const link = (event.target as Element).closest<HTMLElement>("[data-move]");
      if (!link) return;
      event.preventDefault();
      move(list, link.closest("li")!, link.dataset["move"] === "1");
    });
  }
}

function move(list: HTMLElement, item: HTMLElement, down: boolean): void {
  if (down) item.nextElementSibling?.after(item);
  else item.previousElementSibling?.before(item);
  const wanted = item.querySelector<HTMLElement>(`[data-move="${down ? 1 : -1}"]`);
  for (const row of list.children) {
    const [up, below] = [row.querySelector<HTMLElement>("[data-move='-1']"), row.querySelector<HTMLElement>("[data-move='1']")];
    if (up) up.hidden = row === list.firstElementChild;
    if (below) below.hidden = row === list.lastElementChild;
  }
  (wanted && !wanted.hidden ? wanted : item.querySelector<HTMLElement>("[data-move]:not([hidden])"))?.focus();
}
