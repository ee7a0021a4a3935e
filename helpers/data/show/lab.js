/* What a notebook that was run does in JupyterLab besides being read: a table is saved as CSV by a click on the button below
   it, and what a link led to is marked as on the pages. JupyterLab lets no notebook do so that was only opened. */
function csvOf(table) {
  const quoted = (words) => (/[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
  return [...table.rows].map((row) => [...row.cells].map((cell) => quoted(inOneLine(cell))).join(",")).join("\r\n") + "\r\n";
}

function save(button) {
  const notebook = button.closest(".jp-Notebook") ?? document, table = button.parentElement.querySelector("table.rows");
  const above = [...notebook.querySelectorAll("h1, h2, h3")].filter(
    (one) => one.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING
  ).at(-1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", csvOf(table)], { type: "text/csv" }));
  link.download = `${(above?.textContent ?? "table").replace(/[^\p{L}\p{N}]+/gu, " ").trim().replaceAll(" ", "_")}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function mark(link) {
  const name = CSS.escape(decodeURIComponent(link.hash.slice(1)));
  document.querySelectorAll(".reached").forEach((one) => one.classList.remove("reached"));
  document.querySelector(`[data-jupyter-id="${name}"], [id="${name}"]`)?.classList.add("reached");
}

if (!document.getElementById("reached")) {
  const style = document.createElement("style");
  style.id = "reached";
  style.textContent = ".reached { outline: 3px solid #d55e00; outline-offset: -3px } " +
    ".jp-Notebook button.csv { display: inline-block } .jp-Notebook button.csv::before { content: 'CSV' }";
  document.head.append(style);
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.(".jp-Notebook a[href^='#']"), button = target.closest?.("button.csv");
    if (link) mark(link);
    if (button) save(button);
  }, true);
}
