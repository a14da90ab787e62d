const WARN_BEFORE = 5 * 60;

/** Warns, on a page where something can be typed, before the session ends; asking the session's address goes on with it. Without this the sign-in page keeps what was sent. */
export function warnBeforeSessionEnds(): void {
  const { sessionLeft, sessionAddress } = document.body.dataset;
  const typing = document.querySelector("main form[method=post] :is(input:not([type=hidden]), textarea, select)");
  if (!sessionLeft || !sessionAddress || !typing) return;
  wait(Number(sessionLeft), sessionAddress);
}

function wait(seconds: number, address: string): void {
  const ends = Date.now() + seconds * 1000;
  // why: a laptop that slept does not count its sleep in a timer.
  const timer = window.setInterval(() => {
    const left = (ends - Date.now()) / 1000;
    if (left > Math.min(WARN_BEFORE, seconds / 2)) return;
    window.clearInterval(timer);
    warn(Math.max(0, left), address);
  }, 1000);
}

function warn(left: number, address: string): void {
  const note = document.createElement("div");
  note.className = "note note-warn session-note";
  note.setAttribute("role", "alert");
  const text = document.createElement("p");
  text.textContent = left > 60 ? `あと${Math.round(left / 60)}分で、サインインが切れます。` : left > 0 ? "まもなく、サインインが切れます。" : "サインインが切れました。";
  // why: passwords are not carried over a sign-in.
  if (!document.querySelector("main input[type=password]")) text.append("入力した内容は、切れたあとに送っても、サインインし直すと続けられます。");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-small";
  button.textContent = "サインインを続ける";
  button.addEventListener("click", () => void goOn(note, text, address));
  note.append(text, button);
  document.body.append(note);
}

async function goOn(note: HTMLElement, text: HTMLElement, address: string): Promise<void> {
  const answer = await fetch(address, { headers: { accept: "application/json" }, redirect: "manual" }).catch(() => null);
  if (!answer?.ok) {
    text.textContent = "サインインが切れています。入力した内容をそのまま送り、サインインし直してください。";
    return;
  }
  note.remove();
  wait(((await answer.json()) as { left: number }).left, address);
}
