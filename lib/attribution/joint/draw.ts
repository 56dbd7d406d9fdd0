import { seededRandom } from "#lib/shared/random.ts";

/** Random numbers of the distributions that the sampler needs. */
export type Draw = {
  /** In [0, 1). */
  uniform: () => number;
  normal: () => number;
  /** A standard normal number above a bound. */
  normalAbove: (bound: number) => number;
  gamma: (shape: number) => number;
};

/** The same seed gives the same numbers on every machine. */
export function seededDraw(seed: number): Draw {
  const uniform = seededRandom(seed);
  const normal = polarNormal(uniform);
  const normalAbove = (bound: number): number => {
    if (bound > 0.45) return tailAbove(bound, uniform);
    for (;;) {
      const value = normal();
      if (value > bound) return value;
    }
  };
  return { uniform, normal, normalAbove, gamma: (shape) => drawGamma(shape, uniform, normal) };
}

/** Two at a time (Marsaglia and Bray 1964). */
function polarNormal(uniform: () => number): () => number {
  // An array, for a fraction in a variable would be allocated anew with every call.
  const held = new Float64Array(1);
  let hasHeld = false;
  return () => {
    if (hasHeld) {
      hasHeld = false;
      return held[0] as number;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      held[0] = y * scale;
      hasHeld = true;
      return x * scale;
    }
  };
}

/** By rejection from a shifted exponential distribution (Robert 1995). */
function tailAbove(bound: number, uniform: () => number): number {
  const rate = (bound + Math.sqrt(bound * bound + 4)) / 2;
  for (;;) {
    const value = bound - Math.log(1 - uniform()) / rate;
    const off = value - rate;
    if (uniform() <= Math.exp((-off * off) / 2)) return value;
  }
}

/** Of scale 1 (Marsaglia and Tsang 2000). */
function drawGamma(shape: number, uniform: () => number, normal: () => number): number {
  if (shape < 1) return drawGamma(shape + 1, uniform, normal) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
