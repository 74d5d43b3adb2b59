// Lays out a form as its readers see it, with what each field is.
import "@bpmn-io/form-js/dist/assets/form-js.css";
import "@bpmn-io/form-js/dist/assets/form-js-editor.css";
import "@bpmn-io/form-js/dist/assets/properties-panel.css";
import { FormEditor } from "@bpmn-io/form-js";
import { frameFaults } from "./drawing/fault-sheet";
import { addressed } from "./drawing/marks";
import { drawOnPage } from "./drawing/page";

await drawOnPage(async (place, source, faults) => {
  const editor: any = new FormEditor({ container: place });
  await editor.importSchema(JSON.parse(source));
  // Faults name a field by its key, rows by their path; the library by its id.
  const fields: any[] = editor.get("formFieldRegistry").getAll();
  const fieldOf = (name: string) => fields.find(({ key, path, id }) => key === name || path === name || id === name);
  const selectorOf = (name: string) => {
    const field = fieldOf(name);
    return field && `[data-drawing] .fjs-element[data-id=${JSON.stringify(field.id)}]`;
  };
  frameFaults(faults, selectorOf);
  const wanted = fieldOf(addressed() ?? "");
  if (wanted) editor.get("selection").set(wanted);
  let touched = false;
  editor.on("commandStack.changed", () => (touched = true));
  Object.assign(place, { modeler: editor });
  return {
    touched: () => touched,
    text: async () => `${JSON.stringify(editor.saveSchema(), null, 2)}\n`,
  };
});
