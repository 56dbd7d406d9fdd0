import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { NearestLists } from "./nearest-lists.ts";
import { neighborRecall } from "./neighbor-recall.ts";
import { neighborWeights } from "./neighbor-weights.ts";
import type { Neighbors } from "./neighbors-in-steps.ts";
import { tileProducts, tileRows } from "./tile-products.ts";
import { truncateNeighbors } from "./truncate-neighbors.ts";

/** Lists of neighbors as given, one per row. */
function neighborsOf(lists: readonly (readonly number[])[], distances?: readonly number[][]): Neighbors {
  const k = lists[0]?.length ?? 0;
  return {
    rows: lists.length,
    k,
    indices: Int32Array.from(lists.flat()),
    distances: Float64Array.from(distances?.flat() ?? lists.flatMap((list) => list.map((_, rank) => rank))),
  };
}

function randomNeighbors(rows: number, k: number, seed: number): Neighbors {
  const random = seededRandom(seed);
  const others = (row: number) => Array.from({ length: rows }, (_, i) => i).filter((i) => i !== row);
  return neighborsOf(Array.from({ length: rows }, (_, row) => shuffled(others(row), random).slice(0, k)));
}

describe("NearestLists", () => {
  it("keeps what sorting everything would keep, ties in the order offered", () => {
    const random = seededRandom(1);
    for (let round = 0; round < 100; round++) {
      const capacity = 1 + Math.floor(random() * 6);
      const offered = Array.from({ length: Math.floor(random() * 20) }, (_, other) => ({
        other,
        distance: Math.floor(random() * 5),
      }));
      const lists = new NearestLists(3, capacity);
      for (const { other, distance } of offered) lists.offer(1, other, distance);
      const expected = offered
        .toSorted((a, b) => a.distance - b.distance || a.other - b.other)
        .slice(0, capacity);
      const count = lists.counts[1] as number;
      expect([...lists.indices.subarray(capacity, capacity + count)]).toEqual(
        expected.map(({ other }) => other),
      );
      expect([...lists.distances.subarray(capacity, capacity + count)]).toEqual(
        expected.map(({ distance }) => distance),
      );
      expect([lists.counts[0], lists.counts[2]]).toEqual([0, 0]);
    }
  });

  it("does not let a full list take what is no number, nor what is as far as its last", () => {
    const lists = new NearestLists(1, 2);
    for (const [other, distance] of [
      [5, 1],
      [6, 2],
      [7, Number.NaN],
      [8, 2],
      [9, Infinity],
    ] as const)
      lists.offer(0, other, distance);
    expect([...lists.indices]).toEqual([5, 6]);
  });
});

describe("truncateNeighbors", () => {
  const stored = randomNeighbors(12, 7, 2);

  it.each([0, 1, 4, 7])("keeps the nearest %i of every row", (k) => {
    const head = truncateNeighbors(stored, k);
    expect([head.rows, head.k, head.indices.length, head.distances.length]).toEqual([12, k, 12 * k, 12 * k]);
    for (let row = 0; row < 12; row++) {
      expect([...head.indices.subarray(row * k, (row + 1) * k)]).toEqual([
        ...stored.indices.subarray(row * 7, row * 7 + k),
      ]);
      expect([...head.distances.subarray(row * k, (row + 1) * k)]).toEqual([
        ...stored.distances.subarray(row * 7, row * 7 + k),
      ]);
    }
  });

  it("has no more than was stored, and truncates twice as once", () => {
    expect(truncateNeighbors(stored, 99)).toEqual(stored);
    expect(truncateNeighbors(truncateNeighbors(stored, 5), 2)).toEqual(truncateNeighbors(stored, 2));
  });
});

