// Where a library draws parts of its page anew whenever it likes, what is put onto them would be lost. A sheet that the document
// adopts holds, whatever is drawn.
import type { Fault } from "./page";

/** Frames whatever of the page shows the element of a fault, and writes the fault's number into it. */
export function frameFaults(faults: readonly Fault[], selectorOf: (element: string) => string | undefined): void {
  const sheet = new CSSStyleSheet();
  for (const [element, told] of byElement(faults)) {
    const selector = selectorOf(element);
    if (selector === undefined) continue;
    sheet.insertRule(`${selector} { outline: 3px solid #a11f1a; outline-offset: -3px; }`);
    sheet.insertRule(
      `${selector}::after { content: ${JSON.stringify(numbers(told))}; display: inline-block; margin-left: 6px; padding: 0 4px;
        color: #fff; background: #a11f1a; font: 700 12px/18px Arial, sans-serif; white-space: nowrap; }`,
    );
  }
  document.adoptedStyleSheets.push(sheet);
}

export function byElement(faults: readonly Fault[]): Map<string, Fault[]> {
  const found = new Map<string, Fault[]>();
  for (const fault of faults) found.set(fault.element, [...(found.get(fault.element) ?? []), fault]);
  return found;
}

/** The numbers of faults, each once. */
export function numbers(faults: readonly Fault[]): string {
  return [...new Set(faults.map((fault) => fault.number))].join(", ");
}
