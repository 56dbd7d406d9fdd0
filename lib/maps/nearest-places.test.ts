import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { decodeCoordinates, encodeCoordinates } from "./coordinates.ts";
import { nearestAmong } from "./nearest-among.ts";
import { unitRows } from "./unit-rows.ts";
import { hasUnplaced } from "./view.ts";
import { startAt } from "./warm-start.ts";

function matrixOf(rows: number, columns: number, seed: number) {
  const random = seededRandom(seed);
  return { data: Float32Array.from({ length: rows * columns }, () => random() - 0.5), rows, columns };
}

describe("unitRows", () => {
  it("gives every row length 1 and leaves its direction", () => {
    const matrix = matrixOf(40, 7, 1);
    const unit = unitRows(matrix);
    for (let row = 0; row < 40; row++) {
      const [before, after] = [matrix, unit].map(({ data }) => data.subarray(row * 7, row * 7 + 7));
      expect(Math.hypot(...(after ?? []))).toBeCloseTo(1, 6);
      const scale = Math.hypot(...(before ?? []));
      after?.forEach((value, j) => {
        expect(value * scale).toBeCloseTo(before?.[j] as number, 6);
      });
    }
  });

  it("leaves a row of zeros at zero, beside others", () => {
    const unit = unitRows({ data: Float32Array.of(0, 0, 3, 4), rows: 2, columns: 2 });
    expect([...unit.data]).toEqual([0, 0, Math.fround(0.6), Math.fround(0.8)]);
    expect(unitRows({ data: new Float32Array(0), rows: 0, columns: 5 }).data).toHaveLength(0);
  });

  it("keeps rows as tiny and as large as single precision holds", () => {
    const unit = unitRows({ data: Float32Array.of(3e-38, 4e-38, 3e37, 4e37), rows: 2, columns: 2 });
    for (const [i, value] of [0.6, 0.8, 0.6, 0.8].entries()) expect(unit.data[i]).toBeCloseTo(value, 5);
  });

  it("writes over the matrix only where it is asked to and can", () => {
    const matrix = matrixOf(3, 4, 2);
    const before = matrix.data.slice();
    unitRows(matrix);
    expect(matrix.data).toEqual(before);
    expect(unitRows(matrix, true).data).toBe(matrix.data);
    const double = { data: Float64Array.of(3, 4), rows: 1, columns: 2 };
    unitRows(double, true);
    expect([...double.data]).toEqual([3, 4]);
  });

  it("changes nothing a second time, to single precision", () => {
    const once = unitRows(matrixOf(20, 9, 3));
    unitRows(once).data.forEach((value, at) => {
      expect(value).toBeCloseTo(once.data[at] as number, 6);
    });
  });
});

describe("nearestAmong", () => {
  const unit = unitRows(matrixOf(60, 6, 4));

  it("agrees with sorting all distances, for queries that are not among those searched", async () => {
    const queries = Int32Array.from({ length: 20 }, (_, i) => i);
    const among = Int32Array.from({ length: 40 }, (_, i) => 59 - i);
    const found = await nearestAmong(unit, queries, among, 5);
    const row = (i: number) => unit.data.subarray(i * 6, i * 6 + 6);
    for (const query of queries) {
      const distances = [...among].map(
        (other) => 1 - row(query).reduce((sum, x, c) => sum + x * (row(other)[c] as number), 0),
      );
      const sorted = distances.toSorted((a, b) => a - b).slice(0, 5);
      for (const [rank, distance] of sorted.entries()) {
        const at = query * 5 + rank;
        expect(found.distances[at]).toBeCloseTo(distance, 5);
        expect(distances[found.indices[at] as number]).toBeCloseTo(distance, 5);
      }
    }
  });

  it("puts duplicates at distance 0 in the order of the list, and never below 0", async () => {
    const same = unitRows({ data: new Float32Array(30).fill(0.3), rows: 6, columns: 5 });
    const found = await nearestAmong(same, Int32Array.of(5), Int32Array.of(4, 2, 0, 1), 3);
    expect([...found.indices]).toEqual([0, 1, 2]);
    for (const distance of found.distances) expect(distance >= 0 && distance < 1e-6).toBe(true);
  });

  it("has nothing for nobody, and tells how far it is", async () => {
    expect(await nearestAmong(unit, new Int32Array(0), Int32Array.of(1), 1)).toMatchObject({ rows: 0, k: 1 });
    const shares: number[] = [];
    await nearestAmong(unit, Int32Array.of(1, 2), Int32Array.of(3), 1, {
      progress: (share) => shares.push(share),
    });
    expect(shares.at(-1)).toBe(1);
  });
});

describe("startAt", () => {
  it("starts everybody where they were, in whatever order they are asked for", () => {
    const known = ["a", "b", "c"];
    const [x, y] = [Float32Array.of(1, 2, 3), Float32Array.of(-1, -2, -3)];
    expect([...startAt(["c", "a", "b"], known, x, y)]).toEqual([3, -3, 1, -1, 2, -2]);
    expect(startAt([], known, x, y)).toHaveLength(0);
  });

  it("puts no two strangers in one place, however many there are", () => {
    const wanted = Array.from({ length: 500 }, (_, i) => `new ${i}`);
    const start = startAt(wanted, ["a"], Float32Array.of(5), Float32Array.of(7));
    const places = new Set(wanted.map((_, i) => `${start[2 * i]} ${start[2 * i + 1]}`));
    expect(places.size).toBe(500);
    for (let i = 0; i < 500; i++) {
      expect(Math.hypot((start[2 * i] as number) - 5, (start[2 * i + 1] as number) - 7)).toBeLessThan(0.25);
    }
  });
});

describe("stored coordinates", () => {
  it("come back number by number, what is no number too", () => {
    const random = seededRandom(6);
    const special = [Number.NaN, Infinity, -Infinity, -0, 1e-45];
    for (let n = 0; n < 40; n++) {
      const number = () =>
        random() < 0.2 ? (special[Math.floor(random() * 5)] as number) : random() * 1e6 - 5e5;
      const [x, y] = [Float32Array.from({ length: n }, number), Float32Array.from({ length: n }, number)];
      const bytes = encodeCoordinates(Float32Array.from([...x, ...y]));
      expect(bytes).toHaveLength(8 * n);
      expect(decodeCoordinates(bytes)).toEqual({ x, y });
    }
  });
});

it.each([
  ["nothing came or changed", { changed: 0, added: 0, placed: 0 }, false],
  ["some only went", { changed: 0, added: 0, placed: 0, gone: 4 }, false],
  ["one came", { changed: 0, added: 1, placed: 0 }, true],
  ["one of two is placed", { changed: 1, added: 1, placed: 1 }, true],
  ["all are placed", { changed: 2, added: 3, placed: 5 }, false],
])("hasUnplaced where %s", (_why, drift, is) => {
  expect(hasUnplaced({ gone: 0, ...drift })).toBe(is);
});
