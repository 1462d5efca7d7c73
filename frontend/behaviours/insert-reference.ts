/** Puts a reference to a figure where one was last writing. Without script the buttons stay hidden and the reference is copied. */
import { whenever } from "./whenever";

export function begin(): void {
  let last: HTMLTextAreaElement | null = null;
  document.addEventListener("focusin", (event) => {
    const field = event.target;
    if (field instanceof HTMLTextAreaElement && field.closest("form[data-inserts]")) last = field;
  });
  whenever<HTMLButtonElement>("button[data-insert]", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const field = last ?? button.closest("form")?.querySelector("textarea") ?? null;
      if (field) insert(field, button.dataset["insert"] ?? "");
    });
  });
}

function insert(field: HTMLTextAreaElement, words: string): void {
  field.focus();
  field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
