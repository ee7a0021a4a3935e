/* What a page does besides being read: tables that sort, filter and download; a legend that hides a kind of mark; links
   that show where they lead. Without it every row, mark and link is there all the same. */
"use strict";

/* Sorting and filtering are those of DataTables; the table keeps its scrolling box inside. */
function enliven(table) {
  const box = table.closest(".box");
  if (box) box.replaceWith(table);
  const rows = table.tBodies[0].rows.length;
  const wide = rows > 5;
  searchable(table);
  nameWhole(table);
  const drawn = new DataTable(table, {
    paging: false, autoWidth: false, order: [], info: wide, searching: true,
    language: { search: "", searchPlaceholder: "filter rows", info: "_TOTAL_ rows", infoFiltered: "of _MAX_", zeroRecords: "No row has these words." },
    layout: {
      topStart: wide ? "search" : null, topEnd: () => saveButton(table),
      bottomStart: wide ? "info" : null, bottomEnd: null,
    },
  });
  const button = table.closest(".dt-container").querySelector("button.csv"), name = () => nameSaved(drawn, button);
  drawn.on("draw", name);
  name();
  if (wide) sayOrder(drawn, [...table.tBodies[0].rows]);
  const inner = document.createElement("div");
  inner.className = "box";
  inner.tabIndex = 0;
  inner.setAttribute("role", "region");
  inner.setAttribute("aria-label", `Table of ${rows} rows`);
  if (box) inner.style.maxHeight = box.style.maxHeight;
  table.before(inner);
  inner.append(table);
}

/* A table whose rows already stand in the order of a column, up or down, says so at its heading. */
function sayOrder(drawn, rows) {
  for (let column = 0; column < rows[0].cells.length; column++) {
    const words = rows.map(({ cells }) => cells[column].dataset.order ?? cells[column].textContent.trim().toLowerCase());
    const numbers = words.map((one) => Number(one.replace(/[,%]/g, "")));
    const keys = words.includes("") || numbers.some(Number.isNaN) ? words : numbers;
    const stands = (way) => keys.every((key, place) => !place || (way === "asc" ? keys[place - 1] <= key : keys[place - 1] >= key));
    const way = new Set(keys).size > 1 && ["asc", "desc"].find(stands);
    if (!way) continue;
    drawn.order([column, way]).draw();
    if (drawn.rows({ order: "applied" }).nodes().toArray().every((row, place) => row === rows[place])) return;
    drawn.order([]).draw();
  }
}

/* The rows that the filter leaves, in the order in which they stand. */
function saveButton(table) {
  const heading = [...document.querySelectorAll("h2, h3")].filter(
    (one) => one.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING
  ).at(-1);
  const name = heading ? heading.firstChild.textContent : document.title, button = document.createElement("button");
  button.type = "button";
  button.className = "csv";
  button.addEventListener("click", () => saveTable(name, [...table.tHead.rows[0].cells], new DataTable.Api(table).rows({ search: "applied" }).nodes().toArray()));
  return button;
}

/* What the button saves are the rows that the filter leaves; if these are not all, it says so. */
function nameSaved(rows, button) {
  const left = rows.rows({ search: "applied" }).count(), all = rows.rows().count();
  button.textContent = left < all ? `CSV (${left} of ${all} rows)` : "CSV";
  button.title = left < all ? "download the rows that the filter leaves as CSV" : "download this table as CSV";
}

/* On a phone a row with several columns of words is read from top to bottom: each of its cells then says what it is. */
function stack(table) {
  const heads = [...table.tHead.rows[0].cells];
  if (heads.filter((one) => !one.classList.contains("n")).length < 3) return;
  table.classList.add("stacked");
  const labels = heads.map((one) => one.textContent.trim());
  for (const row of table.tBodies[0].rows)
    [...row.cells].forEach((cell, place) => {
      cell.dataset.label = labels[place];
      cell.classList.toggle("nothing", cell.textContent.trim() === "–");
    });
}

/* What is not wider than its box asks nobody to scroll; a table that is gives up the least widths of its columns first. */
const seen = new ResizeObserver((changes) => changes.forEach(({ target }) => fit(target)));
function fit(box) {
  const fits = () => box.scrollWidth <= box.clientWidth + 1;
  if (box.matches(".box")) box.classList.remove("tight");
  if (box.matches(".box") && !fits()) box.classList.add("tight");
  box.classList.toggle("fits", fits());
  box.classList.toggle("end", box.scrollLeft + box.clientWidth >= box.scrollWidth - 1);
}

/* A figure somewhat wider than the screen is fitted in; one whose letters would be too small then shows a part of it, at a size
   that can be read. A button fits all of it in, and gives it its size again. */
