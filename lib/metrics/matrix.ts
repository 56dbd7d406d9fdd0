/** Row-major numbers: row i is `data.subarray(i * columns, (i + 1) * columns)`. Never written to by lib/metrics. */
export type Matrix = { data: Float32Array | Float64Array; rows: number; columns: number };

/**
 * Copies rows of equal length into one Float64 matrix.
 * @throws RangeError when the rows differ in length
 */
export function matrixFromRows(rows: readonly ArrayLike<number>[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const data = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    if (row.length !== columns)
      throw new RangeError(`Row ${i} has ${row.length} columns, row 0 has ${columns}.`);
    data.set(row, i * columns);
  });
  return { data, rows: rows.length, columns };
}
