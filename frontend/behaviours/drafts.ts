/**
 * Keeps what a visitor has typed in a form marked `data-draft="key"` on their own device until it is sent.
 * Files, passwords, hidden fields and anything marked `data-no-draft` are never kept.
 */
const PREFIX = "seoulution-draft:";
const KEPT_DAYS = 30;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
interface Draft {
  at: number;
  values: Record<string, string>;
}

export function begin(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) keep(form);
  const sent = document.querySelector<HTMLElement>("[data-draft-sent]")?.dataset["draftSent"];
  if (sent) localStorage.removeItem(PREFIX + sent);
}

function keep(form: HTMLFormElement): void {
  const key = PREFIX + form.dataset["draft"];
  const notice = form.querySelector<HTMLElement>("[data-draft-notice]");
  if (restore(form, read(key)) && notice) notice.hidden = false;
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => write(key, form), 600);
  });
  form.querySelector("[data-draft-forget]")?.addEventListener("click", () => {
    localStorage.removeItem(key);
    form.reset();
    if (notice) notice.hidden = true;
  });
}

function fields(form: HTMLFormElement): Field[] {
  const draftable = "input:not([type=hidden],[type=file],[type=password],[type=checkbox],[type=radio]),textarea,select";
  return [...form.querySelectorAll<Field>(draftable)].filter((field) => field.name && !field.closest("[data-no-draft]"));
}

function read(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
    return draft && Date.now() - draft.at < KEPT_DAYS * 86_400_000 ? draft : null;
  } catch {
    return null;
  }
}

function restore(form: HTMLFormElement, draft: Draft | null): boolean {
  let restored = false;
  for (const field of fields(form)) {
    const value = draft?.values[field.name];
    if (value && !field.value) {
      field.value = value;
      restored = true;
    }
  }
  return restored;
}

function write(key: string, form: HTMLFormElement): void {
  const values = Object.fromEntries(fields(form).map((field) => [field.name, field.value]));
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), values } satisfies Draft));
  } catch {
    /* A full or forbidden store only means that nothing is kept. */
  }
}
