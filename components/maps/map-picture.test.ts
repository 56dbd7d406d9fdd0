import { describe, expect, it } from "vitest";
import { packHex } from "#components/scatter/pack-color.ts";
import { categoryColumn, type MapPoints, unknownNumbers } from "#lib/maps/map-binary.ts";
import { mapSvg, type PictureInput } from "./map-picture.ts";
import { sameCategories } from "./testing.ts";

const column = categoryColumn(["a", "b", "b"]);
const points: MapPoints = {
  x: Float32Array.of(0, 1, 2),
  y: Float32Array.of(0, 1, 0),
  ids: ["m0", "m1", "m2"],
  placed: new Uint8Array(3),
  categories: sameCategories(column),
  numbers: unknownNumbers(3),
};
const input: PictureInput = {
  points,
  look: { color: { codes: column.codes, palette: Uint32Array.of(packHex("#112233"), packHex("#445566")) } },
  visible: Uint8Array.of(1, 1, 1),
  selected: null,
  title: "insight memories by <b>",
  note: "umap, seed 42",
  legend: [{ name: "a & b", color: "#112233" }],
  dark: false,
};

describe("mapSvg", () => {
  it("draws a mark for each visible point in its color", () => {
    expect(mapSvg(input).match(/<polygon/g)).toHaveLength(3);
    expect(mapSvg({ ...input, visible: Uint8Array.of(1, 0, 0) }).match(/<polygon[^>]*#112233/g)).toHaveLength(
      1,
    );
  });

  it("fades what is not selected and puts the selection on top", () => {
    const marks = mapSvg({ ...input, selected: Uint8Array.of(1, 0, 0) }).match(/<polygon[^>]*>/g) ?? [];
    expect(marks.map((mark) => mark.includes("opacity"))).toEqual([true, true, false]);
    expect(marks.at(-1)).toContain("#112233");
  });

  it("tells how it was made, and writes names as text", () => {
    const svg = mapSvg(input);
    expect(svg).toContain("umap, seed 42");
    expect(svg).toContain("a &amp; b");
    expect(svg).toContain("by &lt;b&gt;");
    expect(svg).not.toContain("<b>");
  });

  it("is a picture even without points", () => {
    const none = { ...points, x: new Float32Array(), y: new Float32Array(), ids: [] };
    expect(mapSvg({ ...input, points: none })).not.toContain("NaN");
  });
});
