import type { Matrix } from "./matrix.ts";

/** Index of the first row that holds NaN or an infinity, or -1. */
export function firstNonFinite({ data, columns }: Matrix): number {
  for (let i = 0; i < data.length; i++) {
    if (!Number.isFinite(data[i])) return Math.floor(i / columns);
  }
  return -1;
}
