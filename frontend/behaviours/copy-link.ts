/** Copies the address of a row or figure. Without script (or clipboard) the same element is a plain link to that address. */
export function begin(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-copy-link]") : null;
    if (!link || !("clipboard" in navigator) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigator.clipboard.writeText(link.href).then(
      () => say(link, link.dataset["copied"] ?? ""),
      () => location.assign(link.href),
    );
  });
}

function say(link: HTMLAnchorElement, text: string): void {
  const region = document.querySelector("[data-announcements]");
  if (region) region.textContent = text;
  const label = link.querySelector("[data-label]");
  if (!label) return;
  const before = label.textContent;
  label.textContent = text;
  setTimeout(() => (label.textContent = before), 2000);
}
