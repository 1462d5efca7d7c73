/** Sends Django's token with htmx requests that change something; the token stands in a meta element of the page. */
interface RequestContext {
  ctx?: { request?: { method?: string; headers?: Record<string, string> } };
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS", "QUERY"]);

export function watchForms(): void {
  document.addEventListener("htmx:config:request", (event) => {
    const request = (event as CustomEvent<RequestContext>).detail.ctx?.request;
    const token = document.querySelector<HTMLMetaElement>("meta[name=csrf-token]")?.content;
    if (request?.headers && token && !SAFE.has((request.method ?? "GET").toUpperCase())) {
      request.headers["X-CSRFToken"] = token;
    }
  });
}
