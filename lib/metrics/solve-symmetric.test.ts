import { describe, expect, it } from "vitest";
import { solveSymmetric } from "./solve-symmetric.ts";

describe("solveSymmetric", () => {
  it("solves a regular system", () => {
    // 2 x + y = 5, x + 3 y = 10 has x = 1, y = 3.
    expect(
      solveSymmetric(
        [
          [2, 1],
          [1, 3],
        ],
        [5, 10],
      ),
    ).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)]);
  });

  it("solves a singular one that has solutions", () => {
    const [x = 0, y = 0] = solveSymmetric(
      [
        [1, 1],
        [1, 1],
      ],
      [2, 2],
    );
    expect(x + y).toBeCloseTo(2, 12);
  });

  it("gives zeros for a zero matrix", () => {
    expect(
      solveSymmetric(
        [
          [0, 0],
          [0, 0],
        ],
        [0, 0],
      ),
    ).toEqual([0, 0]);
  });
});
