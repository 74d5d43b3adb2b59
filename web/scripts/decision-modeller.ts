// Draws decisions (DMN): how they hang together, and each as a table or an expression.
import "dmn-js/dist/assets/diagram-js.css";
import "dmn-js/dist/assets/dmn-js-shared.css";
import "dmn-js/dist/assets/dmn-js-drd.css";
import "dmn-js/dist/assets/dmn-js-decision-table.css";
import "dmn-js/dist/assets/dmn-js-decision-table-controls.css";
import "dmn-js/dist/assets/dmn-js-literal-expression.css";
import "dmn-js/dist/assets/dmn-js-boxed-expression.css";
import "dmn-js/dist/assets/dmn-js-boxed-expression-controls.css";
import "dmn-js/dist/assets/dmn-font/css/dmn.css";
import Modeler from "dmn-js/lib/Modeler";
import { frameFaults, numbers } from "./drawing/fault-sheet";
import { addressed, mark } from "./drawing/marks";
import { drawOnPage, type Fault } from "./drawing/page";

/** Of every element of the file, the decision that it is part of. */
function decisionsOf(source: string): Map<string, string> {
  const file = new DOMParser().parseFromString(source, "text/xml");
  const decisions = new Map<string, string>();
  for (const part of file.querySelectorAll("[id]")) {
    let owner: Element | null = part;
    while (owner !== null && owner.localName !== "decision") owner = owner.parentElement;
    if (owner !== null) decisions.set(part.id, owner.id);
  }
  return decisions;
}

function chooseViews(modeler: any, among: HTMLElement, faultsOf: (decision: string) => readonly Fault[]): void {
  const show = () => {
    const active = modeler.getActiveView();
    among.replaceChildren(
      ...modeler.getViews().map((view: any) => {
        const choice = document.createElement("button");
        choice.type = "button";
        choice.className = "g-drawing__view";
        const told = numbers(faultsOf(view.element.id));
        choice.textContent = (view.element.name || view.element.id) + (told === "" ? "" : ` (${told})`);
        choice.setAttribute("aria-pressed", String(view.element === active?.element));
        choice.addEventListener("click", () => modeler.open(view));
        return choice;
      }),
    );
  };
  modeler.on("views.changed", show);
  show();
}

await drawOnPage(async (place, source, faults) => {
  const modeler: any = new Modeler({ container: place });
  const written = async (): Promise<string> => (await modeler.saveXML({ format: true })).xml;
  await modeler.importXML(source);
  const opened = await written();
  const decisions = decisionsOf(source);
  const faultsOf = (decision: string) => faults.filter((fault) => decisions.get(fault.element) === decision);
  const views = document.querySelector<HTMLElement>("[data-views]");
  if (views !== null) chooseViews(modeler, views, faultsOf);
  const tell = () => {
    const viewer = modeler.getActiveViewer();
    if (modeler.getActiveView()?.type !== "drd") return;
    viewer.get("overlays").remove({ type: "mark" });
    const told = [...new Set(decisions.values())].map((decision) => ({ decision, here: faultsOf(decision) }));
    mark(
      viewer,
      told
        .filter(({ here }) => here.length > 0)
        .map(({ decision, here }) => ({
          element: decision,
          marker: "g-faulty",
          note: numbers(here),
          noteClass: "g-drawing__fault",
          title: here.map((fault) => fault.text).join("\n"),
        })),
    );
  };
  frameFaults(faults, (element) => `[data-drawing] :is(td, th, div)[data-element-id=${JSON.stringify(element)}]`);
  const named = addressed() ?? faults.find((fault) => decisions.has(fault.element))?.element;
  const wanted = modeler.getViews().find((view: any) => view.element.id === decisions.get(named ?? ""));
  if (wanted) await modeler.open(wanted);
  modeler.on("import.render.complete", tell);
  tell();
  Object.assign(place, { modeler });
  return {
    // Each view counts its own steps, and not all do; what is written tells of all.
    touched: () => true,
    text: async () => {
      const now = await written();
      return now === opened ? source : now;
    },
  };
});
