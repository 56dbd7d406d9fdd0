import { type Bounds, boundsOf, type Point } from "./viewport.ts";

/** A selection in the plane: corners in order; two corners are the ends of a rectangle's diagonal. */
export type Area = readonly Point[];

export function areaBounds(area: Area): Bounds {
  return boundsOf(
    Float32Array.from(area, (point) => point.x),
    Float32Array.from(area, (point) => point.y),
  );
}

/** Whether a point lies in a rectangle (edges count) or, by the even-odd rule, in a polygon. */
export type AreaTest = (x: number, y: number) => boolean;

/**
 * Prepares the test of many points against one area. A polygon's edges are sorted into horizontal bands, so that a
 * point meets only those near its height: a lasso of 500 corners costs no more a point than one of 20.
 */
export function areaTest(area: Area): AreaTest {
  const [first, second] = area;
  if (!first || !second) return () => false;
  if (area.length > 2) return polygonTest(area);
  const [x0, x1] = [Math.min(first.x, second.x), Math.max(first.x, second.x)];
  const [y0, y1] = [Math.min(first.y, second.y), Math.max(first.y, second.y)];
  return (x, y) => x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function polygonTest(area: Area): AreaTest {
  const { y0, y1 } = areaBounds(area);
  const bandCount = Math.min(512, Math.max(1, area.length));
  const perUnit = y1 > y0 ? bandCount / (y1 - y0) : 0;
  const bandOf = (y: number) => Math.min(bandCount - 1, Math.max(0, Math.floor((y - y0) * perUnit)));
  const bands: number[][] = Array.from({ length: bandCount }, () => []);
  let before = area[area.length - 1] as Point;
  for (const corner of area) {
    const last = bandOf(Math.max(before.y, corner.y));
    for (let band = bandOf(Math.min(before.y, corner.y)); band <= last; band++) {
      bands[band]?.push(before.x, before.y, corner.x, corner.y);
    }
    before = corner;
  }
  const edges = bands.map((band) => Float64Array.from(band));
  return (x, y) => y >= y0 && y <= y1 && isLeftOfOdd(edges[bandOf(y)], x, y);
}

/** Whether a ray to the right crosses an odd number of edges (ax, ay, bx, by each). */
function isLeftOfOdd(edges: Float64Array | undefined, x: number, y: number): boolean {
  if (!edges) return false;
  let inside = false;
  for (let at = 0; at < edges.length; at += 4) {
    const ay = edges[at + 1] as number;
    const by = edges[at + 3] as number;
    if (ay > y === by > y) continue;
    const ax = edges[at] as number;
    const bx = edges[at + 2] as number;
    if (x < ((ax - bx) * (y - by)) / (ay - by) + bx) inside = !inside;
  }
  return inside;
}