describe("neighborRecall", () => {
  it("is 1 of a list with itself, in whatever order its neighbors stand", () => {
    const near = randomNeighbors(30, 6, 3);
    const turned = { ...near, indices: near.indices.slice() };
    for (let row = 0; row < 30; row++) turned.indices.subarray(row * 6, row * 6 + 6).reverse();
    expect(neighborRecall(near, turned, 6)).toBe(1);
    expect(neighborRecall(near, turned, 3)).toBeLessThan(1);
  });

  it("counts what two lists share, either way round", () => {
    const [one, other] = [randomNeighbors(40, 9, 4), randomNeighbors(40, 5, 5)];
    let shared = 0;
    for (let row = 0; row < 40; row++) {
      const near = [...one.indices.subarray(row * 9, row * 9 + 4)];
      shared += near.filter((each) => other.indices.subarray(row * 5, row * 5 + 4).includes(each)).length;
    }
    expect(neighborRecall(one, other, 4)).toBeCloseTo(shared / 160, 12);
    expect(neighborRecall(other, one, 4)).toBe(neighborRecall(one, other, 4));
  });

  it("looks at as many as the shorter list has, and finds nothing missing where there is nothing", () => {
    const [long, short] = [
      neighborsOf([
        [1, 2],
        [0, 2],
        [0, 1],
      ]),
      neighborsOf([[2], [0], [1]]),
    ];
    expect(neighborRecall(long, short, 15)).toBeCloseTo(1 / 3, 12);
    expect(neighborRecall(neighborsOf([]), neighborsOf([]), 15)).toBe(1);
    expect(neighborRecall(neighborsOf([[]]), neighborsOf([[]]), 15)).toBe(1);
  });

  it("refuses lists of other rows, and says how many each has", () => {
    expect(() => neighborRecall(randomNeighbors(8, 2, 1), randomNeighbors(9, 2, 1), 2)).toThrow(/9.*8/);
  });
});

describe("neighborWeights", () => {
  const distances = (seed: number, k: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: k }, () => random() * 10).toSorted((a, b) => a - b);
  };
  const weightsOf = (list: readonly number[], perplexity: number) =>
    neighborWeights(neighborsOf([list.map((_, i) => i)], [[...list]]), perplexity);

  it("adds up to 1, weighs the nearer more, and has the perplexity asked for", () => {
    for (let seed = 0; seed < 20; seed++) {
      const weights = weightsOf(distances(seed, 30), 10);
      const entropy = weights.reduce((sum, weight) => sum - (weight > 0 ? weight * Math.log(weight) : 0), 0);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      expect([...weights]).toEqual([...weights].toSorted((a, b) => b - a));
      expect(Math.exp(entropy)).toBeCloseTo(10, 3);
    }
  });

  it("does not see in which unit distances are measured", () => {
    const list = distances(3, 24);
    const scaled = weightsOf(
      list.map((distance) => distance * 1000),
      8,
    );
    weightsOf(list, 8).forEach((weight, i) => {
      expect(scaled[i]).toBeCloseTo(weight, 4);
    });
  });

  it("weighs every point by its own distances alone", () => {
    const [a, b] = [distances(5, 12), distances(6, 12)];
    const both = neighborWeights(neighborsOf([a.map((_, i) => i), b.map((_, i) => i)], [a, b]), 4);
    expect([...both]).toEqual([...weightsOf(a, 4), ...weightsOf(b, 4)]);
  });
});

describe("tileProducts", () => {
  it.each([1, 2, 3, 5, 31, 32, 33, 70])(
    "multiplies all pairs of %i rows, the last tiles not full",
    (rows) => {
      const columns = 5;
      const random = seededRandom(rows);
      const data = Float64Array.from({ length: rows * columns }, () => random() - 0.5);
      const row = (i: number) => data.subarray(i * columns, (i + 1) * columns);
      const products = new Float64Array(tileRows * tileRows);
      for (let first = 0; first < rows; first += tileRows) {
        for (let other = 0; other < rows; other += tileRows) {
          tileProducts({ data, rows, columns }, first, other, products);
          for (let i = first; i < Math.min(rows, first + tileRows); i++) {
            for (let j = other; j < Math.min(rows, other + tileRows); j++) {
              const naive = row(i).reduce((sum, x, c) => sum + x * (row(j)[c] as number), 0);
              expect(products[(i - first) * tileRows + j - other]).toBe(naive);
            }
          }
        }
      }
    },
  );
});
