import { mean } from "simple-statistics";
import { measureMixing } from "#lib/abstraction/measure-mixing.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { Study } from "../calibration.ts";
import type { BenchRow } from "../row.ts";
import { drawPool, type PoolKind, poolKinds } from "./planted-pools.ts";

type Interval = { low: number; high: number } | null;
type Sample = { value: number; interval: Interval };

/** How often intervals hold what they are of: the mean value over pools of the kind. */
export type Coverage = {
  target: number;
  /** Of the pools that have an interval; NaN when none has. */
  covered: number;
  /** Pools that have one. */
  shown: number;
  pools: number;
  /** Mean half-width over 1.96 standard deviations of the values: 1 = as wide as it should be. */
  width: number;
};

/** Draws pools of a kind and counts how often the intervals of DBI and mean LISI hold the mean over them. */
export async function mixingCoverage(
  kind: PoolKind,
  pools: number,
  firstSeed = 1000,
  signal?: AbortSignal,
): Promise<{ dbi: Coverage; lisi: Coverage }> {
  const dbi: Sample[] = [];
  const lisi: Sample[] = [];
  for (let pool = 0; pool < pools; pool++) {
    await yieldToEventLoop(signal);
    const { result } = await measureMixing(drawPool(kind, firstSeed + pool), 30);
    dbi.push({ value: result.dbi ?? Number.NaN, interval: result.dbiInterval });
    lisi.push({ value: result.lisi?.mean ?? Number.NaN, interval: result.lisi?.interval ?? null });
  }
  return { dbi: coverageOf(dbi), lisi: coverageOf(lisi) };
}

function coverageOf(samples: readonly Sample[]): Coverage {
  const target = mean(samples.map(({ value }) => value));
  const deviation = Math.sqrt(mean(samples.map(({ value }) => (value - target) ** 2)));
  const intervals = samples.flatMap(({ interval }) => interval ?? []);
  const halfWidths = intervals.map(({ low, high }) => (high - low) / 2);
  const holds = intervals.filter(({ low, high }) => low <= target && target <= high).length;
  return {
    target,
    covered: holds / intervals.length,
    shown: intervals.length,
    pools: samples.length,
    width: halfWidths.length === 0 ? Number.NaN : mean(halfWidths) / (1.959964 * deviation),
  };
}

/** Enough for a standard error of 1.4 points where 95% of the intervals hold. */
const poolsPerKind = 240;

/** Coverage of both intervals over many kinds of pool. */
export const studyMixingCoverage: Study = async ({ log, signal }) => {
  const rows: BenchRow[] = [];
  for (const kind of poolKinds) {
    log(`Drawing ${poolsPerKind} pools: ${kind.name}, ${kind.apart} apart ...`);
    const { dbi, lisi } = await mixingCoverage(kind, poolsPerKind, 1000, signal);
    const n = kind.sizes.reduce((sum, size) => sum + size, 0);
    const name = `${kind.name}, ${kind.apart} apart`;
    rows.push(coverageRow(`LISI interval: ${name}`, n, lisi), coverageRow(`DBI interval: ${name}`, n, dbi));
  }
  return rows;
};

function coverageRow(name: string, n: number, { target, covered, shown, pools, width }: Coverage): BenchRow {
  const about = `true mean ${target.toFixed(2)}, shown in ${shown} of ${pools} pools`;
  if (shown < pools / 10)
    return { name, n, seconds: null, nominal: "0.95", note: `${about}: too few to say` };
  return {
    name,
    n,
    seconds: null,
    measured: covered,
    nominal: "0.95",
    note: `${about}; ${width.toFixed(2)} of the right width`,
  };
}
