const [fewestCells, mostCells] = [10, 40];

/**
 * Clusters of points on a plane by their density: the plane in square cells, smoothed, and from each cell uphill to the
 * nearest summit; points that end at one summit are a cluster. Deterministic, O(n).
 * @param leastShare clusters of fewer points than this share (and than three) are dropped
 * @returns for each point its cluster from 0, the largest first; -1 for none
 */
export function planeClusters(x: ArrayLike<number>, y: ArrayLike<number>, leastShare = 0.02): Int32Array {
  const count = x.length;
  const side = Math.round(Math.min(mostCells, Math.max(fewestCells, Math.sqrt(count) / 1.2)));
  const cells = cellsOf(x, y, side);
  let density = new Float64Array(side * side);
  for (const cell of cells) density[cell] = (density[cell] ?? 0) + 1;
  for (let pass = 0; pass < 2; pass++) density = smooth(density, side);
  const summits = Int32Array.from(density, (_, cell) => summitOf(density, side, cell));
  const sizes = new Map<number, number>();
  for (const cell of cells) {
    const summit = summits[cell] ?? 0;
    sizes.set(summit, (sizes.get(summit) ?? 0) + 1);
  }
  const least = Math.max(3, leastShare * count);
  const kept = [...sizes]
    .filter(([, size]) => size >= least)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([summit]) => summit);
  const rankOf = new Map(kept.map((summit, rank) => [summit, rank]));
  return Int32Array.from(cells, (cell) => rankOf.get(summits[cell] ?? 0) ?? -1);
}

function cellsOf(x: ArrayLike<number>, y: ArrayLike<number>, side: number): Int32Array {
  const [columnOf, rowOf] = [binning(x, side), binning(y, side)];
  return Int32Array.from({ length: x.length }, (_, index) => rowOf(index) * side + columnOf(index));
}

function binning(values: ArrayLike<number>, side: number): (index: number) => number {
  let [low, high] = [Infinity, -Infinity];
  for (let index = 0; index < values.length; index++) {
    low = Math.min(low, values[index] as number);
    high = Math.max(high, values[index] as number);
  }
  const scale = high > low ? side / (high - low) : 0;
  return (index) => Math.min(side - 1, Math.floor(((values[index] as number) - low) * scale));
}

/** Each cell the mean of itself and its neighbors, itself counted four times, those beside it twice. */
function smooth(density: Float64Array, side: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(density, (_, cell) => {
    let sum = 0;
    for (const { at, weight } of around(cell, side)) sum += weight * (density[at] ?? 0);
    return sum / 16;
  });
}

function around(cell: number, side: number): { at: number; weight: number }[] {
  const [row, column] = [Math.floor(cell / side), cell % side];
  const found: { at: number; weight: number }[] = [];
  for (let down = -1; down <= 1; down++) {
    for (let right = -1; right <= 1; right++) {
      const [r, c] = [row + down, column + right];
      if (r < 0 || c < 0 || r >= side || c >= side) continue;
      found.push({ at: r * side + c, weight: (2 - Math.abs(down)) * (2 - Math.abs(right)) });
    }
  }
  return found;
}

function summitOf(density: Float64Array, side: number, from: number): number {
  let cell = from;
  for (;;) {
    let best = cell;
    for (const { at } of around(cell, side)) {
      // On a plateau towards the lower number, so that every walk ends.
      const [there, here] = [density[at] ?? 0, density[best] ?? 0];
      if (there > here || (there === here && at < best)) best = at;
    }
    if (best === cell) return cell;
    cell = best;
  }
}
