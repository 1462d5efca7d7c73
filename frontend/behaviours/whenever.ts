/** Run `action` on every element matching `selector`: those here now, and those htmx swaps in later. */
export function whenever<E extends Element>(selector: string, action: (element: E) => void): void {
  const done = new WeakSet<Element>();
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<E>(selector)) {
      if (!done.has(element)) {
        done.add(element);
        action(element);
      }
    }
  };
  visit(document);
  document.addEventListener("htmx:after:swap", () => visit(document));
}
