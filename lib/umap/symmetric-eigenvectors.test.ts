import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { largestEigenvectors } from "./symmetric-eigenvectors.ts";

describe("largestEigenvectors", () => {
  it("finds those of a matrix with known ones", () => {
    // 5 and 1, along (1, 1) and (1, -1).
    const [first, second] = largestEigenvectors(Float64Array.of(3, 2, 2, 3), 2, 2);
    expect(Math.abs((first?.[0] ?? 0) + (first?.[1] ?? 0))).toBeCloseTo(Math.SQRT2, 12);
    expect(Math.abs((second?.[0] ?? 0) - (second?.[1] ?? 0))).toBeCloseTo(Math.SQRT2, 12);
  });

  it("gives vectors that the matrix only stretches, the most stretched first", () => {
    const size = 8;
    const random = seededRandom(2);
    const half = Float64Array.from({ length: size * size }, () => random() - 0.5);
    const matrix = half.map(
      (value, at) => value + (half[(at % size) * size + Math.floor(at / size)] as number),
    );
    const image = (v: Float64Array) =>
      v.map((_, i) => v.reduce((sum, x, j) => sum + (matrix[i * size + j] as number) * x, 0));
    const vectors = largestEigenvectors(matrix, size, size);
    const values = vectors.map((v) => image(v).reduce((sum, x, i) => sum + x * (v[i] as number), 0));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    vectors.forEach((v, k) => {
      image(v).forEach((x, i) => {
        expect(x).toBeCloseTo((values[k] as number) * (v[i] as number), 9);
      });
    });
  });

  it.each([
    { matrix: new Float64Array(9), why: "nothing at all" },
    { matrix: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), why: "all directions alike" },
  ])("gives unit vectors of $why", ({ matrix }) => {
    for (const vector of largestEigenvectors(matrix, 3, 2)) expect(Math.hypot(...vector)).toBeCloseTo(1, 12);
  });
});
