import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { daviesBouldin } from "#lib/metrics/davies-bouldin.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import { nearestNeighbors } from "#lib/metrics/neighbors.ts";
import { trustworthiness } from "#lib/metrics/trustworthiness.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { fitCurve } from "./curve.ts";
import { fitBandwidths, membershipGraph } from "./membership-graph.ts";
import { principalPlane } from "./principal-plane.ts";
import { umapLayout } from "./umap-layout.ts";

type Fixture = {
  k: number;
  knnIndices: number[][];
  knnDists: number[][];
  sigmas: number[];
  rhos: number[];
  graph: { row: number[]; col: number[]; val: number[] };
  ab: Record<string, [number, number]>;
};
/** Computed with umap-learn; its lists of neighbors hold the point itself, ours do not. */
const fixture: Fixture = JSON.parse(
  readFileSync(new URL("./fixtures/umap-learn-graph.json", import.meta.url), "utf8"),
);
const neighbors = {
  rows: fixture.knnIndices.length,
  k: fixture.k - 1,
  indices: Int32Array.from(fixture.knnIndices.flatMap((row) => row.slice(1))),
  distances: Float64Array.from(fixture.knnDists.flatMap((row) => row.slice(1))),
};

describe("as umap-learn", () => {
  it.each(Object.entries(fixture.ab))("fits the curve for spread,minDistance %s", (key, [a, b]) => {
    const [spread = 1, minDistance = 0] = key.split(",").map(Number);
    const curve = fitCurve(minDistance, spread);
    expect(curve.a).toBeCloseTo(a, 3);
    expect(curve.b).toBeCloseTo(b, 3);
  });

  it("finds the local scales", () => {
    const { sigmas, rhos } = fitBandwidths(neighbors);
    sigmas.forEach((sigma, row) => {
      expect(sigma).toBeCloseTo(fixture.sigmas[row] as number, 4);
    });
    rhos.forEach((rho, row) => {
      expect(rho).toBeCloseTo(fixture.rhos[row] as number, 6);
    });
  });

  it("joins the neighborhoods to the same graph", () => {
    const graph = membershipGraph(neighbors);
    expect([...graph.heads]).toEqual(fixture.graph.row);
    expect([...graph.tails]).toEqual(fixture.graph.col);
    graph.weights.forEach((weight, edge) => {
      expect(weight).toBeCloseTo(fixture.graph.val[edge] as number, 4);
    });
  });
});

/** Five well-parted groups in 20 dimensions. */
function groups(rows: number): { matrix: Matrix; labels: number[] } {
  const random = seededRandom(3);
  const columns = 20;
  const centers = Array.from({ length: 5 * columns }, () => random() * 4);
  const data = Float32Array.from({ length: rows * columns }, (_, at) => {
    const group = Math.floor(at / columns) % 5;
    return (centers[group * columns + (at % columns)] as number) + random();
  });
  return { matrix: { data, rows, columns }, labels: Array.from({ length: rows }, (_, row) => row % 5) };
}

async function place(matrix: Matrix, seed = 1): Promise<Matrix> {
  const data = await umapLayout(matrix, nearestNeighbors(matrix, 14), { seed, minDistance: 0.1 });
  return { data, rows: matrix.rows, columns: 2 };
}

describe("the layout", () => {
  it("keeps neighborhoods and parts groups, whatever the seed", async () => {
    const { matrix, labels } = groups(300);
    for (const seed of [1, 2, 3]) {
      const plane = await place(matrix, seed);
      expect(trustworthiness(matrix, plane, 15)).toMatchObject({ value: expect.closeTo(0.93, 1) });
      const separation = daviesBouldin(plane, labels);
      expect("value" in separation && separation.value).toBeLessThan(0.5);
    }
  });

  it("gives the same bytes for the same seed, others for another", async () => {
    const { matrix } = groups(120);
    const first = await place(matrix);
    expect((await place(matrix)).data).toEqual(first.data);
    expect((await place(matrix, 2)).data).not.toEqual(first.data);
  });

  it.each([0, 1, 2, 3, 5])("places %i points on finite coordinates", async (rows) => {
    const { matrix } = groups(rows);
    const plane = await place(matrix);
    expect(plane.data).toHaveLength(rows * 2);
    expect(plane.data.every(Number.isFinite)).toBe(true);
  });

  it("places exact duplicates on finite coordinates", async () => {
    const plane = await place({ data: new Float32Array(40 * 3).fill(1), rows: 40, columns: 3 });
    expect(plane.data.every(Number.isFinite)).toBe(true);
  });

  it("stops when asked to", async () => {
    const { matrix } = groups(60);
    const signal = AbortSignal.abort(new Error("canceled"));
    const params = { seed: 1, minDistance: 0.1 };
    await expect(umapLayout(matrix, nearestNeighbors(matrix, 14), params, { signal })).rejects.toThrow(
      "canceled",
    );
  });
});

it("sees the widest direction first in the principal plane", () => {
  const random = seededRandom(5);
  const data = Float32Array.from(
    { length: 400 * 6 },
    (_, at) => (random() - 0.5) * ([1, 9, 1, 4, 1, 1][at % 6] as number),
  );
  const plane = principalPlane({ data, rows: 400, columns: 6 }, 1);
  const variance = (axis: number) =>
    plane.reduce((sum, value, at) => sum + (at % 2 === axis ? value * value : 0), 0) / 400;
  // Uniform on [-s/2, s/2] has variance s^2 / 12: 81 / 12 and 16 / 12.
  expect(variance(0)).toBeCloseTo(6.75, 0);
  expect(variance(1)).toBeCloseTo(1.33, 0);
});

it("runs the kernel that its source compiles to", () => {
  const folder = mkdtempSync(join(tmpdir(), "carryover-kernel-"));
  const built = join(folder, "layout.wasm");
  execFileSync(process.execPath, [new URL("./assembly/build.mjs", import.meta.url).pathname, built]);
  expect(readFileSync(built).equals(readFileSync(new URL("./assembly/layout.wasm", import.meta.url)))).toBe(
    true,
  );
  rmSync(folder, { recursive: true });
});
