import { describe, expect, it } from "vitest";
import { nearestNeighbors } from "#lib/metrics/neighbors.ts";
import type { Neighbors } from "#lib/metrics/neighbors-in-steps.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { fitCurve } from "./curve.ts";
import { fitBandwidths, membershipGraph, memberships } from "./membership-graph.ts";
import { principalPlane } from "./principal-plane.ts";
import { defaultEpochs } from "./umap-layout.ts";

function matrixOf(rows: number, columns: number, seed: number, place = (random: () => number) => random()) {
  const random = seededRandom(seed);
  return { data: Float64Array.from({ length: rows * columns }, () => place(random)), rows, columns };
}

const neighborsOf = (seed: number, k = 8, place?: (random: () => number) => number): Neighbors =>
  nearestNeighbors(matrixOf(60, 3, seed, place), k);

describe("fitBandwidths", () => {
  it("makes memberships sum to log2 (k + 1), and the nearest a full member", () => {
    for (let seed = 0; seed < 10; seed++) {
      const neighbors = neighborsOf(seed);
      const direct = memberships(neighbors, fitBandwidths(neighbors));
      for (let row = 0; row < neighbors.rows; row++) {
        const own = direct.subarray(row * 8, row * 8 + 8);
        expect(own[0]).toBe(1);
        expect(own.reduce((sum, value) => sum + value, 0)).toBeCloseTo(Math.log2(9), 3);
        expect([...own]).toEqual([...own].toSorted((a, b) => b - a));
      }
    }
  });

  it("scales with the distances, so that memberships do not", () => {
    const near = neighborsOf(3);
    const far = { ...near, distances: near.distances.map((distance) => distance * 64) };
    const [one, other] = [fitBandwidths(near), fitBandwidths(far)];
    other.sigmas.forEach((sigma, row) => {
      expect(sigma / 64).toBeCloseTo(one.sigmas[row] as number, 4);
      expect(other.rhos[row]).toBeCloseTo(64 * (one.rhos[row] as number), 9);
    });
  });

  it("takes for the nearest the first that is no duplicate, and none for points to be placed", () => {
    const neighbors = {
      rows: 2,
      k: 3,
      indices: Int32Array.of(1, 1, 1, 0, 0, 0),
      distances: Float64Array.of(0, 0, 2, 0, 0, 0),
    };
    expect([...fitBandwidths(neighbors).rhos]).toEqual([2, 0]);
    expect([...fitBandwidths(neighbors, false).rhos]).toEqual([0, 0]);
    expect(memberships(neighbors, fitBandwidths(neighbors)).every(Number.isFinite)).toBe(true);
  });
});

describe("membershipGraph", () => {
  it("unites the two directions of every edge, as a table of all pairs does", () => {
    for (const [seed, place] of [
      [1, undefined],
      [2, (random: () => number) => Math.floor(random() * 3)],
    ] as const) {
      const neighbors = neighborsOf(seed, 6, place);
      const direct = memberships(neighbors, fitBandwidths(neighbors));
      const table = new Map<string, number>();
      neighbors.indices.forEach((other, at) => {
        table.set(`${Math.floor(at / 6)} ${other}`, direct[at] as number);
      });
      const graph = membershipGraph(neighbors);
      const pairs = new Set([...table.keys()].flatMap((key) => [key, key.split(" ").reverse().join(" ")]));
      expect(graph.heads).toHaveLength(pairs.size);
      graph.heads.forEach((head, edge) => {
        const tail = graph.tails[edge] as number;
        const [p, q] = [table.get(`${head} ${tail}`) ?? 0, table.get(`${tail} ${head}`) ?? 0];
        expect(graph.weights[edge]).toBeCloseTo(p + q - p * q, 6);
      });
    }
  });

  it("has every edge in both directions with one weight, in order, and no point joined to itself", () => {
    const graph = membershipGraph(neighborsOf(4));
    const weights = new Map<string, number>();
    graph.heads.forEach((head, edge) => {
      weights.set(`${head} ${graph.tails[edge]}`, graph.weights[edge] as number);
    });
    const order = [...graph.heads].map((head, edge) => head * graph.points + (graph.tails[edge] as number));
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
    for (const [key, weight] of weights) {
      const [head, tail] = key.split(" ");
      expect(head).not.toBe(tail);
      expect(weights.get(`${tail} ${head}`)).toBe(weight);
      expect(weight > 0 && weight <= 1).toBe(true);
    }
  });

  it("has no edges where there is nobody to join", () => {
    const none = { rows: 3, k: 0, indices: new Int32Array(0), distances: new Float64Array(0) };
    expect(membershipGraph(none)).toMatchObject({ points: 3, heads: new Uint32Array(0) });
  });
});

