// Draws a process (BPMN) and puts each fault of the check on its element.
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn.css";
import Modeler from "bpmn-js/lib/Modeler";
import { byElement, numbers } from "./drawing/fault-sheet";
import { addressed, mark, showElement } from "./drawing/marks";
import { drawOnPage, type Fault } from "./drawing/page";
import { showProperties } from "./drawing/properties";

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
  mark(
    modeler,
    [...byElement(faults)].map(([element, told]) => ({
      element,
      marker: "g-faulty",
      note: numbers(told),
      noteClass: "g-drawing__fault",
      title: told.map((fault) => fault.text).join("\n"),
    })),
  );
}

await drawOnPage(async (place, source, faults) => {
  const modeler: any = new Modeler({ container: place });
  await modeler.importXML(source);
  begin(modeler.get("canvas"));
  tell(modeler, faults);
  showProperties(modeler);
  const wanted = addressed();
  if (wanted !== undefined && showElement(modeler, wanted, 1))
    modeler.get("selection").select(modeler.get("elementRegistry").get(wanted));
  let touched = false;
  modeler.on("commandStack.changed", () => (touched = true));
  Object.assign(place, { modeler });
  return {
    touched: () => touched,
    text: async () => (await modeler.saveXML({ format: true })).xml,
  };
});
