/* A table as a spreadsheet takes it, on the pages and in JupyterLab: the words of a cell on one line, names whole, verdicts
   without their signs, and the addresses behind the words of a column in a column of their own. Before words that a
   spreadsheet would compute stands an apostrophe, as in the files. */
function inOneLine(cell) {
  const copy = cell.cloneNode(true);
  for (const one of copy.querySelectorAll("summary")) one.append(": ");
  for (const one of copy.querySelectorAll("br")) one.replaceWith("; ");
  const words = (cell.title || copy.textContent).trim().replace(/^[^\p{L}\p{N}\s]\u00a0/u, "").replaceAll("\u00a0", " ");
  return /^[=+\-@]/.test(words) && Number.isNaN(Number(words.replaceAll(",", ""))) ? `'${words}` : words;
}

/* The whole name of an article stands at the first row that has its short one; this tells it to the others. */
function nameWhole(table) {
  const cells = [...table.querySelectorAll("tbody td")], told = (cell) => `${cell.cellIndex} ${cell.textContent}`;
  const known = new Map(cells.filter((cell) => cell.title).map((cell) => [told(cell), cell.title]));
  for (const cell of cells) if (!cell.title && known.has(told(cell))) cell.title = known.get(told(cell));
}

function addresses(cell) {
  return [...new Set([...cell.querySelectorAll("a[href^=http]")].map((one) => one.getAttribute("href")))].join("; ");
}

/* The marks at its beginning tell a spreadsheet that the file is UTF-8. */
function csvOf(heads, rows) {
  const lead = heads.map((_, place) => rows.some((row) => addresses(row.cells[place]) && addresses(row.cells[place]) !== inOneLine(row.cells[place])));
  const quoted = (words) => (/[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
  const line = (words, links) => words.flatMap((one, place) => (lead[place] ? [one, links[place]] : [one])).map(quoted).join(",");
  const names = heads.map((one) => one.textContent.trim());
  const lines = rows.map((row) => line([...row.cells].map(inOneLine), [...row.cells].map(addresses)));
  return `\ufeff${[line(names, names.map((name) => `${name}: addresses`)), ...lines].join("\r\n")}\r\n`;
}

function saveTable(heading, heads, rows) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csvOf(heads, rows)], { type: "text/csv;charset=utf-8" }));
  link.download = `${heading.replace(/[^\p{L}\p{N}]+/gu, " ").trim().replaceAll(" ", "_") || "table"}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
