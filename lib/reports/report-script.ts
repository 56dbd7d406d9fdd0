import { Html } from "#lib/shared/html.ts";

/** Makes heads of tables sort and the tasks' filters filter. Holds no data and writes no markup. */
export const reportScript = new Html(`
"use strict";
for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0];
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    if (!head.textContent) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[column]) }));
      keyed.sort((a, b) => Number(a.key === "") - Number(b.key === "") || (down ? -1 : 1) * order(a.key, b.key));
      body.append(...keyed.map(({ row }) => row));
    });
  });
}
function keyOf(cell) {
  const text = cell.dataset.sort ?? cell.textContent.trim();
  return text === "" || Number.isNaN(Number(text)) ? text : Number(text);
}
function order(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true });
}
const form = document.querySelector(".filters");
const tasks = document.getElementById("tasks");
form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => {
  const { outcome, benchmark, q } = Object.fromEntries(new FormData(form));
  let shown = 0;
  for (const row of tasks.tBodies[0].rows) {
    const fits =
      (!outcome || row.dataset.outcome === outcome) &&
      (!benchmark || row.dataset.benchmark === benchmark) &&
      row.cells[1].textContent.toLowerCase().includes(q.trim().toLowerCase());
    row.hidden = !fits;
    if (fits) shown += 1;
  }
  form.querySelector("output").textContent = shown + " of " + tasks.tBodies[0].rows.length;
});
`);
