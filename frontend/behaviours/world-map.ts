/**
 * Makes the server-drawn world map easier to use: arrow keys walk from marker to marker by nearness, and resting on a row of
 * the list beside it (`data-map-row="code"`) shows the marker. The marker in hand is drawn once more on top of all others.
 */
import { whenever } from "./whenever";

const SVG = "http://www.w3.org/2000/svg";
const DIRECTIONS: Record<string, [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

export function begin(): void {
  whenever<SVGSVGElement>("svg[data-world-map]", (map) => {
    map.setAttribute("tabindex", "-1"); // some browsers stop at the drawing itself, between its frame and its first marker
    map.addEventListener("keydown", (event) => walk(map, event));
    for (const arrives of ["focusin", "pointerover"]) map.addEventListener(arrives, (event) => raise(map, event.target));
    for (const leaves of ["focusout", "pointerout"]) map.addEventListener(leaves, () => lower(map));
  });
  document.addEventListener("pointerover", (event) => showRow(event.target));
  document.addEventListener("focusin", (event) => showRow(event.target));
}

function markers(map: SVGSVGElement): SVGAElement[] {
  return [...map.querySelectorAll<SVGAElement>("a[data-place]")];
}

/**
 * Later elements are painted on top: the name of the marker in hand must not lie under its neighbours. It is copied, not moved,
 * for a moved element loses the focus and changes the order in which one walks.
 */
function raise(map: SVGSVGElement, target: EventTarget | null): void {
  const marker = target instanceof Element ? target.closest<SVGAElement>("a[data-place]") : null;
  lower(map);
  if (!marker?.parentNode) return;
  const copy = document.createElementNS(SVG, "g");
  copy.setAttribute("class", document.activeElement === marker ? "d-raised d-raised--focus" : "d-raised");
  copy.setAttribute("aria-hidden", "true");
  copy.append(...[...marker.children].filter((child) => child.tagName !== "title").map((child) => child.cloneNode(true)));
  for (const child of copy.children) child.setAttribute("pointer-events", "none");
  marker.parentNode.append(copy);
}

function lower(map: SVGSVGElement): void {
  for (const copy of map.querySelectorAll(".d-raised")) copy.remove();
}

function walk(map: SVGSVGElement, event: KeyboardEvent): void {
  const direction = DIRECTIONS[event.key];
  const from = document.activeElement;
  if (!direction || !(from instanceof SVGAElement)) return;
  const [x, y] = place(from);
  let nearest: SVGAElement | null = null;
  let shortest = Infinity;
  for (const marker of markers(map)) {
    const [dx, dy] = [place(marker)[0] - x, place(marker)[1] - y];
    const ahead = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1] + dy * direction[0]);
    const cost = ahead + 2 * aside;
    if (marker !== from && ahead > 0 && aside <= 2 * ahead && cost < shortest) [nearest, shortest] = [marker, cost];
  }
  if (nearest) {
    event.preventDefault();
    nearest.focus();
  }
}

function place(marker: SVGAElement): [number, number] {
  return [Number(marker.dataset["x"]), Number(marker.dataset["y"])];
}

function showRow(target: EventTarget | null): void {
  const code = target instanceof Element ? target.closest<HTMLElement>("[data-map-row]")?.dataset["mapRow"] : undefined;
  for (const map of document.querySelectorAll<SVGSVGElement>("svg[data-world-map]")) {
    for (const marker of markers(map)) marker.classList.toggle("is-active", code !== undefined && marker.dataset["place"] === code);
  }
}
