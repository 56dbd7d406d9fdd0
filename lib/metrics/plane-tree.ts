/**
 * A k-d tree over points of the plane: halves of halves, each along the wider side of its box. `order` lists the points
 * so that those of a node lie in [from, to); a node's children are `left` and `left + 1`, -1 for a leaf.
 */
export type PlaneTree = {
  order: Int32Array;
  from: Int32Array;
  to: Int32Array;
  left: Int32Array;
  /** Least and greatest x, then y, of each node: 4 numbers a node. */
  boxes: Float64Array;
  /** The smallest point number in each node: among equal distances the smaller number is the nearer one. */
  least: Int32Array;
};

const leafPoints = 12;

/** Builds the tree. Equal coordinates are told apart by number, so that it stays balanced over duplicates. O(n log n). */
export function buildPlaneTree(points: ArrayLike<number>, count: number): PlaneTree {
  const mostNodes = Math.max(1, 4 * Math.ceil(count / leafPoints));
  const tree: PlaneTree = {
    order: Int32Array.from({ length: count }, (_, i) => i),
    from: new Int32Array(mostNodes),
    to: new Int32Array(mostNodes),
    left: new Int32Array(mostNodes).fill(-1),
    boxes: new Float64Array(4 * mostNodes),
    least: new Int32Array(mostNodes),
  };
  tree.to[0] = count;
  let nodes = 1;
  for (let node = 0; node < nodes; node++) {
    const from = tree.from[node] as number;
    const to = tree.to[node] as number;
    measureNode(tree, node, points);
    if (to - from <= leafPoints) continue;
    const middle = (from + to) >> 1;
    const box = 4 * node;
    const [minX = 0, maxX = 0, minY = 0, maxY = 0] = tree.boxes.subarray(box, box + 4);
    partition(tree.order, from, to - 1, middle, points, maxX - minX >= maxY - minY ? 0 : 1);
    tree.left[node] = nodes;
    tree.from[nodes] = from;
    tree.to[nodes++] = middle;
    tree.from[nodes] = middle;
    tree.to[nodes++] = to;
  }
  return tree;
}

function measureNode(tree: PlaneTree, node: number, points: ArrayLike<number>): void {
  const box = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const bounds = [...box, ...box] as [number, number, number, number];
  let least = tree.order[tree.from[node] as number] ?? 0;
  for (let at = tree.from[node] as number; at < (tree.to[node] as number); at++) {
    const point = tree.order[at] as number;
    const x = points[2 * point] as number;
    const y = points[2 * point + 1] as number;
    if (x < bounds[0]) bounds[0] = x;
    if (x > bounds[1]) bounds[1] = x;
    if (y < bounds[2]) bounds[2] = y;
    if (y > bounds[3]) bounds[3] = y;
    if (point < least) least = point;
  }
  tree.boxes.set(bounds, 4 * node);
  tree.least[node] = least;
}

/** Quickselect: puts the points of places below `middle` before it, by coordinate, then by number. */
function partition(
  order: Int32Array,
  first: number,
  last: number,
  middle: number,
  points: ArrayLike<number>,
  axis: 0 | 1,
): void {
  let low = first;
  let high = last;
  while (low < high) {
    const pivot = order[(low + high) >> 1] as number;
    const value = points[2 * pivot + axis] as number;
    let i = low;
    let j = high;
    while (i <= j) {
      while (isBefore(order[i] as number, value, pivot, points, axis)) i++;
      while (isAfter(order[j] as number, value, pivot, points, axis)) j--;
      if (i > j) break;
      const held = order[i] as number;
      order[i++] = order[j] as number;
      order[j--] = held;
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
}

function isBefore(
  point: number,
  value: number,
  pivot: number,
  points: ArrayLike<number>,
  axis: 0 | 1,
): boolean {
  const own = points[2 * point + axis] as number;
  return own < value || (own === value && point < pivot);
}

function isAfter(
  point: number,
  value: number,
  pivot: number,
  points: ArrayLike<number>,
  axis: 0 | 1,
): boolean {
  const own = points[2 * point + axis] as number;
  return own > value || (own === value && point > pivot);
}
