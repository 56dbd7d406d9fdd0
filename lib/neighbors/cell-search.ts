import { seededRandom } from "#lib/shared/random.ts";
import type { Candidates } from "./exact-search.ts";
import type { NativeSearch } from "./native-search.ts";
import { gatherRows, type SearchRows } from "./search-rows.ts";

const trainingRowsPerCell = 48;
const trainingRounds = 5;
const cellsSearched = 8;
const blockRows = 512;

/**
 * The `kept` most similar rows of every row, looked for only in the cells nearest to its own: about
 * sqrt(n) cells by spherical k-means, searched as whole blocks. Time near n^1.5 d instead of n² d.
 * Approximate: measure the recall (`sampleRecall`). Rows must be unit rows. Seeded.
 */
export async function searchCells(
  native: NativeSearch,
  search: SearchRows,
  kept: number,
  onBlock: (share: number) => void,
): Promise<Candidates> {
  const { rows, count, columns } = search;
  const cells = Math.max(1, Math.round(Math.sqrt(count)));
  const centers = await trainCenters(native, search, cells);
  const members = await assignRows(native, search, centers);
  const indices = new Int32Array(count * kept).fill(-1);
  const similarities = new Float32Array(count * kept);
  const near = await native.search(centers, centers, columns, Math.min(cells, cellsSearched));
  let done = 0;
  for (let cell = 0; cell < cells; cell++) {
    const own = members[cell] as Int32Array;
    const others = enoughRows(near.indices.subarray(cell * near.kept, (cell + 1) * near.kept), members, kept);
    const candidates = gatherRows(rows, columns, others);
    for (let first = 0; first < own.length; first += blockRows) {
      const block = own.subarray(first, first + blockRows);
      const found = await native.search(
        gatherRows(rows, columns, block),
        candidates,
        columns,
        Math.min(kept, others.length),
      );
      block.forEach((row, i) => {
        for (let rank = 0; rank < found.kept; rank++) {
          indices[row * kept + rank] = others[found.indices[i * found.kept + rank] as number] as number;
          similarities[row * kept + rank] = found.similarities[i * found.kept + rank] as number;
        }
      });
      done += block.length;
      onBlock(done / count);
    }
  }
  return { kept, indices, similarities };
}

/** The members of the nearest cells; of further ones too, should those be nearly empty. */
function enoughRows(nearest: Int32Array, members: Int32Array[], kept: number): Int32Array {
  const chosen = Array.from(nearest, (cell) => members[cell] as Int32Array);
  const total = chosen.reduce((sum, rows) => sum + rows.length, 0);
  return total >= kept ? concatenate(chosen) : concatenate(members);
}

function concatenate(parts: Int32Array[]): Int32Array {
  const joined = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Spherical k-means on a sample: centers are the unit means of the rows nearest to them. */
async function trainCenters(
  native: NativeSearch,
  { rows, count, columns }: SearchRows,
  cells: number,
): Promise<Float32Array> {
  const random = seededRandom(count);
  const sample = Int32Array.from({ length: Math.min(count, cells * trainingRowsPerCell) }, () =>
    Math.floor(random() * count),
  );
  const training = gatherRows(rows, columns, sample);
  let centers: Float32Array = training.slice(0, cells * columns);
  for (let round = 0; round < trainingRounds; round++) {
    const { indices } = await native.search(training, centers, columns, 1);
    centers = unitMeans(training, indices, centers, columns);
  }
  return centers;
}

function unitMeans(
  rows: Float32Array,
  cellOf: Int32Array,
  former: Float32Array,
  columns: number,
): Float32Array {
  const sums = new Float32Array(former.length);
  cellOf.forEach((cell, row) => {
    for (let c = 0; c < columns; c++) {
      const at = cell * columns + c;
      sums[at] = (sums[at] as number) + (rows[row * columns + c] as number);
    }
  });
  for (let start = 0; start < sums.length; start += columns) {
    const length = Math.hypot(...sums.subarray(start, start + columns));
    // An empty cell keeps its former center.
    for (let c = start; c < start + columns; c++) {
      sums[c] = length > 0 ? (sums[c] as number) / length : (former[c] as number);
    }
  }
  return sums;
}

async function assignRows(
  native: NativeSearch,
  { rows, count, columns }: SearchRows,
  centers: Float32Array,
): Promise<Int32Array[]> {
  const members: number[][] = Array.from({ length: centers.length / columns }, () => []);
  for (let first = 0; first < count; first += blockRows * 8) {
    const last = Math.min(count, first + blockRows * 8);
    const { indices } = await native.search(
      rows.subarray(first * columns, last * columns),
      centers,
      columns,
      1,
    );
    indices.forEach((cell, i) => {
      members[cell]?.push(first + i);
    });
  }
  return members.map((list) => Int32Array.from(list));
}
