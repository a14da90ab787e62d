/** Adds 「すべて開く」「すべて閉じる」 above a tree; folding itself needs no script. */
export function offerFolding(): void {
  for (const tree of document.querySelectorAll<HTMLElement>("[data-tree]")) {
    const folds = tree.querySelectorAll("details");
    if (folds.length < 2) continue;
    const bar = document.createElement("p");
    bar.className = "tree-bar";
    for (const [words, open] of [["すべて開く", true], ["すべて閉じる", false]] as const) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-small";
      button.textContent = words;
      button.addEventListener("click", () => folds.forEach((fold) => (fold.open = open)));
      bar.append(button);
    }
    tree.before(bar);
  }
}
