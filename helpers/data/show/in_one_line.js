/* The words of a cell as a spreadsheet takes them: what stands in lines, or is folded away, with a sign between; before words
   that it would compute an apostrophe, as in the files. */
function inOneLine(cell) {
  const copy = cell.cloneNode(true);
  for (const one of copy.querySelectorAll("summary")) one.append(": ");
  for (const one of copy.querySelectorAll("br")) one.replaceWith("; ");
  const words = copy.textContent.trim().replaceAll("\u00a0", " ");
  return /^[=+\-@]/.test(words) && Number.isNaN(Number(words.replaceAll(",", ""))) ? `'${words}` : words;
}
