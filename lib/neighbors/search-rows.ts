import type { Matrix } from "#lib/metrics/matrix.ts";
import { squaredNorms } from "#lib/metrics/neighbors-in-steps.ts";

/**
 * Rows in the form a search by dot product takes: of two rows, the one with the larger dot product is
 * the closer one.
 */
export type SearchRows = { queries: Float32Array; rows: Float32Array; count: number; columns: number };

/**
 * Unit rows: the dot product is the cosine similarity. A zero row stays zero.
 * @param unit they are that already, and are not copied
 */
export function cosineRows({ data, rows: count, columns }: Matrix, unit = false): SearchRows {
  if (unit && data instanceof Float32Array) return { queries: data, rows: data, count, columns };
  const rows = new Float32Array(data.length);
  for (let start = 0; start < data.length; start += columns) {
    let squared = 0;
    for (let j = start; j < start + columns; j++) squared += (data[j] as number) ** 2;
    const scale = squared > 0 ? 1 / Math.sqrt(squared) : 0;
    for (let j = start; j < start + columns; j++) rows[j] = (data[j] as number) * scale;
  }
  return { queries: rows, rows, count, columns };
}

/** Whether every row has length 1, to single precision. */
export function areUnitRows(matrix: Matrix): boolean {
  return squaredNorms(matrix).every((squared) => Math.abs(squared - 1) < 2e-6);
}

/**
 * One more column turns the Euclidean order into that of a dot product:
 * |x - y|² = |x|² - 2 (x, 1) · (y, -|y|² / 2). Rows are shifted to their mean first, which leaves the
 * distances as they are and keeps single precision good.
 */
export function euclideanRows(matrix: Matrix): SearchRows {
  const { rows: count, columns } = matrix;
  const centered = center(matrix);
  const norms = squaredNorms({ data: centered, rows: count, columns });
  const width = columns + 1;
  const rows = new Float32Array(count * width);
  const queries = new Float32Array(count * width);
  for (let i = 0; i < count; i++) {
    const row = centered.subarray(i * columns, (i + 1) * columns);
    rows.set(row, i * width);
    queries.set(row, i * width);
    rows[i * width + columns] = -(norms[i] as number) / 2;
    queries[i * width + columns] = 1;
  }
  return { queries, rows, count, columns: width };
}

function center({ data, rows, columns }: Matrix): Float32Array {
  const mean = new Float64Array(columns);
  for (let at = 0; at < data.length; at++)
    mean[at % columns] = (mean[at % columns] as number) + (data[at] as number);
  const centered = new Float32Array(data.length);
  for (let at = 0; at < data.length; at++)
    centered[at] = (data[at] as number) - (mean[at % columns] as number) / rows;
  return centered;
}

/** Rows `picked`, copied next to each other. */
export function gatherRows(rows: Float32Array, columns: number, picked: Int32Array): Float32Array {
  const gathered = new Float32Array(picked.length * columns);
  picked.forEach((row, i) => {
    gathered.set(rows.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return gathered;
}
