import { describe, expect, test } from "vitest";
import { nearestNeighbors } from "#lib/metrics/neighbors.ts";
import type { Neighbors } from "#lib/metrics/neighbors-in-steps.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { findPlaneNeighbors } from "./plane-neighbors.ts";

function neighborsOf(data: Float32Array, k: number) {
  const steps = findPlaneNeighbors({ data, rows: data.length / 2, columns: 2 }, k);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function points(count: number, place: (random: () => number, i: number) => number): Float32Array {
  const random = seededRandom(4);
  return Float32Array.from({ length: 2 * count }, (_, i) => place(random, i));
}

/** The neighbors of a row but for those as far as its last one: others as far are as good. */
function inReach({ indices, distances, k }: Neighbors, row: number): number[] {
  const last = distances[(row + 1) * k - 1] ?? 0;
  return [...indices.subarray(row * k, (row + 1) * k)].filter(
    (_, rank) => (distances[row * k + rank] ?? 0) < last,
  );
}

describe("findPlaneNeighbors agrees with the search of all pairs", () => {
  test.each([
    { data: points(700, (random) => random()), k: 15, why: "spread evenly" },
    { data: points(500, (random, i) => Math.floor(i / 100) * 40 + random()), k: 20, why: "in tight groups" },
    { data: points(300, (random) => Math.floor(random() * 4)), k: 9, why: "mostly ties" },
    { data: points(200, () => 1), k: 5, why: "all in one place" },
    { data: points(400, (random, i) => (i % 2 === 0 ? random() : 0)), k: 3, why: "on a line" },
    { data: points(90, (random) => random()), k: 89, why: "everyone is a neighbor" },
    { data: points(3, (random) => random()), k: 15, why: "fewer points than neighbors" },
    { data: points(1, (random) => random()), k: 15, why: "alone" },
    { data: points(0, (random) => random()), k: 15, why: "nobody" },
  ])("$why", ({ data, k }) => {
    const found = neighborsOf(data, k);
    const expected = nearestNeighbors({ data, rows: data.length / 2, columns: 2 }, k);
    expect([...found.distances]).toEqual([...expected.distances]);
    for (let row = 0; row < found.rows; row++) expect(inReach(found, row)).toEqual(inReach(expected, row));
  });
});

test("20,000 points in one place take no square of the time", () => {
  const found = neighborsOf(new Float32Array(40_000), 15);
  const last = found.indices.subarray(19_999 * 15);
  expect(new Set(last).size).toBe(15);
  expect(last).not.toContain(19_999);
});

test("refuses what is not a plane", () => {
  const steps = findPlaneNeighbors({ data: new Float32Array(6), rows: 2, columns: 3 }, 1);
  expect(() => steps.next()).toThrow(RangeError);
});
