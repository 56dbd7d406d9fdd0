import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { contourLines } from "./contour-lines.ts";
import { densityField, type Field, massLevels } from "./density.ts";

const unit = { x0: 0, y0: 0, x1: 1, y1: 1 };

function fieldOf(rows: number[][]): Field {
  const values = Float32Array.from([...rows].reverse().flat());
  return { columns: rows[0]?.length ?? 0, rows: rows.length, bounds: unit, values };
}

describe("densityField", () => {
  it("holds all the mass of points inside, most of it where they are", () => {
    const field = densityField(
      Float32Array.of(0.5, 0.5, 0.5),
      Float32Array.of(0.5, 0.5, 0.5),
      null,
      unit,
      41,
      2,
    );
    expect(field.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(3, 4);
    expect(field.values.indexOf(Math.max(...field.values))).toBe(20 * 41 + 20);
  });
  it("comes near a Gaussian of its bandwidth", () => {
    const field = densityField(Float32Array.of(0.5), Float32Array.of(0.5), null, unit, 61, 4);
    const peak = field.values[30 * 61 + 30] ?? 0;
    // Three means are a little flatter on top than the bell.
    expect(peak * 2 * Math.PI * 16).toBeGreaterThan(0.8);
    expect(peak * 2 * Math.PI * 16).toBeLessThan(1.05);
    expect(Math.abs((field.values[30 * 61 + 34] ?? 0) / peak - Math.exp(-0.5))).toBeLessThan(0.1);
  });
  it("leaves hidden and unplaced points out", () => {
    const field = densityField(
      Float32Array.of(0.5, 0.5, Number.NaN),
      Float32Array.of(0.5, 0.5, 0),
      Uint8Array.of(1, 0, 1),
      unit,
    );
    expect(field.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 1);
  });
});

describe("massLevels", () => {
  it("puts the share of all mass above its level", () => {
    const field = fieldOf([
      [1, 2],
      [3, 4],
    ]);
    expect(massLevels(field, [0.4, 0.99])).toEqual([3, 1]);
  });
  it("has none for an empty field", () => {
    expect(
      massLevels(
        fieldOf([
          [0, 0],
          [0, 0],
        ]),
        [0.5],
      ),
    ).toEqual([]);
  });
});

describe("contourLines", () => {
  it("draws a closed ring around a peak, half way to its neighbors", () => {
    const [ring, ...others] = contourLines(
      fieldOf([
        [0, 0, 0],
        [0, 1, 0],
        [0, 0, 0],
      ]),
      0.5,
    );
    expect(others).toHaveLength(0);
    expect(ring).toHaveLength(5);
    expect(ring?.at(0)).toEqual(ring?.at(-1));
    for (const { x, y } of ring ?? []) expect(Math.abs(x - 0.5) + Math.abs(y - 0.5)).toBeCloseTo(0.25, 9);
  });
  it("closes along the border what reaches it", () => {
    const [ring, ...others] = contourLines(
      fieldOf([
        [0, 1],
        [0, 1],
        [0, 1],
      ]),
      0.25,
    );
    expect(others).toHaveLength(0);
    expect(ring?.at(0)).toEqual(ring?.at(-1));
    expect(Math.min(...(ring ?? []).map(({ x }) => x))).toBe(0.25);
  });
  it("draws one ring around each of two peaks that are apart", () => {
    const field = fieldOf([
      [0, 0, 0, 0, 0],
      [0, 1, 0, 1, 0],
      [0, 0, 0, 0, 0],
    ]);
    expect(contourLines(field, 0.5)).toHaveLength(2);
  });
  it.each(["\\", "/"])("closes every ring of noise, saddles included (%s)", (way) => {
    const random = seededRandom(way === "/" ? 1 : 2);
    const noise = Array.from({ length: 30 }, (_, row) =>
      Array.from({ length: 30 }, (_, column) => (row % 29 === 0 || column % 29 === 0 ? 0 : random())),
    );
    const lines = contourLines(fieldOf(noise), 0.5);
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(line.at(0)).toEqual(line.at(-1));
  });
  it("has no line where everything is on one side", () => {
    expect(
      contourLines(
        fieldOf([
          [0, 0],
          [0, 0],
        ]),
        0.5,
      ),
    ).toEqual([]);
  });
});
