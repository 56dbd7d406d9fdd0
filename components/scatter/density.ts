import type { Bounds } from "./viewport.ts";

/** Values on a regular grid of points over `bounds`, row by row from the lower left. */
export type Field = { columns: number; rows: number; bounds: Bounds; values: Float32Array };

/**
 * Kernel density of points on a grid: binned, then smoothed by three passes of a moving mean, which comes near a
 * Gaussian at a cost that doesn't grow with its width. The sum over the grid is the number of points.
 * @param bandwidth standard deviation in grid cells; left out = falls with n^(-1/6), half of what Scott's rule
 *   gives for one clump, as layouts have many
 */
export function densityField(
  x: Float32Array,
  y: Float32Array,
  visible: Uint8Array | null,
  bounds: Bounds,
  columns = 160,
  bandwidth?: number,
): Field {
  const [width, height] = [bounds.x1 - bounds.x0 || 1, bounds.y1 - bounds.y0 || 1];
  const rows = Math.max(2, Math.round((columns * height) / width));
  // A margin of an eighth, so that lines close outside the outermost points.
  const around = {
    x0: bounds.x0 - width / 8,
    x1: bounds.x1 + width / 8,
    y0: bounds.y0 - height / 8,
    y1: bounds.y1 + height / 8,
  };
  const values = new Float32Array(columns * rows);
  const toColumn = (columns - 1) / (around.x1 - around.x0);
  const toRow = (rows - 1) / (around.y1 - around.y0);
  let count = 0;
  for (let index = 0; index < x.length; index++) {
    if (visible?.[index] === 0) continue;
    const column = Math.round(((x[index] as number) - around.x0) * toColumn);
    const row = Math.round(((y[index] as number) - around.y0) * toRow);
    if (!(column >= 0 && row >= 0 && column < columns && row < rows)) continue;
    values[row * columns + column] = (values[row * columns + column] as number) + 1;
    count++;
  }
  const spread = bandwidth ?? Math.max(1.2, 0.09 * columns * Math.max(1, count) ** (-1 / 6));
  return { columns, rows, bounds: around, values: smooth(values, columns, rows, spread) };
}

function smooth(values: Float32Array, columns: number, rows: number, deviation: number): Float32Array {
  const [from, to] = [values, new Float32Array(values.length)];
  let variance = deviation ** 2;
  for (let passes = 3; passes > 0; passes--) {
    // A moving mean over 2 h + 1 cells has the variance h (h + 1) / 3; each pass takes its part of what is left.
    const half = Math.max(1, Math.round((Math.sqrt(1 + (12 * variance) / passes) - 1) / 2));
    variance = Math.max(0, variance - (half * (half + 1)) / 3);
    for (let row = 0; row < rows; row++) movingMean(from, to, row * columns, 1, columns, half);
    for (let column = 0; column < columns; column++) movingMean(to, from, column, columns, rows, half);
  }
  return from;
}

/** One line of the field; outside there is nothing. */
function movingMean(
  from: Float32Array,
  to: Float32Array,
  start: number,
  step: number,
  length: number,
  half: number,
): void {
  const share = 1 / (2 * half + 1);
  let sum = 0;
  for (let index = 0; index < Math.min(half, length); index++) sum += from[start + index * step] as number;
  for (let index = 0; index < length; index++) {
    if (index + half < length) sum += from[start + (index + half) * step] as number;
    to[start + index * step] = Math.max(0, sum * share);
    if (index >= half) sum -= from[start + (index - half) * step] as number;
  }
}

/** The levels above which the given shares of all mass lie: .5 gives the line around the denser half of the points. */
export function massLevels(field: Field, shares: readonly number[]): number[] {
  const sorted = field.values.slice().sort().reverse();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return [];
  return shares.map((share) => {
    let [sum, at] = [0, 0];
    while (at < sorted.length - 1 && sum < share * total) sum += sorted[at++] as number;
    return sorted[at] as number;
  });
}
