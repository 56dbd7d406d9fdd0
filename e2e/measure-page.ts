/** What a person sees of a page without scrolling, in px. Runs in the browser: it may use nothing from outside. */
export type PageMeasures = {
  /** Top of the first thing under the page's head; null where there is nothing. */
  contentTop: number | null;
  tables: TableMeasures[];
};
export type TableMeasures = {
  label: string;
  /** One of the lists that pages are about, not a table among other things. */
  isList: boolean;
  rows: number;
  rowsInView: number;
  rowHeight: number;
  columns: string[];
  /** Headers of columns that lie beyond the right edge of what holds the table, or under its last column. */
  cutColumns: string[];
  /** Headers of columns in which more than half of the cells are cut with an ellipsis. */
  shortenedColumns: string[];
};

export function measurePage(): PageMeasures {
  const main = document.querySelector("main");
  const head = main?.querySelector("h1")?.closest("header") ?? main?.querySelector("h1");
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
  };
  // What has a frame is seen to begin where its frame does.
  const isContent = (element: Element) =>
    !head?.contains(element) &&
    isSeen(element) &&
    (element.matches("canvas, svg, input, select, textarea, button, table, [data-slot]") ||
      Number.parseFloat(getComputedStyle(element).borderTopWidth) > 0 ||
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()));
  const tops = [...(main?.querySelectorAll("*") ?? [])]
    .filter(isContent)
    .map((element) => element.getBoundingClientRect().top + window.scrollY);
  return {
    contentTop: tops.length > 0 ? Math.round(Math.min(...tops)) : null,
    tables: [...(main?.querySelectorAll("table") ?? [])].filter(isSeen).map(measureTable),
  };

  function measureTable(table: HTMLTableElement): TableMeasures {
    const holder = table.parentElement ?? table;
    const view = holder.getBoundingClientRect();
    const rows = [...table.querySelectorAll("tbody > tr:not([aria-hidden])")];
    const boxes = rows.map((row) => row.getBoundingClientRect());
    const heads = [...table.querySelectorAll("thead > tr:last-child > th")];
    const isSticky = (cell: Element) => getComputedStyle(cell).position === "sticky";
    const last = heads.at(-1);
    const rightEdge = Math.min(
      window.innerWidth,
      last && heads.length > 1 && isSticky(last) ? last.getBoundingClientRect().left : view.right,
    );
    const cut = heads.filter((each) => !isSticky(each) && each.getBoundingClientRect().right > rightEdge + 1);
    const isCut = (element: Element) =>
      getComputedStyle(element).textOverflow === "ellipsis" && element.scrollWidth > element.clientWidth;
    const shortened = heads.filter((_, index) => {
      const cells = rows.flatMap((row) => row.children[index] ?? []);
      return (
        cells.filter((cell) => [cell, ...cell.querySelectorAll("*")].some(isCut)).length > cells.length / 2
      );
    });
    const name = (each: Element) => each.textContent?.trim() ?? "";
    return {
      label: table.getAttribute("aria-label") ?? table.caption?.textContent ?? "",
      isList: table.closest("[data-slot=data-table]:not([data-plain])") !== null,
      rows: Math.max(rows.length, Number(table.getAttribute("aria-rowcount") ?? 1) - 1),
      rowsInView: boxes.filter(
        ({ top, bottom }) => top >= view.top - 1 && bottom <= Math.min(window.innerHeight, view.bottom) + 1,
      ).length,
      rowHeight: Math.ceil(Math.max(0, ...boxes.map(({ height }) => height)) - 0.25),
      columns: heads.map(name),
      cutColumns: cut.map(name),
      shortenedColumns: shortened.map(name),
    };
  }
}
