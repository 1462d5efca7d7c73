/** A message goes away by itself unless it is read, hovered or an error; undo counts down its seconds. */
import { whenever } from "./whenever";

const SHOWN_SECONDS = 6;

export function begin(): void {
  whenever<HTMLElement>("[data-toast]", (toast) => {
    toast.querySelector("[data-toast-close]")?.addEventListener("click", () => toast.remove());
    const seconds = Number(toast.dataset["seconds"] ?? SHOWN_SECONDS);
    if (seconds > 0) countDown(toast, seconds);
  });
}

function countDown(toast: HTMLElement, seconds: number): void {
  const counter = toast.querySelector<HTMLElement>("[data-toast-countdown]");
  let left = seconds;
  const show = (): void => {
    if (counter) counter.textContent = String(left);
  };
  show();
  const ticking = window.setInterval(() => {
    if (toast.matches(":hover, :focus-within")) return;
    left -= 1;
    show();
    if (left <= 0) {
      window.clearInterval(ticking);
      toast.remove();
    }
  }, 1000);
}
