/** A slider over months that fills the date field beside it: the last day of the month, at its end today. Without it one writes the day. */
export function begin(): void {
  for (const slider of document.querySelectorAll<HTMLInputElement>("[data-day-slider]")) {
    const field = slider.form?.querySelector<HTMLInputElement>("input[type=date]");
    if (!field) continue;
    slider.parentElement?.removeAttribute("hidden");
    slider.addEventListener("input", () => {
      field.value = dayAt(Number(slider.value), Number(slider.dataset["firstYear"]), field.max);
      slider.setAttribute("aria-valuetext", field.value);
    });
    slider.addEventListener("change", () => slider.form?.requestSubmit());
  }
}

function dayAt(month: number, firstYear: number, latest: string): string {
  const last = new Date(Date.UTC(firstYear, month + 1, 0)).toISOString().slice(0, 10);
  return last < latest ? last : latest;
}
