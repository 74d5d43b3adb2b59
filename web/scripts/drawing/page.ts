// What the pages of all modellers have in common: the file stands in a field of the form, is drawn from there, and is put
// back when the form is sent. What was not touched goes back as it came, byte by byte.
export interface Fault {
  readonly element: string;
  readonly number: string;
  readonly text: string;
}

export interface Drawing {
  /** Whether somebody drew since it was opened. */
  touched(): boolean;
  /** The file as it is drawn now. */
  text(): Promise<string>;
}

type Draw = (place: HTMLElement, source: string, faults: readonly Fault[]) => Promise<Drawing>;

/** Draws what the form holds; where that cannot be drawn, the page says so and the field stays as it was. */
export async function drawOnPage(draw: Draw): Promise<void> {
  const place = document.querySelector<HTMLElement>("[data-drawing]");
  const field = document.querySelector<HTMLTextAreaElement>("textarea[data-file]");
  if (place === null || field === null) return;
  show("[data-drawn]");
  try {
    const drawing = await draw(place, field.value, faultsOn(document));
    if (field.form !== null) putBack(field.form, field, drawing);
    place.dataset.drawing = "ready";
  } catch (error) {
    console.error(error);
    hide("[data-drawn]");
    show("[data-undrawn]");
  }
}

function putBack(form: HTMLFormElement, field: HTMLTextAreaElement, drawing: Drawing): void {
  let ready = false;
  form.addEventListener("submit", (event) => {
    if (ready || !drawing.touched()) return;
    event.preventDefault();
    const by = event.submitter;
    void drawing
      .text()
      .then((text) => {
        field.value = text;
        ready = true;
        // While a submission is still being told of, a browser passes over another.
        setTimeout(() => form.requestSubmit(by));
      })
      .catch((error) => {
        console.error(error);
        show("[data-unwritten]");
      });
  });
}

function faultsOn(page: Document): Fault[] {
  return [...page.querySelectorAll<HTMLElement>("[data-element][data-number]")].map((item) => ({
    element: item.dataset.element ?? "",
    number: item.dataset.number ?? "",
    text: item.textContent?.trim() ?? "",
  }));
}

function show(which: string): void {
  for (const part of document.querySelectorAll<HTMLElement>(which)) part.hidden = false;
}

function hide(which: string): void {
  for (const part of document.querySelectorAll<HTMLElement>(which)) part.hidden = true;
}
