/** Under a file field, the names and sizes of what was chosen, so that a wrong file is seen before it is sent. */
export function begin(): void {
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "file") return;
    const list = input.closest(".field")?.querySelector<HTMLElement>("[data-file-list]");
    if (!list) return;
    list.replaceChildren(...[...(input.files ?? [])].map(line));
    list.hidden = !input.files?.length;
  });
}

function line(file: File): HTMLLIElement {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const size = document.createElement("span");
  name.textContent = file.name;
  size.textContent = readable(file.size);
  size.className = "nowrap";
  item.append(name, size);
  return item;
}

function readable(bytes: number): string {
  const locale = document.documentElement.lang || "en";
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }).format(amount);
}
