import type { Matrix } from "#lib/metrics/matrix.ts";
import type { Neighbors } from "#lib/metrics/neighbors-in-steps.ts";
import { dotRows } from "#lib/neighbors/dot-rows.ts";
import { gatherRows } from "#lib/neighbors/search-rows.ts";
import type { WorkHooks } from "#lib/shared/work/work-hooks.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";

/** Similarities held at once. */
const blockNumbers = 4e6;

/**
 * The k nearest of some rows (`among`) for each of others (`queries`), by cosine distance, closest first. Indices are
 * places in `among`. Time O(queries n d).
 * @param unit unit rows
 */
export async function nearestAmong(
  unit: Matrix & { data: Float32Array },
  queries: Int32Array,
  among: Int32Array,
  k: number,
  { signal, progress }: WorkHooks = {},
): Promise<Neighbors> {
  const found = {
    rows: queries.length,
    k,
    indices: new Int32Array(queries.length * k),
    distances: new Float64Array(queries.length * k),
  };
  const perBlock = Math.max(1, Math.floor(blockNumbers / Math.max(1, unit.rows)));
  for (let first = 0; first < queries.length; first += perBlock) {
    const block = queries.subarray(first, first + perBlock);
    const similarities = await dotRows(gatherRows(unit.data, unit.columns, block), unit.data, unit.columns);
    block.forEach((_, i) => {
      const own = similarities.subarray(i * unit.rows, (i + 1) * unit.rows);
      keepNearest(own, among, k, found, (first + i) * k);
    });
    progress?.(Math.min(1, (first + perBlock) / queries.length), "");
    await yieldToEventLoop(signal);
  }
  return found;
}

function keepNearest(
  similarities: Float32Array,
  among: Int32Array,
  k: number,
  { indices, distances }: Neighbors,
  start: number,
): void {
  let count = 0;
  among.forEach((row, place) => {
    const distance = Math.max(0, 1 - (similarities[row] as number));
    if (count === k && distance >= (distances[start + k - 1] as number)) return;
    let at = count < k ? count++ : k - 1;
    for (; at > 0 && (distances[start + at - 1] as number) > distance; at--) {
      distances[start + at] = distances[start + at - 1] as number;
      indices[start + at] = indices[start + at - 1] as number;
    }
    distances[start + at] = distance;
    indices[start + at] = place;
  });
}
