import type { ClusteredError } from "#lib/metrics/clustered-error.ts";
import { formatSigned } from "#lib/shared/format-signed.ts";
import type { RepeatNoise } from "./schema.ts";

/** p to three digits, without the zero that every p-value has: ".031", "1.000". Never "0". */
export function formatP(p: number): string {
  if (p < 0.001) return "< .001";
  return p.toFixed(3).replace(/^0/, "");
}

/** "p = .031" or "p < .001": a p-value inside a sentence. */
export function describeP(p: number): string {
  return p < 0.001 ? `p ${formatP(p)}` : `p = ${formatP(p)}`;
}

/** "q = .031" or "q < .001". */
export function describeQ(q: number): string {
  return describeP(q).replace("p", "q");
}

/** A share as a percentage with one decimal; an unknown one as a dash. */
export function formatPercent(share: number | null): string {
  return share === null ? "–" : `${(share * 100).toFixed(1)}%`;
}

/** A difference of shares in percentage points, with its sign. */
export function formatPoints(share: number | null): string {
  if (share === null) return "–";
  return `${formatSigned(share * 100, 1)} points`;
}

/** An interval in percentage points; a dash where there is none. */
export function formatInterval(ci: readonly [number, number] | null): string {
  return ci === null ? "–" : `${formatPoints(ci[0])} to ${formatPoints(ci[1])}`.replace(" points to", " to");
}

/** A difference of shares with its interval in one cell, in points, which the column names: "−7.0 [−11.7, −2.8]". */
export function formatDifference({
  delta,
  ci,
}: {
  delta: number | null;
  ci: readonly [number, number] | null;
}): string {
  if (delta === null) return "–";
  const [value, low, high] = [delta, ...(ci ?? [])].map((share) => formatSigned(share * 100, 1));
  return ci === null ? `${value}` : `${value} [${low}, ${high}]`;
}

/** A sum of estimates as a count of tasks: whole where it is whole, else with one decimal. */
export function formatCount(count: number): string {
  const rounded = Math.round(count);
  return Math.abs(count - rounded) < 1e-9 ? String(rounded) : count.toFixed(1);
}

/** A count expected by chance, with the interval in which it lies where that has any width: "about 11.5 [7, 16]". */
export function formatExpected(mean: number, [low, high]: readonly [number, number]): string {
  return `about ${mean.toFixed(1)}${high > low ? ` [${low}, ${high}]` : ""}`;
}

/** How far two repeats of one configuration lie apart in 95% of cases, in points: "± 3.1". */
export function formatRepeatNoise(noise: RepeatNoise | null): string {
  return noise === null ? "–" : `± ${(1.96 * 100 * noise.sd).toFixed(1)}`;
}

/** "2.3 (12 repositories)"; a dash where tasks tell of none. */
export function formatDesignEffect(clustered: ClusteredError | null): string {
  if (clustered === null || clustered.designEffect === null) return "–";
  return `${clustered.designEffect.toFixed(1)} (${clustered.clusters} clusters)`;
}
