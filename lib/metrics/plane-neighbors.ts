import type { Matrix } from "./matrix.ts";
import type { Neighbors } from "./neighbors-in-steps.ts";
import { buildPlaneTree, type PlaneTree } from "./plane-tree.ts";

const pointsPerStep = 1000;

/**
 * The same as `nearestNeighbors` for points of the plane, by a k-d tree: O(n log n + n k) instead of O(n²). Euclidean,
 * closest first, ties by row number. Yields the share done.
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
  const search = new TreeSearch(buildPlaneTree(data, rows), data, kept);
  for (let row = 0; row < rows; row++) {
    search.from(row);
    found.indices.set(search.indices, row * kept);
    for (let i = 0; i < kept; i++) found.distances[row * kept + i] = Math.sqrt(search.squared[i] as number);
    if (row % pointsPerStep === pointsPerStep - 1) yield (row + 1) / rows;
  }
  return found;
}

/** The nearest points to one after the other, kept in order in two short lists. */
class TreeSearch {
  readonly indices: Int32Array;
  readonly squared: Float64Array;
  private readonly tree: PlaneTree;
  private readonly points: ArrayLike<number>;
  private readonly stack: number[] = [];
  private count = 0;

  constructor(tree: PlaneTree, points: ArrayLike<number>, kept: number) {
    this.tree = tree;
    this.points = points;
    this.indices = new Int32Array(kept);
    this.squared = new Float64Array(kept);
  }

  from(row: number): void {
    const { left } = this.tree;
    const x = this.points[2 * row] as number;
    const y = this.points[2 * row + 1] as number;
    this.count = 0;
    this.stack.length = 0;
    this.stack.push(0);
    for (let node = this.stack.pop(); node !== undefined; node = this.stack.pop()) {
      if (!this.mayHold(node, this.gap(node, x, y))) continue;
      const child = left[node] as number;
      if (child < 0) this.visitLeaf(node, row, x, y);
      else {
        // The nearer half is looked at first; of halves as near, the one of smaller numbers.
        const first = this.gap(child, x, y);
        const second = this.gap(child + 1, x, y);
        const leftFirst =
          first < second || (first === second && this.leastOf(child) < this.leastOf(child + 1));
        this.stack.push(leftFirst ? child + 1 : child, leftFirst ? child : child + 1);
      }
    }
  }

  private leastOf(node: number): number {
    return this.tree.least[node] as number;
  }

  /** Squared distance from a place to a node's box. */
  private gap(node: number, x: number, y: number): number {
    const { boxes } = this.tree;
    const dx = Math.max((boxes[4 * node] as number) - x, 0, x - (boxes[4 * node + 1] as number));
    const dy = Math.max((boxes[4 * node + 2] as number) - y, 0, y - (boxes[4 * node + 3] as number));
    return dx * dx + dy * dy;
  }

  private mayHold(node: number, gap: number): boolean {
    if (this.count < this.indices.length) return true;
    const worst = this.squared[this.count - 1] as number;
    return gap < worst || (gap === worst && this.leastOf(node) < (this.indices[this.count - 1] as number));
  }

  private visitLeaf(node: number, row: number, x: number, y: number): void {
    const { order, from, to } = this.tree;
    for (let at = from[node] as number; at < (to[node] as number); at++) {
      const point = order[at] as number;
      if (point === row) continue;
      const dx = (this.points[2 * point] as number) - x;
      const dy = (this.points[2 * point + 1] as number) - y;
      this.offer(point, dx * dx + dy * dy);
    }
  }

  private offer(point: number, squared: number): void {
    const { indices, squared: kept } = this;
    let at = this.count;
    if (at === indices.length) {
      if (!isNearer(squared, point, kept[at - 1] as number, indices[at - 1] as number)) return;
      at--;
    } else this.count++;
    for (; at > 0 && isNearer(squared, point, kept[at - 1] as number, indices[at - 1] as number); at--) {
      kept[at] = kept[at - 1] as number;
      indices[at] = indices[at - 1] as number;
    }
    kept[at] = squared;
    indices[at] = point;
  }
}

function isNearer(squared: number, point: number, otherSquared: number, other: number): boolean {
  return squared < otherSquared || (squared === otherSquared && point < other);
}
