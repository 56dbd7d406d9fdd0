/** Parameters of the layout's similarity curve 1 / (1 + a d^(2b)). */
export type Curve = { a: number; b: number };

const samples = 300;
const rounds = 100;

/**
 * Fits the curve to the one that is 1 up to `minDistance` and falls as exp(-(d - minDistance) / spread)
 * beyond, by Levenberg-Marquardt on 300 points up to 3 x spread, as UMAP does (McInnes et al. 2018).
 * @param minDistance closest two points may lie in the layout; 0 <= minDistance < 3 x spread
 */
export function fitCurve(minDistance: number, spread = 1): Curve {
  const points = Array.from({ length: samples }, (_, i) => {
    const distance = (i * 3 * spread) / (samples - 1);
    return { distance, wanted: distance < minDistance ? 1 : Math.exp(-(distance - minDistance) / spread) };
  });
  let curve: Curve = { a: 1, b: 1 };
  let damping = 1e-3;
  let error = errorOf(curve, points);
  for (let round = 0; round < rounds && damping < 1e12; round++) {
    const next = stepFrom(curve, points, damping);
    const nextError = errorOf(next, points);
    if (nextError < error) {
      curve = next;
      error = nextError;
      damping /= 10;
    } else damping *= 10;
  }
  return curve;
}

type Sample = { distance: number; wanted: number };

function similarityAt({ a, b }: Curve, distance: number): number {
  return 1 / (1 + a * distance ** (2 * b));
}

function errorOf(curve: Curve, points: Sample[]): number {
  return points.reduce((sum, { distance, wanted }) => sum + (similarityAt(curve, distance) - wanted) ** 2, 0);
}

/** Solves the damped normal equations of the two parameters. */
function stepFrom(curve: Curve, points: Sample[], damping: number): Curve {
  let aa = 0;
  let ab = 0;
  let bb = 0;
  let ra = 0;
  let rb = 0;
  for (const { distance, wanted } of points) {
    if (distance === 0) continue;
    const power = distance ** (2 * curve.b);
    const value = 1 / (1 + curve.a * power);
    const byA = -power * value * value;
    const byB = -2 * curve.a * power * Math.log(distance) * value * value;
    const residual = wanted - value;
    aa += byA * byA;
    ab += byA * byB;
    bb += byB * byB;
    ra += byA * residual;
    rb += byB * residual;
  }
  const dampedA = aa * (1 + damping);
  const dampedB = bb * (1 + damping);
  const determinant = dampedA * dampedB - ab * ab;
  return {
    a: curve.a + (dampedB * ra - ab * rb) / determinant,
    b: curve.b + (dampedA * rb - ab * ra) / determinant,
  };
}
