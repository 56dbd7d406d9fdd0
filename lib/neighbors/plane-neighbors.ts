import Flatbush from "flatbush";
import type { Matrix } from "#lib/metrics/matrix.ts";
import type { Neighbors } from "#lib/metrics/neighbors-in-steps.ts";

const pointsPerStep = 1000;

/**
 * The k nearest other points of every point of the plane, by a packed Hilbert R-tree (Flatbush): O(n log n + n k) instead
 * of O(n²). Euclidean, closest first; among points equally far at the edge of the list, which of them are in it is
 * the tree's choice, the same every time. Yields the share done.
 * @throws RangeError when the matrix has not two columns
 */
export function* findPlaneNeighbors(matrix: Matrix, k: number): Generator<number, Neighbors> {
  const { data, rows, columns } = matrix;
  if (columns !== 2) throw new RangeError(`A plane has 2 columns, not ${columns}.`);
  const kept = Math.max(0, Math.min(k, rows - 1));
  const found = {
    rows,
    k: kept,
    indices: new Int32Array(rows * kept),
    distances: new Float64Array(rows * kept),
  };
  if (kept === 0) return found;
  const tree = new Flatbush(rows);
  for (let row = 0; row < rows; row++) tree.add(data[2 * row] as number, data[2 * row + 1] as number);
  tree.finish();
  for (let row = 0; row < rows; row++) {
    nearestOthers(tree, data, row, kept).forEach(({ index, distance }, rank) => {
      found.indices[row * kept + rank] = index;
      found.distances[row * kept + rank] = distance;
    });
    if (row % pointsPerStep === pointsPerStep - 1) yield (row + 1) / rows;
  }
  return found;
}

/** One more than wanted is asked for, since the point itself is among the nearest, if not before its exact duplicates. */
function nearestOthers(
  tree: Flatbush,
  data: Matrix["data"],
  row: number,
  wanted: number,
): { index: number; distance: number }[] {
  const x = data[2 * row] as number;
  const y = data[2 * row + 1] as number;
  return tree
    .neighbors(x, y, wanted + 1)
    .filter((index) => index !== row)
    .slice(0, wanted)
    .map((index) => {
      const dx = (data[2 * index] as number) - x;
      const dy = (data[2 * index + 1] as number) - y;
      return { index, distance: Math.sqrt(dx * dx + dy * dy) };
    })
    .sort((a, b) => a.distance - b.distance || a.index - b.index);
}
