// What is said of an element of a drawing, shown on it: a border, and a note that names it. Colour only repeats the note.
export interface Mark {
  readonly element: string;
  readonly marker: string;
  readonly note: string;
  readonly noteClass: string;
  readonly title?: string;
}

/** Puts marks on a drawing of diagram-js; says which of them have an element there. */
export function mark(viewer: any, marks: readonly Mark[]): Mark[] {
  const elements = viewer.get("elementRegistry");
  return marks.filter(({ element, marker, note, noteClass, title }) => {
    if (!elements.get(element)) return false;
    const html = document.createElement("div");
    html.className = noteClass;
    html.textContent = note;
    if (title !== undefined) html.title = title;
    viewer.get("canvas").addMarker(element, marker);
    viewer.get("overlays").add(element, "mark", { position: placeOn(elements.get(element)), html });
    return true;
  });
}

/** Below a shape; on a line in the middle of its longest part. */
function placeOn(element: any): Record<string, number> {
  if (!element.waypoints) return { bottom: -4, left: 0 };
  const { x, y } = box(element);
  const parts: any[][] = element.waypoints.slice(1).map((to: any, i: number) => [element.waypoints[i], to]);
  const length = ([from, to]: any[]) => Math.hypot(to.x - from.x, to.y - from.y);
  const [from, to] = parts.reduce((longest, part) => (length(part) > length(longest) ? part : longest));
  return { left: (from.x + to.x) / 2 - x, top: (from.y + to.y) / 2 - y };
}

/** Where an element stands, lines with all their corners. */
function box(element: any): { x: number; y: number; width: number; height: number } {
  if (!element.waypoints) return element;
  const xs = element.waypoints.map((point: any) => point.x);
  const ys = element.waypoints.map((point: any) => point.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Brings an element into the middle; says whether there is one. */
export function showElement(viewer: any, id: string, scale: number): boolean {
  const element = viewer.get("elementRegistry").get(id);
  if (!element) return false;
  const { x, y, width, height } = box(element);
  const { outer } = viewer.get("canvas").viewbox();
  const [wide, high] = [outer.width / scale, outer.height / scale];
  viewer.get("canvas").viewbox({ x: x + width / 2 - wide / 2, y: y + height / 2 - high / 2, width: wide, height: high });
  return true;
}

/** The element that the address names, as the tables link to it. */
export function addressed(): string | undefined {
  return location.hash.startsWith("#unsur-") ? decodeURIComponent(location.hash.slice("#unsur-".length)) : undefined;
}
