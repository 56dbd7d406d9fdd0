export type Direction = "left" | "right" | "up" | "down";

const headings: Record<Direction, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, 1],
  down: [0, -1],
};

/**
 * The visible point an arrow key goes to: in the quarter of the plane that the arrow points at, the
 * nearest, where going aside counts double. From nowhere (-1) it is the first visible point.
 * @returns its index, or `from` when there is none that way
 */
export function nextPoint(
  x: Float32Array,
  y: Float32Array,
  from: number,
  direction: Direction,
  visible: Uint8Array | null,
): number {
  if (from < 0) {
    for (let index = 0; index < x.length; index++) if (visible?.[index] !== 0) return index;
    return -1;
  }
  const [headX, headY] = headings[direction];
  const [fromX, fromY] = [x[from] ?? 0, y[from] ?? 0];
  let best = from;
  let bestCost = Infinity;
  for (let index = 0; index < x.length; index++) {
    if (index === from || visible?.[index] === 0) continue;
    const [dx, dy] = [(x[index] ?? 0) - fromX, (y[index] ?? 0) - fromY];
    const along = dx * headX + dy * headY;
    const aside = Math.abs(dx * headY) + Math.abs(dy * headX);
    // Equal points have no direction: the order of the indices leads through them.
    const same = dx === 0 && dy === 0;
    const ahead = same
      ? (direction === "right" || direction === "up") === index > from
      : along > 0 && along >= aside;
    if (!ahead) continue;
    const cost = same ? Math.abs(index - from) * 1e-12 : along + 2 * aside;
    if (cost < bestCost) {
      best = index;
      bestCost = cost;
    }
  }
  return best;
}
