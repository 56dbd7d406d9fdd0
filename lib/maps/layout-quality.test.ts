import { expect, it } from "vitest";
import { findNearest } from "#lib/neighbors/find-nearest.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { measureQuality, qualityNeighbors } from "./layout-quality.ts";
import { unitRows } from "./unit-rows.ts";

const rows = 120;
const random = seededRandom(7);
/** Points on half a circle: vectors of two numbers, so that the vectors themselves are a perfect plane. */
const angles = Array.from({ length: rows }, () => random() * Math.PI);
const vectors = unitRows({
  data: Float32Array.from(angles.flatMap((angle) => [Math.cos(angle), Math.sin(angle)])),
  rows,
  columns: 2,
});

async function measure(plane: Float32Array, some = vectors) {
  const found = await findNearest(some, qualityNeighbors, "cosine", {});
  return measureQuality(some, found, plane, 1, {});
}

it("finds a plane that shows the vectors themselves faithful", async () => {
  expect(await measure(vectors.data.slice())).toEqual({
    trustworthiness: { value: expect.closeTo(1, 6) },
    neighborRecall: expect.closeTo(1, 6),
    k: 15,
    points: rows,
  });
});

it("finds a plane of random places no better than chance", async () => {
  const quality = await measure(Float32Array.from({ length: 2 * rows }, () => random()));
  // A neighbor is kept by chance with probability k / (n - 1); trustworthiness of random ranks is near 1/2.
  expect(quality.neighborRecall).toBeCloseTo(qualityNeighbors / (rows - 1), 1);
  const { trustworthiness } = quality;
  expect("value" in trustworthiness && Math.abs(trustworthiness.value - 0.5)).toBeLessThan(0.08);
});

it("measures no recall where every point is every other's neighbor", async () => {
  const few = { data: vectors.data.slice(0, 2 * qualityNeighbors), rows: qualityNeighbors, columns: 2 };
  expect((await measure(few.data.slice(), few)).neighborRecall).toBeNull();
});
