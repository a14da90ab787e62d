const PAUSE = 1_200;

interface Saved {
  at: string;
  answers: { question: string; state: "saved" | "overtaken" | "refused"; revision: number; message: string | null; theirs: string | null; carried: boolean }[];
  open: number;
  unconfirmed: number;
}

/** Saves the answers of a sheet by itself after a short pause, and says when; what another person saved meanwhile is shown beside one's own. */
export function saveAnswers(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-answers=on]");
  const status = form?.querySelector<HTMLElement>("[data-answers-status]");
  if (!form || !status) return;
  let timer = 0;
  let saving = false;
  let again = false;
  let leaving = false;
  const save = async (): Promise<void> => {
    window.clearTimeout(timer);
    if (leaving) return;
    if (saving) {
      again = true;
      return;
    }
    saving = true;
    again = false;
    // why: the page may stand at the address of a refused submission; to save is not to submit.
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { accept: "application/json" }, redirect: "manual" }).catch(() => null);
    saving = false;
    if (answer?.ok) show(form, status, (await answer.json()) as Saved);
    else status.textContent = await troubleOf(answer);
    if (again) void save();
  };
  form.addEventListener("input", (event) => {
    const field = (event.target as HTMLElement).closest<HTMLElement>("[data-question]");
    if (field) markChange(field);
    countLetters(event.target);
    status.textContent = "入力しています…";
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), PAUSE);
  });
  form.addEventListener("submit", () => {
    leaving = true;
    window.clearTimeout(timer);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && timer) void save();
  });
}

async function troubleOf(answer: Response | null): Promise<string> {
  if (answer?.status === 409) {
    const why = (await answer.json().catch(() => null)) as { title?: string; detail?: string } | null;
    if (why?.title) return `保存していません。${why.title}${why.detail ?? ""}`;
  }
  return "保存できませんでした。通信を確かめて「保存する」を押してください。入力した内容は画面に残っています。";
}

function show(form: HTMLFormElement, status: HTMLElement, saved: Saved): void {
  for (const answer of saved.answers) {
    const field = form.querySelector<HTMLElement>(`[data-question="${answer.question}"]`);
    const seen = field?.querySelector<HTMLInputElement>("input[name$='.Seen']");
    const note = field?.querySelector<HTMLElement>("[data-answer-note]");
    if (!field || !seen || !note) continue;
    if (answer.state !== "refused") seen.value = String(answer.revision);
    note.hidden = answer.state === "saved";
    note.textContent = answer.state === "overtaken" ? `${answer.message ?? ""} 保存されている答え: ${answer.theirs ?? ""}` : (answer.message ?? "");
    const carried = field.querySelector<HTMLElement>(".sheet-carried");
    if (carried && !answer.carried && answer.state === "saved") carried.remove();
  }
  const troubled = saved.answers.filter((a) => a.state !== "saved").length;
  status.textContent = `${saved.at}に保存しました。${troubled > 0 ? `保存していない答えが${troubled}つあります。` : ""}${saved.open > 0 ? `提出までに、あと${saved.open}か所です。` : "提出できます。"}`;
}

function markChange(field: HTMLElement): void {
  const last = field.dataset.last;
  const mark = field.querySelector<HTMLElement>(".sheet-change-mark");
  if (last === undefined || !mark) return;
  const choice = field.querySelector<HTMLInputElement>("input[type=radio]:checked")?.value ?? "";
  const text = field.querySelector<HTMLTextAreaElement>("textarea")?.value.trimEnd() ?? "";
  const words = [choice, text].filter((w) => w !== "").join(" ");
  mark.hidden = words === "" || words === last;
  field.classList.toggle("sheet-changed", !mark.hidden);
}

function countLetters(target: EventTarget | null): void {
  if (!(target instanceof HTMLTextAreaElement) || !target.dataset.longest) return;
  const count = target.closest("[data-question]")?.querySelector<HTMLElement>("[data-count]");
  const over = target.value.length - Number(target.dataset.longest);
  if (count) count.textContent = over > 0 ? `${Number(target.dataset.longest).toLocaleString("ja-JP")}字まで(${over}字多い)` : `${Number(target.dataset.longest).toLocaleString("ja-JP")}字まで(いま${target.value.length}字)`;
}