const LEAST_FITTED = 0.8;
function fitIn(drawing) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "more whole";
  const show = (whole) => {
    drawing.classList.toggle("whole", whole);
    button.textContent = whole ? "figure at full size" : "whole figure";
    button.setAttribute("aria-pressed", String(whole));
    fit(drawing);
  };
  button.addEventListener("click", () => show(!drawing.classList.contains("whole")));
  show(drawing.scrollWidth > drawing.clientWidth + 1 && drawing.clientWidth >= LEAST_FITTED * drawing.scrollWidth);
  drawing.before(button);
  drawing.addEventListener("scroll", () => fit(drawing), { passive: true });
}

/* Of what is folded away in a cell the filter reads what leads on, such as the names of pages, and no reasons: who types
   "not found" wants the verdict, not every row whose reason has these words. */
function searchable(table) {
  const folded = new Set([...table.querySelectorAll("td details")].map((one) => one.closest("td").cellIndex));
  for (const row of table.tBodies[0].rows)
    for (const column of folded) {
      const cell = row.cells[column];
      cell.dataset.search = [...cell.querySelectorAll("summary, a")].map((one) => one.textContent).join(" ");
    }
}

/* A long table begins with its first rows; a button below shows the others. Filtering and sorting reach all of them. */
const FIRST_ROWS = 10, ROWS_AT_FULL_HEIGHT = 25;
function shorten(table) {
  const rows = table.tBodies[0].rows.length;
  if (rows <= ROWS_AT_FULL_HEIGHT) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "more";
  button.textContent = `show all ${rows} rows`;
  table.classList.add("short");
  button.addEventListener("click", () => lengthen(table));
  table.closest(".box").after(button);
}

function lengthen(table) {
  table.classList.remove("short");
  const button = table.closest(".box").nextElementSibling;
  if (button && button.className === "more") button.remove();
}

/* Whole articles are folded away until somebody wants them, or a link leads into one. */
function fold(name) {
  const box = name.nextElementSibling, whole = document.createElement("details"), summary = document.createElement("summary");
  whole.className = "whole";
  summary.append(...name.childNodes);
  name.replaceWith(whole);
  whole.append(summary, box);
}

