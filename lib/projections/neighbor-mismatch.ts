import { findPlaneNeighbors } from "#lib/metrics/plane-neighbors.ts";

const nearest = 10;

/**
 * How much a point's neighbourhood on the plane speaks for another label than its own: the largest share that one
 * other label has among its nearest, less the share of its own. Shares are of what could be there, so that a label of
 * eight memories is not foreign to itself: at most the neighbours looked at, and at most the label's own points.
 * Where the plane holds several groups (types), only neighbours of the same group are looked at.
 * @param x, y the plane
 * @param labels, groups a code a point
 * @returns -1 (only its own around it) to 1 (only one other); NaN where fewer than two neighbours are there
 */
export function neighborMismatch(
  x: Float32Array,
  y: Float32Array,
  labels: Uint8Array,
  groups: Uint8Array,
): Float32Array {
  const mismatch = new Float32Array(x.length).fill(Number.NaN);
  for (const rows of rowsOfGroups(groups)) {
    const plane = Float32Array.from(rows.flatMap((row) => [x[row] ?? 0, y[row] ?? 0]));
    const steps = findPlaneNeighbors({ data: plane, rows: rows.length, columns: 2 }, nearest);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { indices, k } = step.value;
    if (k < 2) continue;
    const codes = Uint8Array.from(rows, (row) => labels[row] ?? 0);
    const sizes = countCodes(codes);
    rows.forEach((row, at) => {
      mismatch[row] = mismatchOf(codes, sizes, at, indices.subarray(at * k, (at + 1) * k));
    });
  }
  return mismatch;
}

function rowsOfGroups(groups: Uint8Array): number[][] {
  const rows: number[][] = [];
  groups.forEach((group, row) => {
    rows[group] ??= [];
    rows[group].push(row);
  });
  return rows.filter((each) => each !== undefined);
}

function countCodes(codes: Uint8Array): Uint32Array {
  const sizes = new Uint32Array(256);
  for (const code of codes) sizes[code] = (sizes[code] ?? 0) + 1;
  return sizes;
}

function mismatchOf(codes: Uint8Array, sizes: Uint32Array, at: number, neighbors: Int32Array): number {
  const own = codes[at] ?? 0;
  const counts = countCodes(Uint8Array.from(neighbors, (other) => codes[other] ?? 0));
  const share = (code: number, size: number) =>
    (counts[code] ?? 0) / Math.max(1, Math.min(neighbors.length, size));
  let foreign = 0;
  for (let code = 0; code < 256; code++) {
    // A label of one or two points would be all there as soon as one of them is near.
    if (code !== own && (sizes[code] ?? 0) > 2) foreign = Math.max(foreign, share(code, sizes[code] ?? 0));
  }
  return foreign - share(own, (sizes[own] ?? 1) - 1);
}
