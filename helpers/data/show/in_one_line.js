/* A table as a spreadsheet takes it, on the pages and in JupyterLab: the words of a cell on one line, names whole, verdicts
   without their signs, each address behind the words of a column in a column of its own, and, of a row that stands for words
   of an article and does not show them, these and their place. Before words that a spreadsheet would compute stands an
   apostrophe, as in the files. */
function inOneLine(cell) {
  const copy = cell.cloneNode(true);
  for (const one of copy.querySelectorAll("summary")) one.append(": ");
  for (const one of copy.querySelectorAll("br")) one.replaceWith("; ");
  return guarded((cell.title || copy.textContent).trim().replace(/^[^\p{L}\p{N}\s]\u00a0/u, "").replaceAll("\u00a0", " "));
}

function guarded(words) {
  return /^[=+\-@]/.test(words) && Number.isNaN(Number(words.replaceAll(",", ""))) ? `'${words}` : words;
}

/* The whole name of an article stands at the first row that has its short one; this tells it to the others. */
function nameWhole(table) {
  const cells = [...table.querySelectorAll("tbody td")], told = (cell) => `${cell.cellIndex} ${cell.textContent}`;
  const known = new Map(cells.filter((cell) => cell.title).map((cell) => [told(cell), cell.title]));
  for (const cell of cells) if (!cell.title && known.has(told(cell))) cell.title = known.get(told(cell));
}

function addresses(cell) {
  return [...new Set([...cell.querySelectorAll("a[href^=http]")].map((one) => one.getAttribute("href")))];
}

/* The words of the article for which a row stands, and where these begin and end, as its name says; the words are those
   marked in the article below. */
function passage(row) {
  const [whole, begin, end] = row.id.match(/^row-.*-(\d+)-(\d+)$/) ?? [];
  if (!whole) return ["", "", ""];
  const name = CSS.escape(whole.replace("row-", "text-"));
  let first = document.querySelector(`#${name}`);
  while (first && !first.matches("mark")) first = first.nextElementSibling;
  const parts = [...new Set(first ? [first, ...document.querySelectorAll(`mark[data-of~="${name}"]`)] : [])];
  const apart = (one, before) => before && one.closest("td, th") !== before.closest("td, th"); /* the article has bars there */
  const words = parts.map((one, n) => (apart(one, parts[n - 1]) ? " | " : "") + bare(one)).join("").replace(/\s+/g, " ").trim();
  return [guarded(words.includes(" | ") && words.length + 2 <= end - begin ? `${words} |` : words), begin, end];
}

/* The words of a mark without the notes behind them, each of which a space parts from these. */
function bare(mark) {
  const copy = mark.cloneNode(true);
  for (const note of copy.querySelectorAll("a, small")) {
    if (note.previousSibling?.nodeType === Node.TEXT_NODE) note.previousSibling.data = note.previousSibling.data.replace(/ $/, "");
    note.remove();
  }
  return copy.textContent;
}

/* The marks at its beginning tell a spreadsheet that the file is UTF-8. */
function csvOf(heads, rows) {
  const names = heads.map((one) => one.textContent.trim()), cells = rows.map((row) => [...row.cells]);
  const more = names.map((_, place) => {
    const found = cells.map((row) => addresses(row[place])).filter((links, row) => links.join() !== inOneLine(cells[row][place]));
    return Math.max(0, ...found.map((links) => links.length));
  });
  const passages = names.includes("place") ? [] : rows.map(passage), placed = passages.some(([, begin]) => begin);
  const quoted = (words) => (/[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
  const line = (words, links, place) =>
    [...words.flatMap((one, n) => [one, ...Array.from({ length: more[n] }, (_, at) => links(n)[at] ?? "")]), ...(placed ? place : [])].map(quoted).join(",");
  const head = line(names, (n) => Array.from({ length: more[n] }, (_, at) => `${names[n]}: address ${at + 1}`), ["quote", "start", "end"]);
  const lines = cells.map((row, at) => line(row.map(inOneLine), (n) => addresses(row[n]), passages[at]));
  return `\ufeff${[head, ...lines].join("\r\n")}\r\n`;
}

function saveTable(heading, heads, rows) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csvOf(heads, rows)], { type: "text/csv;charset=utf-8" }));
  link.download = `${heading.replace(/[^\p{L}\p{N}]+/gu, " ").trim().replaceAll(" ", "_") || "table"}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
