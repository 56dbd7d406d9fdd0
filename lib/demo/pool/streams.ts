import { sha256 } from "#lib/shared/hash.ts";
import { seededRandom } from "#lib/shared/random.ts";

/** A stream of numbers in [0, 1). */
export type Random = () => number;

/** An independent stream for each purpose, so that a change in one part leaves the others as they were. */
export function streamFor(seed: number, ...purpose: readonly (string | number)[]): Random {
  return seededRandom(Number.parseInt(sha256([seed, ...purpose].join("\u0000")).slice(0, 8), 16));
}

/** A stable UUID (version 8: made by a rule of our own) for a thing of the demo pool. */
export function demoId(seed: number, kind: string, ...key: readonly (string | number)[]): string {
  const hex = sha256(["carryover-demo", seed, kind, ...key].join("\u0000"));
  const variant = (8 + (Number.parseInt(hex.charAt(16), 16) % 4)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function pick<T>(values: readonly T[], random: Random): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("Nothing to pick from.");
  return value;
}

/** Whole number from low to high, both included. */
export function between(low: number, high: number, random: Random): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** A draw from the standard normal distribution (Box and Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
