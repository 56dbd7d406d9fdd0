import type { Matrix } from "./matrix.ts";

/** Rows of a tile: two tiles of 1,536 single-precision columns fit a processor's second-level cache. */
export const tileRows = 32;

/**
 * Dot products, in double precision, of the rows from `first` with the rows from `other`, up to a tile of each:
 * products[i * tileRows + j] = row (first + i) · row (other + j). Every pair goes through the same arithmetic in the
 * same order, so that equal rows give equal products.
 */
export function tileProducts(matrix: Matrix, first: number, other: number, products: Float64Array): void {
  const end = Math.min(matrix.rows, first + tileRows);
  const otherEnd = Math.min(matrix.rows, other + tileRows);
  for (let i = first; i < end; i += 4) {
    for (let j = other; j < otherEnd; j += 2) {
      multiplyFourByTwo(matrix, i, j, end - 1, otherEnd - 1, (i - first) * tileRows + j - other, products);
    }
  }
}

/** Four rows by two at a time keep eight sums in registers. Past the end, the last row stands in for the missing ones. */
function multiplyFourByTwo(
  { data, columns }: Matrix,
  i: number,
  j: number,
  lastI: number,
  lastJ: number,
  at: number,
  products: Float64Array,
): void {
  const a0 = i * columns;
  const a1 = Math.min(i + 1, lastI) * columns;
  const a2 = Math.min(i + 2, lastI) * columns;
  const a3 = Math.min(i + 3, lastI) * columns;
  const b0 = j * columns;
  const b1 = Math.min(j + 1, lastJ) * columns;
  let s00 = 0;
  let s10 = 0;
  let s20 = 0;
  let s30 = 0;
  let s01 = 0;
  let s11 = 0;
  let s21 = 0;
  let s31 = 0;
  for (let c = 0; c < columns; c++) {
    const x = data[b0 + c] as number;
    const y = data[b1 + c] as number;
    const p = data[a0 + c] as number;
    const q = data[a1 + c] as number;
    const r = data[a2 + c] as number;
    const s = data[a3 + c] as number;
    s00 += p * x;
    s01 += p * y;
    s10 += q * x;
    s11 += q * y;
    s20 += r * x;
    s21 += r * y;
    s30 += s * x;
    s31 += s * y;
  }
  products[at] = s00;
  products[at + 1] = s01;
  products[at + tileRows] = s10;
  products[at + tileRows + 1] = s11;
  products[at + 2 * tileRows] = s20;
  products[at + 2 * tileRows + 1] = s21;
  products[at + 3 * tileRows] = s30;
  products[at + 3 * tileRows + 1] = s31;
}
