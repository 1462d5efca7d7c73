/**
 * Makes the server-drawn world map easier to use: arrow keys walk from marker to marker by nearness, and resting on a row of
 * the list beside it (`data-map-row="code"`) shows the marker.
 */
import { whenever } from "./whenever";

const DIRECTIONS: Record<string, [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

export function begin(): void {
  whenever<SVGSVGElement>("svg[data-world-map]", (map) => {
    map.addEventListener("keydown", (event) => walk(map, event));
    map.addEventListener("focusin", (event) => raise(event.target));
    map.addEventListener("pointerover", (event) => raise(event.target));
  });
  document.addEventListener("pointerover", (event) => showRow(event.target));
  document.addEventListener("focusin", (event) => showRow(event.target));
}

function markers(map: SVGSVGElement): SVGAElement[] {
  return [...map.querySelectorAll<SVGAElement>("a[data-place]")];
}

/** Later elements are painted on top: the name of the marker in hand must not lie under its neighbours. */
function raise(target: EventTarget | null): void {
  const marker = target instanceof Element ? target.closest("a[data-place]") : null;
  if (!marker?.parentNode || marker === marker.parentNode.lastElementChild) return;
  const focused = document.activeElement === marker;
  if (!focused) marker.parentNode.append(marker);
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