/* A click on a kind in the legend hides its marks, a second one shows them again; a double click shows them alone. */
function filter(legend) {
  const area = legend.parentElement, buttons = [];
  const show = (button, shown) => {
    area.classList.toggle(`hide-${button.dataset.kind}`, !shown);
    button.setAttribute("aria-pressed", String(shown));
  };
  for (const kind of legend.querySelectorAll("span[class]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.style.cssText = kind.style.cssText;
    button.textContent = kind.textContent;
    button.setAttribute("aria-pressed", "true");
    button.dataset.kind = kind.className;
    button.title = "click to hide, double-click to see it alone";
    button.addEventListener("click", () => show(button, button.getAttribute("aria-pressed") !== "true"));
    button.addEventListener("dblclick", () => buttons.forEach((one) => show(one, one === button)));
    buttons.push(button);
    kind.replaceWith(button);
  }
}

/* A link into a table whose rows are filtered shows all of them first; whatever is folded away is opened. */
function reveal() {
  const name = decodeURIComponent(location.hash.slice(1));
  if (!name) return;
  if (!document.getElementById(name)) DataTable.tables({ api: true }).search("").draw();
  const target = document.getElementById(name);
  if (!target) return;
  for (let element = target; element; element = element.parentElement) {
    if (element.tagName === "DETAILS") element.open = true;
    if (element.matches("table.short")) lengthen(element);
  }
  if (target.matches("tr")) target.querySelectorAll("td > details").forEach((one) => (one.open = true)); /* its sources */
  if (target.matches(".of-article")) only(target.closest("tr"));
  reached(name);
  /* what is read on from there, or is higher than half the screen, begins near its top */
  const long = target.matches("h2, h3") || target.offsetHeight > innerHeight / 2;
  target.scrollIntoView({ block: long ? "start" : "center" });
}

/* A passage that others overlap stands in several marks, each of which says of which passages it is a part. */
function reached(name) {
  document.querySelectorAll("mark.reached").forEach((one) => one.classList.remove("reached"));
  document.querySelectorAll(`mark[data-of~="${CSS.escape(name)}"]`).forEach((one) => one.classList.add("reached"));
}

/* Whoever comes for the rows of one article sees these alone, and its name in the filter, from where it can be taken away. */
function only(row) {
  const table = row.closest("table");
  if (table.closest(".dt-container")?.querySelector(".dt-search")) new DataTable.Api(table).search(row.cells[0].textContent).draw();
}

/* A count above a table shows the rows of its kind alone; a second click shows all of them again. */
function filterBy(count) {
  const table = document.getElementById(decodeURIComponent(count.hash.slice(1)))?.closest("table.dataTable");
  if (!table) return;
  const rows = new DataTable.Api(table), words = count.dataset.filter;
  const show = () => {
    count.setAttribute("aria-pressed", String(rows.search() === words));
    count.title = rows.search() === words ? "click to see all rows again" : "click to see these rows alone";
  };
  if (!count.previousElementSibling) count.before("Show only: ");
  if (count.nextSibling) count.nextSibling.data = " "; /* buttons need no dot between them */
  count.setAttribute("role", "button");
  count.addEventListener("click", () => rows.search(rows.search() === words ? "" : words).draw());
  count.addEventListener("keydown", (event) => {
    if (event.key !== " ") return; /* as on any button */
    event.preventDefault();
    count.click();
  });
  rows.on("draw", show);
  show();
}

/* A mark of a figure that stands for several sentences opens a list of them, each of which leads to its place. */
const list = document.createElement("dialog");
list.className = "list";
list.setAttribute("aria-label", "the sentences of this mark");
list.addEventListener("click", ({ target }) => { if (target === list || target.closest("a, button")) list.close(); });

function openList(link) {
  const names = [link.getAttribute("href").slice(1), ...link.dataset.also.split(" ")].map(decodeURIComponent);
  if (!names.every((name) => document.getElementById(name))) DataTable.tables({ api: true }).search("").draw();
  const places = names.map((name) => document.getElementById(name)).filter(Boolean);
  if (places.length < 2) return false;
  list.innerHTML = '<button type="button" class="more">close</button><ol></ol>';
  list.lastChild.append(...places.map(inList));
  list.showModal();
  list.querySelector("a").focus();
  return true;
}

function inList(place) {
  const item = document.createElement("li"), way = document.createElement("a"), article = articleOf(place);
  way.href = `#${place.id}`;
  way.textContent = wordsAround(place.matches("tr") ? place.querySelector("td > mark") ?? place.cells[1] : place);
  item.append(article ? `${article}: ` : "", way);
  return item;
}

function articleOf(place) {
  return place.matches("tr") ? place.cells[0].textContent : place.closest("details.whole")?.querySelector("summary b")?.textContent;
}

/* Some words on both sides of a place, without what leads from marks to elsewhere. */
const AROUND = 90;
function wordsAround(place) {
  const block = place.closest("p, li, td, h3") ?? place, range = document.createRange();
  const words = (first, last) => {
    range.setStart(...first);
    range.setEnd(...last);
    const part = range.cloneContents();
    part.querySelectorAll("small, summary").forEach((one) => one.remove());
    part.querySelectorAll("mark").forEach((one) => { one.textContent = one.textContent.trimEnd(); });
    return part.textContent.replace(/\s+/g, " ");
  };
  const above = place.parentNode, at = [...above.childNodes].indexOf(place);
  const before = words([block, 0], [above, at]), after = words([above, at + 1], [block, block.childNodes.length]);
  const own = words([above, at], [above, at + 1]).trim();
  const head = before.length > AROUND ? `… ${before.slice(-AROUND).replace(/^\S*\s/, "")}` : before;
  const tail = after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s\S*$/, "")} …` : after;
  return `${head}${own}${tail}`.trim();
}

/* The way back shows the page as it was left: what was open, and what the tables were filtered by. */
const FOLDS = "details:not(.code)";
function remember() {
  const open = [...document.querySelectorAll(FOLDS)].flatMap((one, place) => (one.open ? [place] : []));
  const filters = DataTable.tables().map((table) => new DataTable.Api(table).search());
  history.replaceState({ open, filters }, "");
}

function restore(state) {
  if (!state?.filters) return;
  DataTable.tables().forEach((table, place) => new DataTable.Api(table).search(state.filters[place] ?? "").draw());
  document.querySelectorAll(FOLDS).forEach((one, place) => { one.open ||= state.open.includes(place); });
}

document.body.append(list);
document.querySelectorAll("table.rows").forEach((table) => { stack(table); enliven(table); shorten(table); });
document.querySelectorAll("p.whole").forEach(fold);
document.querySelectorAll(".legend").forEach(filter);
document.querySelectorAll("a[data-filter]").forEach(filterBy);
document.querySelectorAll(".drawing:not(.narrow)").forEach(fitIn);
document.querySelectorAll(".box, .drawing").forEach((box) => { fit(box); seen.observe(box); });
addEventListener("hashchange", reveal);
addEventListener("popstate", ({ state }) => restore(state));
addEventListener("load", () => { restore(history.state); reveal(); });
document.addEventListener("toggle", remember, true);
DataTable.tables().forEach((table) => new DataTable.Api(table).on("draw", remember));
addEventListener("click", (event) => {
  const several = event.target.closest?.("a[data-also]");
  if (several && openList(several)) event.preventDefault();
  const link = event.target.closest?.("a[href^='#']");
  if (link && link.getAttribute("href") === location.hash) reveal(); /* the address stays, so nothing else would tell */
});
