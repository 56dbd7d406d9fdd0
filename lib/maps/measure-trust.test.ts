import { describe, expect, it } from "vitest";
import { nearestNeighbors } from "#lib/metrics/neighbors.ts";
import { trustworthiness } from "#lib/metrics/trustworthiness.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { measureTrust } from "./measure-trust.ts";
import { unitRows } from "./unit-rows.ts";

const rows = 240;
const random = seededRandom(6);
const unit = unitRows({
  data: Float32Array.from({ length: rows * 10 }, () => random() - 0.5),
  rows,
  columns: 10,
});
const planes = {
  "the first two columns": Float32Array.from(
    { length: 2 * rows },
    (_, at) => unit.data[10 * (at >> 1) + (at % 2)] as number,
  ),
  "random places": Float32Array.from({ length: 2 * rows }, () => random()),
};

describe.each(Object.entries(planes))("trustworthiness of %s", (_name, plane) => {
  const layout = { data: plane, rows, columns: 2 };
  const near = nearestNeighbors(layout, 15);
  const exact = trustworthiness(unit, layout, 15);

  it("is that of all distances", async () => {
    const found = await measureTrust(unit, near, { k: 15, mostPoints: rows, seed: 1 });
    expect("value" in found && found.value).toBeCloseTo("value" in exact ? exact.value : Number.NaN, 6);
  });

  it("is near it on a sample", async () => {
    const found = await measureTrust(unit, near, { k: 15, mostPoints: 80, seed: 1 });
    expect("value" in found && found.value).toBeCloseTo("value" in exact ? exact.value : Number.NaN, 1);
  });
});

it("says why there is none for a handful of points", async () => {
  const few = { ...unit, rows: 20, data: unit.data.subarray(0, 200) };
  const near = nearestNeighbors({ data: unit.data.subarray(0, 40), rows: 20, columns: 2 }, 15);
  expect(await measureTrust(few, near, { k: 15, mostPoints: 20, seed: 1 })).toHaveProperty(
    "undefinedBecause",
  );
});
