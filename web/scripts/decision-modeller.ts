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
import { drawOnPage } from "./drawing/page";

function chooseViews(modeler: any, among: HTMLElement): void {
  const show = () => {
    const active = modeler.getActiveView();
    among.replaceChildren(
      ...modeler.getViews().map((view: any) => {
        const choice = document.createElement("button");
        choice.type = "button";
        choice.className = "g-drawing__view";
        choice.textContent = view.element.name || view.element.id;
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
  const views = document.querySelector<HTMLElement>("[data-views]");
  if (views !== null) chooseViews(modeler, views);
  const wanted = modeler.getViews().find((view: any) => faults.some((fault) => fault.element === view.element.id));
  if (wanted) await modeler.open(wanted);
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
