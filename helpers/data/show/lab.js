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

/* The name of a mark stands in an empty link before it, that of an article's first row in one inside it. */
function places(name) {
  const found = document.querySelectorAll(`[data-jupyter-id="${CSS.escape(name)}"], [id="${CSS.escape(name)}"]`);
  return [...found].map((one) => (one.matches(".of-article") ? one.closest("tr") : named(one)));
}

function named(one) {
  while (one?.matches("a:empty")) one = one.nextElementSibling;
  return one;
}

function mark(name, place) {
  document.querySelectorAll(".reached").forEach((one) => one.classList.remove("reached"));
  place?.classList.add("reached");
  for (const part of document.querySelectorAll(`mark[data-of~="${CSS.escape(name)}"]`)) part.classList.add("reached");
}

/* JupyterLab opens another notebook at a section; the row in it can be shown once it is drawn, and again when what stands
   above it is drawn, too. */
function follow(name, tries = 60) {
  const row = places(name).find((one) => one?.offsetParent), show = () => row.scrollIntoView({ block: "center" });
  if (!row) return tries && setTimeout(follow, 250, name, tries - 1);
  mark(name, row);
  show();
  setTimeout(show, 1000);
}

if (!document.getElementById("reached")) {
  const style = document.createElement("style");
  style.id = "reached";
  style.textContent = ".reached { outline: 3px solid #d55e00; outline-offset: -3px } mark.reached { outline-offset: 1px } " +
    ".jp-Notebook table.rows tbody tr { scroll-margin: 6em 0 } .jp-Notebook table.rows:has(.reached) tr:hover:not(.reached) { background: none } " +
    ".jp-Notebook .box thead th { position: sticky; top: 0; background: var(--jp-layout-color0) } " +
    ".jp-Notebook button.csv { display: inline-block !important } .jp-Notebook button.csv::before { content: 'CSV' }";
  document.head.append(style);
  const name = (link) => decodeURIComponent(link.hash.slice(1));
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.(".jp-Notebook a[href^='#']"), button = target.closest?.("button.csv");
    const card = target.closest?.(".jp-Notebook a[class^='to-']");
    if (link) mark(name(link), places(name(link))[0]);
    if (card) follow(card.className.slice("to-".length));
    if (button) save(button);
  }, true);
}
