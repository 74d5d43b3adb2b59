// What the chosen element of a process is, in plain fields beside the drawing. Everything is written through the modeller, so
// that its undo takes it back. The fields stand on the page; here is only what each means.
const zeebe = "http://camunda.org/schema/zeebe/1.0";

interface Property {
  /** Undefined where the element has no such property. */
  read(element: any): string | undefined;
  write(element: any, value: string): void;
}

export function showProperties(modeler: any): void {
  const panel = document.querySelector<HTMLElement>("[data-properties]");
  if (panel === null) return;
  const known = propertiesOf(modeler);
  const fields = [...panel.querySelectorAll<HTMLElement>("[data-property]")].flatMap((place) => {
    const input = place.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
    const property = known[place.dataset.property ?? ""];
    return input !== null && property !== undefined ? [{ place, input, property }] : [];
  });
  let chosen: any;

  const show = () => {
    const selected = modeler.get("selection").get();
    chosen = selected.length === 1 ? (selected[0].labelTarget ?? selected[0]) : undefined;
    for (const part of panel.querySelectorAll<HTMLElement>("[data-none]")) part.hidden = chosen !== undefined;
    for (const part of panel.querySelectorAll<HTMLElement>("[data-chosen]")) {
      part.hidden = chosen === undefined;
      part.textContent = chosen?.id ?? "";
    }
    for (const { place, input, property } of fields) {
      const value = chosen === undefined ? undefined : property.read(chosen);
      place.hidden = value === undefined;
      if (input !== document.activeElement || input.value.trim() === value) input.value = value ?? "";
    }
  };

  for (const { input, property } of fields)
    input.addEventListener("change", () => {
      const value = input.value.trim();
      if (chosen !== undefined && property.read(chosen) !== value) property.write(chosen, value);
    });
  modeler.on(["selection.changed", "commandStack.changed"], show);
  show();
}

function propertiesOf(modeler: any): Record<string, Property> {
  const modeling = modeler.get("modeling");
  const moddle = modeler.get("moddle");
  const of = (element: any) => element.businessObject;
  const is = (element: any, ...types: string[]) => types.some((type) => of(element).$instanceOf(type));

  const formal = (body: string) => (body === "" ? undefined : moddle.create("bpmn:FormalExpression", { body }));

  /** An attribute of one of the extensions that the engine reads; an extension that says nothing more is taken away. */
  const extension = (name: string, attribute: string, ...types: string[]): Property => {
    const found = (element: any) => (of(element).extensionElements?.values ?? []).find((e: any) => e.$type === name);
    return {
      read: (element) => (is(element, ...types) ? (found(element)?.[attribute] ?? "") : undefined),
      write: (element, value) => {
        const old = found(element);
        const said = Object.fromEntries(Object.entries(old ?? {}).filter(([key]) => !key.startsWith("$")));
        if (value === "") delete said[attribute];
        else said[attribute] = value;
        const made = Object.keys(said).length > 0 ? [moddle.createAny(name, zeebe, said)] : [];
        const owner = of(element).extensionElements;
        if (owner) {
          const values = [...owner.values];
          const at = old ? values.indexOf(old) : values.length;
          values.splice(at, old ? 1 : 0, ...made);
          modeling.updateModdleProperties(element, owner, { values });
        } else {
          const extensionElements = moddle.create("bpmn:ExtensionElements", { values: made });
          extensionElements.$parent = of(element);
          modeling.updateProperties(element, { extensionElements });
        }
      },
    };
  };

  const timer = (kind: string): Property => {
    const found = (element: any) =>
      (of(element).eventDefinitions ?? []).find((e: any) => e.$instanceOf("bpmn:TimerEventDefinition"));
    return {
      read: (element) => (found(element) ? (found(element)[kind]?.body ?? "") : undefined),
      write: (element, value) => modeling.updateModdleProperties(element, found(element), { [kind]: formal(value) }),
    };
  };

  return {
    name: {
      read: (element) => of(element).name ?? "",
      write: (element, name) => modeling.updateProperties(element, { name: name === "" ? undefined : name }),
    },
    documentation: {
      read: (element) => of(element).documentation?.[0]?.text ?? "",
      write: (element, text) =>
        modeling.updateProperties(element, {
          documentation: text === "" ? [] : [moddle.create("bpmn:Documentation", { text })],
        }),
    },
    form: extension("zeebe:formDefinition", "formId", "bpmn:UserTask", "bpmn:StartEvent"),
    role: extension("zeebe:assignmentDefinition", "candidateGroups", "bpmn:UserTask"),
    decision: extension("zeebe:calledDecision", "decisionId", "bpmn:BusinessRuleTask"),
    result: extension("zeebe:calledDecision", "resultVariable", "bpmn:BusinessRuleTask"),
    condition: {
      read: (element) => (is(element, "bpmn:SequenceFlow") ? (of(element).conditionExpression?.body ?? "") : undefined),
      write: (element, value) => modeling.updateProperties(element, { conditionExpression: formal(value) }),
    },
    duration: timer("timeDuration"),
    date: timer("timeDate"),
    cycle: timer("timeCycle"),
  };
}
