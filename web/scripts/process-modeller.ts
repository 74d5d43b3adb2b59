// Draws a process (BPMN) and puts each fault of the check on its element.
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn.css";
import Modeler from "bpmn-js/lib/Modeler";
import { drawOnPage, type Fault } from "./drawing/page";

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
  modeler.get("canvas").zoom("fit-viewport", "auto");
  tell(modeler, faults);
  let touched = false;
  modeler.on("commandStack.changed", () => (touched = true));
  Object.assign(place, { modeler });
  return {
    touched: () => touched,
    text: async () => (await modeler.saveXML({ format: true })).xml,
  };
});
