import { type ShapeName, shapes } from "#components/charts/shapes.ts";

/** A mark as the pixels it covers around its center, in device pixels. */
export type Stamp = {
  dx: Int16Array;
  dy: Int16Array;
  /** Share of each pixel inside the shape, 1 to 256. */
  cover: Uint16Array;
  /** The pixels just around it, painted in the ground's color first: marks that touch stay apart. */
  halo: { dx: Int16Array; dy: Int16Array; cover: Uint16Array } | null;
  /** No pixel lies farther from the center. */
  reach: number;
};

/** Below this radius (device pixels) no shape can be told from a square. */
const leastShape = 2;
const leastHalo = 2.5;
const haloWidth = 0.7;

/** The pixels of a shape of the given radius. */
export function makeStamp(shape: ShapeName, radius: number): Stamp {
  if (radius < leastShape) return squareStamp(Math.max(1, Math.round(2 * radius)));
  const inner = coverageOf(shape, radius);
  const outer = radius < leastHalo ? null : coverageOf(shape, radius + haloWidth);
  return { ...inner, halo: outer, reach: Math.max(...inner.dx, ...(outer?.dx ?? [])) };
}

function squareStamp(side: number): Stamp {
  const low = -Math.floor((side - 1) / 2);
  const at = Array.from({ length: side * side }, (_, index) => index);
  return {
    dx: Int16Array.from(at, (index) => low + (index % side)),
    dy: Int16Array.from(at, (index) => low + Math.floor(index / side)),
    cover: new Uint16Array(side * side).fill(256),
    halo: null,
    reach: side,
  };
}

const samples = 5;

/** The pixels a shape covers: counts how many of 5 x 5 samples of each pixel lie inside the outline. */
function coverageOf(
  shape: ShapeName,
  radius: number,
): { dx: Int16Array; dy: Int16Array; cover: Uint16Array } {
  const reach = Math.ceil(radius * 1.2);
  const [dx, dy, cover]: [number[], number[], number[]] = [[], [], []];
  for (let row = -reach; row <= reach; row++) {
    for (let column = -reach; column <= reach; column++) {
      let inside = 0;
      for (let sample = 0; sample < samples * samples; sample++) {
        const x = column + ((sample % samples) + 0.5) / samples - 0.5;
        const y = row + (Math.floor(sample / samples) + 0.5) / samples - 0.5;
        if (isInsideShape(shape, x / radius, y / radius)) inside++;
      }
      if (inside === 0) continue;
      dx.push(column);
      dy.push(row);
      cover.push(Math.round((256 * inside) / samples ** 2));
    }
  }
  return { dx: Int16Array.from(dx), dy: Int16Array.from(dy), cover: Uint16Array.from(cover) };
}

function isInsideShape(shape: ShapeName, x: number, y: number): boolean {
  const corners = shapes[shape];
  let inside = false;
  let [bx, by] = corners.at(-1) ?? [0, 0];
  for (const [ax, ay] of corners) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    [bx, by] = [ax, ay];
  }
  return inside;
}
