/** Buttons that put the mark of a figure into a text, on a line of its own at the caret. Without a script people copy the mark that stands beside. */
export function offerFigures(): void {
  for (const pick of document.querySelectorAll<HTMLElement>("[data-figure-pick]")) {
    const text = document.getElementById(pick.dataset.figurePick ?? "");
    if (!(text instanceof HTMLTextAreaElement)) continue;
    for (const button of pick.querySelectorAll<HTMLButtonElement>("button[data-insert]")) {
      button.hidden = false;
      button.addEventListener("click", () => insert(text, button.dataset.insert ?? ""));
    }
  }
}

function insert(text: HTMLTextAreaElement, mark: string): void {
  const before = text.value.slice(0, text.selectionStart);
  const after = text.value.slice(text.selectionEnd);
  const above = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const below = after === "" || after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  text.setRangeText(above + mark + below, text.selectionStart, text.selectionEnd, "end");
  text.focus();
  text.dispatchEvent(new Event("input", { bubbles: true }));
}
