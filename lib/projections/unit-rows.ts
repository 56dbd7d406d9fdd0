import type { Matrix } from "#lib/metrics/matrix.ts";

/**
 * A copy with every row at Euclidean length 1, so that Euclidean order equals cosine order. A zero row stays zero.
 */
export function unitRows({ data, rows, columns }: Matrix): Matrix & { data: Float32Array } {
  const copy = new Float32Array(data.length);
  for (let i = 0; i < rows; i++) {
    const end = (i + 1) * columns;
    let squared = 0;
    for (let j = i * columns; j < end; j++) squared += (data[j] as number) ** 2;
    const length = Math.sqrt(squared) || 1;
    for (let j = i * columns; j < end; j++) copy[j] = (data[j] as number) / length;
  }
  return { data: copy, rows, columns };
}
