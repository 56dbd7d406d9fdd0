import { describe, expect, it } from "vitest";
import { type MapPanels, panelsFrom, panelsText } from "./map-panels.ts";

describe("panelsFrom", () => {
  it("reads back what was written", () => {
    for (const filters of [true, false]) {
      for (const table of ["closed", "half", "tall"] as const) {
        const panels: MapPanels = { filters, inspector: !filters, table };
        expect(panelsFrom(panelsText(panels))).toEqual(panels);
      }
    }
  });

  it("opens the inspector alone at first, and for a cookie that says nothing", () => {
    const first = { filters: false, inspector: true, table: "closed" };
    expect(panelsFrom(undefined)).toEqual(first);
    expect(panelsFrom("")).toEqual(first);
    expect(panelsFrom("filters.inspector.huge")).toEqual({ ...first, filters: true });
  });
});
