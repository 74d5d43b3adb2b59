// Draws a process (BPMN) and puts each fault of the check on its element.
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn.css";
import Modeler from "bpmn-js/lib/Modeler";
import { drawOnPage, type Fault } from "./drawing/page";

const readable = 0.7;
const besidePalette = 130;

/** Shows the beginning, large enough to be read, beside the palette and not under it. */
function begin(canvas: any): void {
  const { outer, inner } = canvas.viewbox();
  const scale = Math.min(1, Math.max(readable, (outer.width - besidePalette) / inner.width));
  const [width, height] = [outer.width / scale, outer.height / scale];
  const above = Math.max(20, (height - inner.height) / 2);
  canvas.viewbox({ x: inner.x - besidePalette / scale, y: inner.y - above, width, height });
}

function tell(modeler: any, faults: readonly Fault[]): void {
  const elements = modeler.get("elementRegistry");
  for (const id of new Set(faults.map((fault) => fault.element))) {
    if (!elements.get(id)) continue;
    const told = faults.filter((fault) => fault.element === id);
    const note = document.createElement("div");
    note.className = "g-drawing__fault";
    note.textContent = told.map((fault) => fault.number).join(", ");
    note.title = told.map((fault) => fault.text).join("\n");
    modeler.get("canvas").addMarker(id, "g-faulty");
    modeler.get("overlays").add(id, "fault", { position: { bottom: -4, left: 0 }, html: note });
  }
}

await drawOnPage(async (place, source, faults) => {
  const modeler: any = new Modeler({ container: place });
  await modeler.importXML(source);
  begin(modeler.get("canvas"));
  tell(modeler, faults);
  let touched = false;
  modeler.on("commandStack.changed", () => (touched = true));
  Object.assign(place, { modeler });
  return {
    touched: () => touched,
    text: async () => (await modeler.saveXML({ format: true })).xml,
  };
});
