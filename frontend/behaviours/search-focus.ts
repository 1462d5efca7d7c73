/** `/` and Ctrl-K (⌘K) go to the page's search, from anywhere but a field being written in. */
export function begin(): void {
  document.addEventListener("keydown", (event) => {
    const box = document.querySelector<HTMLInputElement>("[data-search]");
    if (!box) return;
    const commanded = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const slashed = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target);
    if (commanded || slashed) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
