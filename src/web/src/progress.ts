interface Progress {
  done: number;
  total: number;
  text: string;
  finished: boolean;
  next?: string;
}

/** Follows long work: data-progress holds the address that answers with {done,total,text,finished,next}. Without it the page's own refresh link does. */
export function followProgress(): void {
  for (const area of document.querySelectorAll<HTMLElement>("[data-progress]")) void follow(area);
}

async function follow(area: HTMLElement): Promise<void> {
  const bar = area.querySelector("progress");
  const text = area.querySelector<HTMLElement>("[data-progress-text]");
  for (let wait = 500; ; wait = Math.min(wait * 1.5, 3000)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const answer = await fetch(area.dataset["progress"]!, { headers: { accept: "application/json" } }).catch(() => null);
    if (!answer?.ok) continue;
    const now = (await answer.json()) as Progress;
    if (text) text.textContent = now.text;
    if (bar && now.total > 0) {
      bar.max = now.total;
      bar.value = now.done;
    }
    if (now.finished) {
      location.assign(now.next ?? location.href);
      return;
    }
  }
}
