/** A similarity transform of the plane: p -> scale · R p + shift, R a rotation or a reflection. */
export type PlaneTransform = {
  scale: number;
  rotation: [number, number, number, number];
  shift: [number, number];
};

/**
 * The rotation or reflection, scale and shift that lay one set of plane points onto another with the
 * least sum of squared distances (Gower 1975, orthogonal Procrustes in two dimensions, closed form).
 * For reading two layouts of the same points side by side: neither's distances are changed, except by
 * one common scale.
 * @param from, to x and y per point, the same points in the same order
 * @returns the identity for fewer than two points or points that coincide
 */
export function alignPlanes(from: Float32Array, to: Float32Array): PlaneTransform {
  const count = Math.min(from.length, to.length) / 2;
  const meanFrom = meanPoint(from, count);
  const meanTo = meanPoint(to, count);
  let xx = 0;
  let xy = 0;
  let yx = 0;
  let yy = 0;
  let spread = 0;
  for (let i = 0; i < count; i++) {
    const x = (from[i * 2] as number) - meanFrom[0];
    const y = (from[i * 2 + 1] as number) - meanFrom[1];
    const u = (to[i * 2] as number) - meanTo[0];
    const v = (to[i * 2 + 1] as number) - meanTo[1];
    xx += u * x;
    xy += u * y;
    yx += v * x;
    yy += v * y;
    spread += x * x + y * y;
  }
  if (count < 2 || spread === 0) return { scale: 1, rotation: [1, 0, 0, 1], shift: [0, 0] };
  const turned = Math.hypot(xx + yy, yx - xy);
  const mirrored = Math.hypot(xx - yy, yx + xy);
  const rotation =
    mirrored > turned ? reflection(xx - yy, yx + xy, mirrored) : turn(xx + yy, yx - xy, turned);
  const scale = Math.max(turned, mirrored) / spread || 1;
  const [a, b, c, d] = rotation;
  const shift: [number, number] = [
    meanTo[0] - scale * (a * meanFrom[0] + b * meanFrom[1]),
    meanTo[1] - scale * (c * meanFrom[0] + d * meanFrom[1]),
  ];
  return { scale, rotation, shift };
}

/** The points after a transform; the input is left as it is. */
export function transformPlane(
  points: Float32Array,
  { scale, rotation, shift }: PlaneTransform,
): Float32Array {
  const [a, b, c, d] = rotation;
  return points.map((_, at) => {
    const x = points[at - (at % 2)] as number;
    const y = points[at - (at % 2) + 1] as number;
    return at % 2 === 0 ? scale * (a * x + b * y) + shift[0] : scale * (c * x + d * y) + shift[1];
  });
}

function turn(cosine: number, sine: number, length: number): PlaneTransform["rotation"] {
  if (length === 0) return [1, 0, 0, 1];
  return [cosine / length, -sine / length, sine / length, cosine / length];
}

function reflection(cosine: number, sine: number, length: number): PlaneTransform["rotation"] {
  return [cosine / length, sine / length, sine / length, -cosine / length];
}

function meanPoint(points: Float32Array, count: number): [number, number] {
  let x = 0;
  let y = 0;
  for (let i = 0; i < count; i++) {
    x += points[i * 2] as number;
    y += points[i * 2 + 1] as number;
  }
  return count === 0 ? [0, 0] : [x / count, y / count];
}
