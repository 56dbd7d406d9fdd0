import { describe, expect, it } from "vitest";
import { nearestNeighbors } from "#lib/metrics/neighbors.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { dotInTypeScript } from "./dot-rows.ts";
import { nearestGraph, productGraph } from "./nearest-graph.ts";
import { sampleRecall } from "./sample-recall.ts";
import { areUnitRows, cosineRows, euclideanRows, gatherRows } from "./search-rows.ts";

function matrixOf(rows: number, columns: number, seed: number, offset = 0) {
  const random = seededRandom(seed);
  return {
    data: Float32Array.from({ length: rows * columns }, () => random() - 0.5 + offset),
    rows,
    columns,
  };
}

/** The rows by falling product with one query. */
function order(products: Float32Array, count: number, query: number): number[] {
  const own = products.subarray(query * count, (query + 1) * count);
  return Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => (own[b] as number) - (own[a] as number) || a - b,
  );
}

describe("dotInTypeScript", () => {
  it("is the sum of products, for any number of queries, rows and columns", () => {
    for (const [queries, rows, columns] of [
      [0, 3, 2],
      [1, 1, 1],
      [2, 7, 3],
      [3, 8, 5],
      [5, 4, 1],
      [1, 6, 1536],
    ] as const) {
      const [left, right] = [matrixOf(queries, columns, 1).data, matrixOf(rows, columns, 2).data];
      const products = dotInTypeScript(left, right, columns);
      expect(products).toHaveLength(queries * rows);
      products.forEach((product, at) => {
        const [query, row] = [Math.floor(at / rows), at % rows];
        let sum = 0;
        for (let c = 0; c < columns; c++)
          sum += (left[query * columns + c] as number) * (right[row * columns + c] as number);
        expect(product).toBeCloseTo(sum, 5);
      });
    }
  });
});

describe("rows for a search by dot product", () => {
  it("order by cosine as the distances do, and leave a zero row at zero", () => {
    const matrix = matrixOf(50, 6, 3);
    matrix.data.fill(0, 0, 6);
    const { queries, rows, count, columns } = cosineRows(matrix);
    expect([...rows.subarray(0, 6)]).toEqual([0, 0, 0, 0, 0, 0]);
    const products = dotInTypeScript(queries, rows, columns);
    const expected = nearestNeighbors(matrix, 5, "cosine");
    for (let row = 1; row < count; row++) {
      const near = order(products, count, row)
        .filter((other) => other !== row)
        .slice(0, 5);
      expect(near).toEqual([...expected.indices.subarray(row * 5, row * 5 + 5)]);
    }
  });

  it.each([0, 3])("order by Euclidean distance as the distances do, %d from the origin", (offset) => {
    const matrix = matrixOf(50, 6, 4, offset);
    const { queries, rows, count, columns } = euclideanRows(matrix);
    expect(columns).toBe(7);
    const products = dotInTypeScript(queries, rows, columns);
    const expected = nearestNeighbors(matrix, 5, "euclidean");
    for (let row = 0; row < count; row++) {
      const near = order(products, count, row)
        .filter((other) => other !== row)
        .slice(0, 5);
      expect(near).toEqual([...expected.indices.subarray(row * 5, row * 5 + 5)]);
    }
  });

  it("are copied, but where they are said to be of length 1", () => {
    const matrix = matrixOf(4, 3, 5);
    const before = matrix.data.slice();
    cosineRows(matrix);
    euclideanRows(matrix);
    expect(matrix.data).toEqual(before);
    expect(cosineRows(matrix, true).rows).toBe(matrix.data);
    expect(cosineRows({ ...matrix, data: Float64Array.from(matrix.data) }, true).rows).toBeInstanceOf(
      Float32Array,
    );
  });

  it("are known by their length, one shorter row among them too", () => {
    const unit = { ...matrixOf(30, 8, 6), data: cosineRows(matrixOf(30, 8, 6)).rows };
    expect(areUnitRows(unit)).toBe(true);
    const shorter = unit.data.slice();
    for (let c = 0; c < 8; c++) shorter[29 * 8 + c] = 0.999 * (shorter[29 * 8 + c] as number);
    expect(areUnitRows({ ...unit, data: shorter })).toBe(false);
    expect(areUnitRows({ ...unit, data: new Float32Array(240) })).toBe(false);
  });
});

