import type { LabelCodes } from "./label-codes.ts";
import type { Neighbors } from "./neighbors-in-steps.ts";

/** As many as a neighborhood of the map's layout has. */
const nearest = 15;
const fewestOfLabel = 3;

/**
 * How much a point's nearest speak for another label than its own: the largest share that one other label has among them,
 * less the share of its own. Shares are of what could be there, so that a label of eight points is not foreign to
 * itself: at most the neighbors looked at, and at most the label's own points. A label of fewer than three says nothing.
 * @param neighbors closest first; the first 15 are looked at
 * @returns -1 (only its own around it) to 1 (only one other); NaN where fewer than two neighbors are there
 */
export function foreignNeighbors(
  { rows, k, indices }: Pick<Neighbors, "rows" | "k" | "indices">,
  { codes, sizes }: Pick<LabelCodes, "codes" | "sizes">,
): Float64Array {
  const looked = Math.min(nearest, k);
  const foreign = new Float64Array(rows).fill(Number.NaN);
  if (looked < 2) return foreign;
  const counts = new Uint16Array(sizes.length);
  for (let row = 0; row < rows; row++) {
    counts.fill(0);
    for (let i = 0; i < looked; i++) {
      const code = codes[indices[row * k + i] as number] as number;
      counts[code] = (counts[code] as number) + 1;
    }
    const own = codes[row] as number;
    let most = 0;
    for (let code = 0; code < sizes.length; code++) {
      const size = sizes[code] as number;
      if (code === own || size < fewestOfLabel) continue;
      most = Math.max(most, (counts[code] as number) / Math.min(looked, size));
    }
    const others = Math.max(1, (sizes[own] as number) - 1);
    foreign[row] = most - (counts[own] as number) / Math.min(looked, others);
  }
  return foreign;
}
