/* What a notebook that was run does in JupyterLab besides being read: a table is saved as CSV by a click on the button below
   it, and what a link led to is marked as on the pages. JupyterLab lets no notebook do so that was only opened. */
function save(button) {
  const notebook = button.closest(".jp-Notebook") ?? document, table = button.parentElement.querySelector("table.rows");
  const above = [...notebook.querySelectorAll("h1, h2, h3")].filter(
    (one) => one.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING
  ).at(-1);
  nameWhole(table);
  saveTable(above?.textContent ?? "", [...table.tHead.rows[0].cells], [...table.tBodies[0].rows]);
}

function places(name) {
  const found = document.querySelectorAll(`[data-jupyter-id="${CSS.escape(name)}"], [id="${CSS.escape(name)}"]`);
  return [...found].map((one) => (one.matches(".of-article") ? one.closest("tr") : one));
}

function mark(place) {
  document.querySelectorAll(".reached").forEach((one) => one.classList.remove("reached"));
  place?.classList.add("reached");
  if (place?.id) for (const part of document.querySelectorAll(`mark[data-of~="${CSS.escape(place.id)}"]`)) part.classList.add("reached");
}

/* JupyterLab opens another notebook at a section; the row in it can be shown once it is drawn, and again when what stands
   above it is drawn, too. */
function follow(name, tries = 60) {
  const row = places(name).find((one) => one.offsetParent), show = () => row.scrollIntoView({ block: "center" });
  if (!row) return tries && setTimeout(follow, 250, name, tries - 1);
  mark(row);
  show();
  setTimeout(show, 1000);
}

if (!document.getElementById("reached")) {
  const style = document.createElement("style");
  style.id = "reached";
  style.textContent = ".reached { outline: 3px solid #d55e00; outline-offset: -3px } " +
    ".jp-Notebook button.csv { display: inline-block !important } .jp-Notebook button.csv::before { content: 'CSV' }";
  document.head.append(style);
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.(".jp-Notebook a[href^='#']"), button = target.closest?.("button.csv");
    const card = target.closest?.(".jp-Notebook a[class^='to-']");
    if (link) mark(places(decodeURIComponent(link.hash.slice(1)))[0]);
    if (card) follow(card.className.slice("to-".length));
    if (button) save(button);
  }, true);
}