describe("gatherRows", () => {
  it("copies the rows picked, in the order picked, one of them twice", () => {
    const rows = Float32Array.of(0, 1, 10, 11, 20, 21);
    const gathered = gatherRows(rows, 2, Int32Array.of(2, 0, 2));
    expect([...gathered]).toEqual([20, 21, 0, 1, 20, 21]);
    gathered.fill(9);
    expect([...rows]).toEqual([0, 1, 10, 11, 20, 21]);
  });

  it("gathers nothing of nothing", () => {
    expect(gatherRows(new Float32Array(0), 3, new Int32Array(0))).toHaveLength(0);
  });
});

describe("sampleRecall", () => {
  const matrix = matrixOf(80, 5, 7);
  const exact = nearestNeighbors(matrix, 6, "cosine");

  it("counts each neighbor that was missed, over all rows", () => {
    const far = nearestNeighbors(matrix, 79, "cosine");
    const indices = exact.indices.slice();
    for (let row = 0; row < 80; row++) indices[row * 6 + 5] = far.indices[row * 79 + 78] as number;
    expect(sampleRecall(matrix, { ...exact, indices }, "cosine", { sample: 80, seed: 1 })).toBeCloseTo(
      5 / 6,
      12,
    );
  });

  it("takes either of two at one distance", () => {
    const twins = { data: Float32Array.of(0, 1, -1, 5), rows: 4, columns: 1 };
    const found = (of: number) => ({
      rows: 4,
      k: 1,
      indices: Int32Array.of(of, 0, 0, 1),
      distances: new Float64Array(4),
    });
    for (const of of [1, 2])
      expect(sampleRecall(twins, found(of), "euclidean", { sample: 4, seed: 1 })).toBe(1);
    expect(sampleRecall(twins, found(3), "euclidean", { sample: 4, seed: 1 })).toBe(0.75);
  });

  it("misses nothing where nothing was asked for, and samples no more rows than there are", () => {
    const none = { rows: 80, k: 0, indices: new Int32Array(0), distances: new Float64Array(0) };
    expect(sampleRecall(matrix, none, "cosine", { sample: 10, seed: 1 })).toBe(1);
    expect(sampleRecall(matrix, exact, "cosine", { sample: 10_000, seed: 1 })).toBe(1);
  });
});

describe("the graphs for ONNX Runtime", () => {
  /** The fields of a protocol-buffer message: number, and its bytes or value. */
  function fieldsOf(bytes: Uint8Array): { field: number; value: number | Uint8Array }[] {
    let at = 0;
    const variableLength = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++] as number;
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
    };
    const fields = [];
    while (at < bytes.length) {
      const tag = variableLength();
      const value = variableLength();
      const isBlock = (tag & 7) === 2;
      fields.push({ field: tag >> 3, value: isBlock ? bytes.subarray(at, at + value) : value });
      if (isBlock) at += value;
    }
    expect(at).toBe(bytes.length);
    return fields;
  }

  it.each([
    ["the nearest", nearestGraph(), ["Gemm", "TopK"], 3, 2],
    ["all products", productGraph(), ["Gemm"], 2, 1],
  ])("of %s are whole messages: nodes, inputs and outputs", (_what, model, operators, inputs, outputs) => {
    const graph = fieldsOf(model).find(({ field }) => field === 7)?.value as Uint8Array;
    const parts = fieldsOf(graph);
    const blocks = (field: number) =>
      parts.flatMap((part) => (part.field === field ? [part.value as Uint8Array] : []));
    const named = blocks(1).map(
      (node) => fieldsOf(node).find(({ field }) => field === 4)?.value as Uint8Array,
    );
    expect(named.map((bytes) => new TextDecoder().decode(bytes))).toEqual(operators);
    expect([blocks(11).length, blocks(12).length]).toEqual([inputs, outputs]);
  });
});
