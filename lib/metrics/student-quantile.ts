import { normalQuantile } from "./normal-quantile.ts";

/**
 * The value that Student's t exceeds, either way, with a chance of `tails`: Hill's expansion (CACM algorithm 396, 1970),
 * within .1% of scipy's `t.isf(tails / 2, df)` from 2 degrees of freedom, and 1% below, which need not be whole.
 * @throws RangeError unless 0 < tails < 1 and df >= 1
 */
export function studentQuantile(tails: number, df: number): number {
  if (!(tails > 0 && tails < 1 && df >= 1)) throw new RangeError(`t for ${tails} and ${df} degrees.`);
  if (df === 1) return 1 / Math.tan((tails * Math.PI) / 2);
  if (df === 2) return Math.sqrt(2 / (tails * (2 - tails)) - 2);
  const a = 1 / (df - 0.5);
  const b = (48 / a) * (1 / a);
  let c = (((20700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * df;
  let x = d * tails;
  let y = x ** (2 / df);
  if (y <= 0.05 + a) {
    y =
      ((1 / (((df + 6) / (df * y) - 0.089 * d - 0.822) * (df + 2) * 3) + 0.5 / (df + 4)) * y - 1) *
        ((df + 1) / (df + 2)) +
      1 / y;
    return Math.sqrt(df * y);
  }
  x = normalQuantile(tails / 2);
  y = x * x;
  if (df < 5) c += 0.3 * (df - 4.5) * (x + 0.6);
  c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
  y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
  y = Math.expm1(a * y * y);
  return Math.sqrt(df * y);
}
