/**
 * Lets htmx swap fragments of our own server under `require-trusted-types-for 'script'`, and nothing else: its second door,
 * compiling strings of attributes into code, stays shut, as the policy has no `unsafe-eval` anyway.
 */
import htmx from "htmx.org";

interface HtmxInternals {
  initSecurity(policy: Passing, functions: unknown, asyncFunctions: unknown): void;
}

interface Passing {
  createHTML(markup: string): unknown;
  createScript(source: string): unknown;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: Partial<Record<"createHTML" | "createScript", (text: string) => string>>): Passing;
}

function refuse(): never {
  throw new Error("Seoulution: scripts in attributes are not allowed");
}

const rules = { createHTML: (markup: string): string => markup };
const factory = (window as unknown as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
const policy = factory?.createPolicy("htmx", rules) ?? { ...rules, createScript: refuse };

htmx.registerExtension("seoulution-csp", {
  init: (internals: unknown) => (internals as HtmxInternals).initSecurity(policy, refuse, refuse),
});
