const PAUSE = 2_000;

/** Keeps what is typed into a form that says where to, after a short pause, and says when. Saving the form stays the person's own step. */
export function keepUnsaved(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-autosave]");
  const status = form?.querySelector<HTMLElement>("[data-autosave-status]");
  const address = form?.dataset.autosave;
  if (!form || !status || !address) return;
  let timer = 0;
  let kept = textOf(form);
  let sent = false;
  const keep = async (): Promise<void> => {
    const text = textOf(form);
    if (text === kept || sent) return;
    const answer = await fetch(address, { method: "POST", body: new FormData(form), headers: { accept: "application/json" }, redirect: "manual" }).catch(() => null);
    if (answer?.ok) {
      kept = text;
      status.textContent = `書きかけを残しました(${((await answer.json()) as { at: string }).at})。まだ保存していません。`;
    } else {
      status.textContent = "書きかけを残せませんでした。「保存する」で保存してください。";
    }
  };
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void keep(), PAUSE);
  });
  form.addEventListener("submit", () => {
    sent = true;
    window.clearTimeout(timer);
  });
  // why: who turns to another window or closes this one may not come back.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void keep();
  });
}

function textOf(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)].filter(([name]) => name !== "__RequestVerificationToken"));
}
