// Where something still runs, the page fetches itself and shows how far it is; when it is over, it loads again. Without
// script there is a link that does the same.
const every = 1000;

function look(): void {
  const shown = document.querySelector<HTMLElement>("[data-progress]");
  if (shown === null) return;
  setTimeout(async () => {
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.querySelector<HTMLElement>("[data-progress]");
      if (next === null) {
        location.reload();
        return;
      }
      shown.replaceChildren(...next.childNodes);
    } catch {
      // The line is down: the next look may find it up.
    }
    look();
  }, every);
}

look();
