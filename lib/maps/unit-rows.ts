import type { Matrix } from "#lib/metrics/matrix.ts";

/**
 * The rows scaled to Euclidean length 1, so that a dot product is a cosine. A zero row stays zero.
 * @param inPlace overwrites the matrix where it holds single-precision numbers, instead of copying it
 */
export function unitRows({ data, rows, columns }: Matrix, inPlace = false): Matrix & { data: Float32Array } {
  const unit = inPlace && data instanceof Float32Array ? data : new Float32Array(data.length);
  for (let start = 0; start < data.length; start += columns) {
    let squared = 0;
    for (let j = start; j < start + columns; j++) squared += (data[j] as number) ** 2;
    const length = Math.sqrt(squared) || 1;
    for (let j = start; j < start + columns; j++) unit[j] = (data[j] as number) / length;
  }
  return { data: unit, rows, columns };
}
