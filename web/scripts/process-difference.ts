// Draws a process as it was and as it is, beside each other and moved together, with what became of each element.
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import Viewer from "bpmn-js/lib/Viewer";
import KeyboardMove from "diagram-js/lib/navigation/keyboard-move";
import MoveCanvas from "diagram-js/lib/navigation/movecanvas";
import { mark, showElement, type Mark } from "./drawing/marks";

const readable = 0.75;
const step = 1.3;
// What a picture cannot show, since it was not there or is not any more.
const unseen: Record<string, string> = { was: "added", now: "removed" };

interface Otherwise {
  readonly row: HTMLElement;
  readonly id: string;
  readonly became: string;
  readonly word: string;
}

function otherwiseIn(section: HTMLElement): Otherwise[] {
  return [...section.querySelectorAll<HTMLElement>("tr[data-element]")].map((row) => ({
    row,
    id: row.dataset.element ?? "",
    became: row.dataset.became ?? "",
    word: row.dataset.word ?? "",
  }));
}

async function draw(place: HTMLElement, xml: string, told: readonly Otherwise[]): Promise<any> {
  const viewer: any = new Viewer({ container: place, additionalModules: [KeyboardMove, MoveCanvas] });
  await viewer.importXML(xml);
  const isLine = (id: string) => Boolean(viewer.get("elementRegistry").get(id)?.waypoints);
  const marks: Mark[] = told.map(({ id, became, word }) => ({
    element: id,
    marker: `g-is-${became}`,
    // A line has no room for more than the sign.
    note: isLine(id) ? word.slice(0, 1) : word,
    title: word,
    noteClass: `g-became g-became--${became}`,
  }));
  mark(viewer, marks);
  Object.assign(place, { viewer });
  return viewer;
}

/** What moves one picture moves the others. */
function together(viewers: readonly any[]): void {
  let leading = false;
  for (const one of viewers)
    one.on("canvas.viewbox.changed", () => {
      if (leading) return;
      leading = true;
      const { x, y, scale } = one.get("canvas").viewbox();
      for (const other of viewers)
        if (other !== one) {
          const { outer } = other.get("canvas").viewbox();
          other.get("canvas").viewbox({ x, y, width: outer.width / scale, height: outer.height / scale });
        }
      leading = false;
    });
}

async function drawBoth(section: HTMLElement): Promise<void> {
  const told = otherwiseIn(section);
  for (const part of section.querySelectorAll<HTMLElement>("[data-drawn]")) part.hidden = false;
  const viewers: any[] = [];
  for (const place of section.querySelectorAll<HTMLElement>("[data-picture]")) {
    const side = place.dataset.picture ?? "";
    const xml = section.querySelector<HTMLTextAreaElement>(`[data-xml=${side}]`)?.value ?? "";
    viewers.push(await draw(place, xml, told.filter(({ became }) => became !== unseen[side])));
  }
  together(viewers);
  const show = (id: string) => viewers.filter((viewer) => showElement(viewer, id, readable)).length > 0;
  const all = () => viewers[0]?.get("canvas").zoom("fit-viewport", "auto");
  if (!told.some(({ id }) => show(id))) all();
  for (const { row, id } of told) {
    const button = row.querySelector<HTMLButtonElement>("[data-show]");
    if (button === null || !viewers.some((viewer) => viewer.get("elementRegistry").get(id))) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      show(id);
      section.querySelector("[data-drawn]")?.scrollIntoView({ block: "start" });
    });
  }
  for (const button of section.querySelectorAll<HTMLButtonElement>("[data-zoom]"))
    button.addEventListener("click", () => {
      const canvas = viewers[0]?.get("canvas");
      if (button.dataset.zoom === "all") all();
      else canvas?.zoom(canvas.zoom() * (button.dataset.zoom === "in" ? step : 1 / step), "auto");
    });
  section.dataset.pictures = "ready";
}

for (const section of document.querySelectorAll<HTMLElement>("[data-pictures]"))
  if (section.querySelector("[data-picture]") !== null)
    try {
      await drawBoth(section);
    } catch (error) {
      console.error(error);
      for (const part of section.querySelectorAll<HTMLElement>("[data-drawn]")) part.hidden = true;
      for (const part of section.querySelectorAll<HTMLElement>("[data-undrawn]")) part.hidden = false;
    }
