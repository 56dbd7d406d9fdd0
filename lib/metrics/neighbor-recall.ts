import type { Neighbors } from "./neighbors-in-steps.ts";

/**
 * Share of each row's k nearest neighbors that are among its k nearest in another space too, averaged over rows:
 * 1 = all, about k / n = none but by chance. Of longer lists only the first k count.
 * @throws RangeError when the two differ in rows
 */
export function neighborRecall(original: Neighbors, layout: Neighbors, k: number): number {
  if (original.rows !== layout.rows)
    throw new RangeError(`${layout.rows} rows compared with ${original.rows}.`);
  const kept = Math.min(k, original.k, layout.k);
  if (original.rows === 0 || kept === 0) return 1;
  let shared = 0;
  for (let i = 0; i < original.rows; i++) {
    const near = new Set(original.indices.subarray(i * original.k, i * original.k + kept));
    for (const other of layout.indices.subarray(i * layout.k, i * layout.k + kept))
      if (near.has(other)) shared++;
  }
  return shared / (original.rows * kept);
}