describe("fitCurve", () => {
  const similarity = ({ a, b }: { a: number; b: number }, distance: number) =>
    1 / (1 + a * distance ** (2 * b));

  it.each([0, 0.05, 0.1, 0.5, 0.99])(
    "falls, and stays near the curve it stands for, at distance %d",
    (minDistance) => {
      const curve = fitCurve(minDistance);
      const distances = Array.from({ length: 60 }, (_, i) => i / 20);
      const values = distances.map((distance) => similarity(curve, distance));
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      for (const [i, distance] of distances.entries()) {
        const wanted = distance < minDistance ? 1 : Math.exp(-(distance - minDistance));
        expect(Math.abs((values[i] as number) - wanted)).toBeLessThan(0.15);
      }
    },
  );

  it("keeps points at its least distance closer to full similarity, the larger that is", () => {
    const at = [0.01, 0.1, 0.3, 0.6].map((minDistance) => similarity(fitCurve(minDistance), 0.4));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });
});

describe("principalPlane", () => {
  const wide = (seed: number) => {
    const random = seededRandom(seed);
    const data = Float64Array.from(
      { length: 300 * 5 },
      (_, at) => (random() - 0.5) * ([8, 1, 4, 1, 1][at % 5] as number),
    );
    return { data, rows: 300, columns: 5 };
  };

  it("is centered, and does not see where the rows lie", () => {
    const matrix = wide(1);
    const plane = principalPlane(matrix, 1);
    const moved = principalPlane(
      { ...matrix, data: matrix.data.map((value, at) => value + 100 * (at % 5)) },
      1,
    );
    for (const axis of [0, 1]) {
      expect(plane.reduce((sum, value, at) => sum + (at % 2 === axis ? value : 0), 0) / 300).toBeCloseTo(
        0,
        4,
      );
    }
    moved.forEach((value, at) => {
      expect(value).toBeCloseTo(plane[at] as number, 3);
    });
  });

  it("finds the same plane from any seed, up to what rounding leaves", () => {
    const [one, other] = [principalPlane(wide(2), 1), principalPlane(wide(2), 77)];
    one.forEach((value, at) => {
      expect(other[at]).toBeCloseTo(value, 2);
    });
  });

  it.each([
    ["no rows", 0, 4],
    ["one row", 1, 4],
    ["one column", 20, 1],
    ["two columns", 20, 2],
    ["more rows than it samples", 2100, 3],
  ])("is finite for %s", (_what, rows, columns) => {
    const plane = principalPlane(matrixOf(rows, columns, 5), 1);
    expect(plane).toHaveLength(2 * rows);
    expect(plane.every(Number.isFinite)).toBe(true);
  });

  it("is all zeros where the rows do not spread", () => {
    expect(
      principalPlane(
        matrixOf(30, 4, 1, () => 2),
        1,
      ).every((value) => Math.abs(value) < 1e-6),
    ).toBe(true);
  });
});

it("passes over more points less often", () => {
  const epochs = [0, 2500, 2501, 5000, 5001, 7500, 7501, 1e6].map(defaultEpochs);
  expect(epochs).toEqual([500, 500, 400, 400, 300, 300, 200, 200]);
});
