/** Corners of a mark in the square from -1 to 1 (y downwards), drawn alike by SVG and canvas. */
export type Corners = readonly (readonly [number, number])[];

export const shapeNames = [
  "circle",
  "square",
  "triangle",
  "diamond",
  "triangle-down",
  "plus",
  "cross",
  "star",
  "hexagon",
  "hourglass",
] as const;

export type ShapeName = (typeof shapeNames)[number];

function ring(corners: number, radius: number | ((index: number) => number), turn = -Math.PI / 2): Corners {
  return Array.from({ length: corners }, (_, index) => {
    const r = typeof radius === "number" ? radius : radius(index);
    const angle = turn + (2 * Math.PI * index) / corners;
    return [r * Math.cos(angle), r * Math.sin(angle)] as const;
  });
}

const arm = 0.34;
const plus: Corners = [
  [-arm, -1],
  [arm, -1],
  [arm, -arm],
  [1, -arm],
  [1, arm],
  [arm, arm],
  [arm, 1],
  [-arm, 1],
  [-arm, arm],
  [-1, arm],
  [-1, -arm],
  [-arm, -arm],
];

function turned(corners: Corners, angle: number): Corners {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return corners.map(([x, y]) => [x * cos - y * sin, x * sin + y * cos] as const);
}

/** The outlines, of about equal area so that no shape looks heavier than another. */
export const shapes: Record<ShapeName, Corners> = {
  circle: ring(20, 0.85),
  square: ring(4, 1.08, Math.PI / 4),
  triangle: ring(3, 1.12),
  diamond: ring(4, 1.08),
  "triangle-down": ring(3, 1.12, Math.PI / 2),
  plus,
  cross: turned(plus, Math.PI / 4),
  star: ring(10, (index) => (index % 2 === 0 ? 1.15 : 0.5)),
  hexagon: ring(6, 0.95),
  hourglass: [
    [-0.9, -0.95],
    [0.9, -0.95],
    [0.2, 0],
    [0.9, 0.95],
    [-0.9, 0.95],
    [-0.2, 0],
  ],
};

/** The `points` attribute of an SVG polygon with center `cx`, `cy` and the given radius. */
export function svgPoints(shape: ShapeName, radius: number, cx = 0, cy = 0): string {
  return shapes[shape]
    .map(([x, y]) => `${(cx + x * radius).toFixed(2)},${(cy + y * radius).toFixed(2)}`)
    .join(" ");
}
