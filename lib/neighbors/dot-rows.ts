import { loadNativeSearch } from "./native-search.ts";

/** All dot products of queries with rows (one row of them per query), by ONNX Runtime where that is installed. */
export async function dotRows(
  queries: Float32Array,
  rows: Float32Array,
  columns: number,
): Promise<Float32Array> {
  const native = await loadNativeSearch();
  return native ? native.products(queries, rows, columns) : dotInTypeScript(queries, rows, columns);
}

/** Four rows at a time, so that four sums are on the way at once. */
export function dotInTypeScript(queries: Float32Array, rows: Float32Array, columns: number): Float32Array {
  const count = rows.length / columns;
  const products = new Float32Array((queries.length / columns) * count);
  let at = 0;
  for (let query = 0; query < queries.length; query += columns) {
    for (let row = 0; row < count; row += 4) {
      const start = row * columns;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let j = 0; j < columns; j++) {
        const value = queries[query + j] as number;
        a += value * (rows[start + j] as number);
        b += value * (rows[start + columns + j] ?? 0);
        c += value * (rows[start + 2 * columns + j] ?? 0);
        d += value * (rows[start + 3 * columns + j] ?? 0);
      }
      products.set([a, b, c, d].slice(0, count - row), at);
      at += Math.min(4, count - row);
    }
  }
  return products;
}
