// Lays out a form as its readers see it, with what each field is.
import "@bpmn-io/form-js/dist/assets/form-js.css";
import "@bpmn-io/form-js/dist/assets/form-js-editor.css";
import "@bpmn-io/form-js/dist/assets/properties-panel.css";
import { FormEditor } from "@bpmn-io/form-js";
import { drawOnPage } from "./drawing/page";

await drawOnPage(async (place, source) => {
  const editor: any = new FormEditor({ container: place });
  await editor.importSchema(JSON.parse(source));
  let touched = false;
  editor.on("commandStack.changed", () => (touched = true));
  Object.assign(place, { modeler: editor });
  return {
    touched: () => touched,
    text: async () => `${JSON.stringify(editor.saveSchema(), null, 2)}\n`,
  };
});
