interface Suggestion {
  title: string;
  kind: string;
  note: string | null;
  /** Where it leads to; or else the word that stands for it in the form. */
  address?: string;
  value?: string;
}

interface Suggestions {
  heading: string;
  hits: Suggestion[];
}

const patience = 150;

/** Offers records under the search box of the header, or the values of a list's field, while somebody types, and before that the likeliest. Without it what was typed is sent, and the page finds what it names. */
export function offerRecords(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) offer(input, input.dataset["suggest"]!);
}

function offer(input: HTMLInputElement, address: string): void {
  const { box, heading, list, said } = boxUnder(input);
  let hits: Suggestion[] = [];
  let at = -1;
  let timer = 0;
  let asking: AbortController | null = null;
  let chosen: Suggestion | null = null;

  const choose = (index: number): void => {
    at = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    const option = list.children[at];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };

  const take = (hit: Suggestion): void => {
    if (hit.address) return location.assign(hit.address);
    [input.value, chosen] = [hit.title, hit];
    close();
  };

  const close = (): void => {
    clearTimeout(timer);
    asking?.abort();
    box.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  };

  const show = (answer: Suggestions): void => {
    hits = answer.hits;
    heading.textContent = answer.heading;
    list.setAttribute("aria-label", answer.heading);
    list.replaceChildren(...hits.map((hit, i) => optionOf(hit, `${list.id}-${i}`)));
    box.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    said.textContent = hits.length > 0 ? `${answer.heading}${hits.length}件` : input.value.trim() ? "候補はありません" : "";
    choose(-1);
  };

  const ask = (wait: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(async () => {
      asking?.abort();
      const mine = (asking = new AbortController());
      const answer = await fetch(`${address}${address.includes("?") ? "&" : "?"}q=${encodeURIComponent(input.value)}`, { headers: { accept: "application/json" }, signal: mine.signal }).catch(() => null);
      const json = answer?.ok && !answer.redirected ? ((await answer.json().catch(() => null)) as Suggestions | null) : null;
      if (json && !mine.signal.aborted && document.activeElement === input) show(json);
    }, wait);
  };

  input.addEventListener("input", () => ask(patience));
  input.addEventListener("focus", () => ask(0));
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const marked = hits[at];
    if (event.key === "Escape" && !box.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && box.hidden) {
      event.preventDefault();
      ask(0);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(at < 0 && step < 0 ? hits.length - 1 : at + step >= hits.length ? -1 : at + step);
    } else if (event.key === "Enter" && marked && !box.hidden) {
      event.preventDefault();
      take(marked);
    }
  });
  // why: two values may have the same name; the form says which one was chosen.
  input.form?.addEventListener("formdata", (event) => {
    const said = event.formData.getAll(input.name);
    if (!chosen?.value || input.value !== chosen.title) return;
    event.formData.delete(input.name);
    for (const value of said) event.formData.append(input.name, value === chosen.title ? chosen.value : value);
  });
  // why: pressing the mouse on an option must not take the focus away, which would close the list before the click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = (event.target as Element).closest("li");
    const hit = hits[[...list.children].indexOf(option!)];
    if (hit) take(hit);
  });
}

function boxUnder(input: HTMLInputElement): { box: HTMLElement; heading: HTMLElement; list: HTMLElement; said: HTMLElement } {
  const box = document.createElement("div");
  box.className = "find-box no-print";
  box.hidden = true;
  const heading = document.createElement("p");
  heading.setAttribute("aria-hidden", "true");
  const list = document.createElement("ul");
  list.id = `${input.id}-list`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "候補");
  const said = document.createElement("span");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  box.append(heading, list);
  input.after(box, said);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", "aria-haspopup": "listbox" })) input.setAttribute(name, value);
  return { box, heading, list, said };
}

function optionOf(hit: Suggestion, id: string): HTMLElement {
  const option = document.createElement("li");
  option.id = id;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  const title = document.createElement("span");
  title.textContent = hit.title;
  const kind = document.createElement("small");
  kind.textContent = hit.kind;
  option.append(title, kind);
  if (hit.note) {
    const note = document.createElement("small");
    note.textContent = hit.note;
    option.append(note);
  }
  return option;
}
