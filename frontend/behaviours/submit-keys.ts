/** Ctrl and Enter (on a Mac, Command) sends a form marked `data-submit-keys` by its first button. Without script there is the button. */
export function begin(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-submit-keys]") : null;
    const button = form?.querySelector<HTMLButtonElement>("button:not([type=button])");
    if (!form || !button) return;
    event.preventDefault();
    form.requestSubmit(button);
  });
}
