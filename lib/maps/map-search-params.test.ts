import { createLoader } from "nuqs/server";
import { describe, expect, it } from "vitest";
import { type MapSearchParams, mapHref, mapSearchParams } from "./map-search-params.ts";

const load = createLoader(mapSearchParams);

describe("the address of a map", () => {
  it("brings back everything one sees, the lasso included", () => {
    const state: MapSearchParams = {
      type: "insight",
      color: "effect",
      shape: "outcome",
      size: "retrievals",
      contours: true,
      labels: false,
      query: "fix the build",
      at: "0190a000-0000-7000-8000-000000000002",
      off: [{ category: "tags", name: "a~b, c" }],
      range: [
        { measure: "lisi", low: -1.5, high: 3 },
        { measure: "netTasks", low: -Infinity, high: -2 },
      ],
      view: [{ of: "insight", centerX: 1.25, centerY: -2, scale: 30.5 }],
      areas: [
        {
          on: "insight",
          mode: "replace",
          corners: [
            { x: 0.125, y: -1 },
            { x: 2, y: 3 },
            { x: 4, y: -5.5 },
          ],
        },
        {
          on: "all",
          mode: "remove",
          corners: [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
        },
      ],
      ids: ["0190a000-0000-7000-8000-000000000000", "!0190a000-0000-7000-8000-000000000001"],
    };
    expect(load(mapHref("", state))).toEqual(state);
  });

  it.each([
    ["an area of one corner", "areas=insight_%3D_1_2"],
    ["an area of an unknown map", "areas=poems_%3D_1_2_3_4"],
    ["a corner that is no number", "areas=insight_%3D_1_2_3_x"],
    ["a range the wrong way round", "range=lisi~3~1"],
    ["a range of what is no measure", "range=title~1~3"],
    ["a view without a scale", "view=insight_1_2"],
    ["a view from nowhere", "view=insight_1_2_0"],
    ["an unknown facet", "off=shoe~42"],
  ])("leaves out %s", (_why, query) => {
    const { areas, range, view, off } = load(`?${query}`);
    expect([areas, range, view, off]).toEqual([[], [], [], []]);
  });
});
