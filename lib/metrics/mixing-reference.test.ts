import { expect, it } from "vitest";

import type { ChangeTest } from "./exchange-test.ts";
import { loadFixture } from "./fixtures/load-fixture.ts";

import { labelCodes } from "./label-codes.ts";
import { labelUnits } from "./label-units.ts";
import { lisiInterval, listsForHalves } from "./lisi-interval.ts";
import type { Measured } from "./measured.ts";
import { testDaviesBouldinChange, testLisiChange } from "./mixing-change.ts";
import { neighborWeights } from "./neighbor-weights.ts";
import { nearestNeighbors } from "./neighbors.ts";
import { truncateNeighbors } from "./truncate-neighbors.ts";

// Expected values: scikit-learn 1.2.1, scipy 1.10.1 and numpy 1.24.2 on the same points.
const { points, rows, columns, labels } = loadFixture("mixture-seed0");
const matrix = { data: Float64Array.from(points), rows, columns };

function finish<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

it("the interval of a mean LISI is that of halves whose neighbors were looked for anew", () => {
  const perplexity = 30;
  const wanted = 3 * perplexity - 1;
  const neighbors = nearestNeighbors(matrix, Math.ceil(listsForHalves * wanted));
  const weights = neighborWeights(truncateNeighbors(neighbors, wanted), perplexity);
  const coded = labelCodes(labels);
  const sample = {
    neighbors,
    weights,
    coded,
    units: labelUnits(coded.codes, coded.names.length),
    perplexity,
  };
  const { low, high } = finish(lisiInterval(sample, 4.0080618, { halves: 400, seed: 1 }));
  // Of each label rng.choice(rows, half, replace=False); NearestNeighbors(n_neighbors=3 * 15).fit(half) less the point
  // itself; weights by brentq on the entropy less log(15); np.log(means).std(ddof=1) over 1,500 halves, x 1.959964.
  const reach = 1.959964 * 0.0245908;
  // 400 halves find a standard deviation to 7% (95%).
  expect(Math.abs(Math.log(high / 4.0080618) / reach - 1)).toBeLessThan(0.08);
  expect(Math.abs(Math.log(4.0080618 / low) / reach - 1)).toBeLessThan(0.08);
});

// Nine memories of each of two labels, and five of them gone: of all 84 x 36 ways to choose three and two that go
// (itertools.combinations), the measure after less before; p = twice the smaller share that is as far out.
const first = (label: string) => labels.flatMap((each, row) => (each === label ? [row] : [])).slice(0, 9);
const chosen = [...first("D0"), ...first("D1")];
const few = {
  data: Float64Array.from(chosen.flatMap((row) => points.slice(row * columns, (row + 1) * columns))),
  rows: chosen.length,
  columns,
};
const codes = Int32Array.from(chosen, (_, row) => (row < 9 ? 0 : 1));
const presence = (gone: readonly number[]) =>
  Uint8Array.from(chosen, (_, row) => (gone.includes(row) ? 1 : 3));
const draws = { draws: 4999, seed: 1 };

type Exact = { difference: number; expected: number; low: number; high: number; p: number };

function expectExact(found: Measured<ChangeTest>, exact: Exact): void {
  if (!("value" in found)) throw new Error(found.undefinedBecause);
  expect(found.value.difference).toBeCloseTo(exact.difference, 5);
  // LISI's weights meet their entropy to 1e-5. 4,999 draws know a mean to 0.006 of this scatter, a p of 0.5 to 0.014, and one of 0.02 to 0.004 (95%).
  expect(Math.abs(found.value.expected - exact.expected)).toBeLessThan(0.01);
  expect(Math.abs(found.value.low - exact.low)).toBeLessThan(0.03);
  expect(Math.abs(found.value.high - exact.high)).toBeLessThan(0.03);
  expect(Math.abs(found.value.p - exact.p)).toBeLessThan(0.04 * Math.sqrt(exact.p));
}

it.each([
  { gone: [0, 1, 2, 9, 10], difference: -0.30102055, p: 0.87169312 },
  { gone: [1, 3, 5, 10, 13], difference: -0.66475217, p: 0.02050265 },
])("DBI without $gone is judged as by all choices, with davies_bouldin_score", ({ gone, ...exact }) => {
  const found = finish(testDaviesBouldinChange(few, codes, presence(gone), draws));
  expectExact(found, { ...exact, expected: -0.24090597, low: -0.62798091, high: 0.24389754 });
});

it.each([
  { gone: [0, 1, 2, 9, 10], difference: 0.002947, p: 0.71428571 },
  { gone: [3, 7, 8, 11, 12], difference: -0.21636141, p: 0.02050265 },
])(
  "LISI without $gone is judged as by all choices, among the neighbors of both times",
  ({ gone, ...exact }) => {
    // NearestNeighbors(n_neighbors=12) less the point itself, weights by brentq on the entropy less log(4); of those
    // that are left the weights are kept.
    const neighbors = nearestNeighbors(few, 11);
    const found = finish(testLisiChange(neighbors, 4, codes, presence(gone), draws));
    expectExact(found, { ...exact, expected: -0.02938483, low: -0.18723305, high: 0.11066118 });
  },
);
