/** How much of the window the table takes. */
export const tableHeights = ["closed", "half", "tall"] as const;
type TableHeight = (typeof tableHeights)[number];

/** What is open around the map. */
export type MapPanels = { filters: boolean; inspector: boolean; table: TableHeight };

export const panelCookie = "carryover-map";
const atFirst: MapPanels = { filters: false, inspector: true, table: "closed" };

/** What a cookie remembers; whatever it does not say is as at first. */
export function panelsFrom(text: string | undefined): MapPanels {
  const [filters, inspector, height] = (text ?? "").split(".");
  return {
    filters: filters ? filters === "filters" : atFirst.filters,
    inspector: inspector ? inspector === "inspector" : atFirst.inspector,
    table: tableHeights.find((each) => each === height) ?? atFirst.table,
  };
}

/** For the cookie: what is open by its name, what is closed by a dash. */
export function panelsText({ filters, inspector, table }: MapPanels): string {
  return [filters ? "filters" : "-", inspector ? "inspector" : "-", table].join(".");
}
