import { comparePools } from "#lib/abstraction/compare-pools.ts";
import type { ChangeTest } from "#lib/metrics/exchange-test.ts";
import type { Measured } from "#lib/metrics/measured.ts";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { Study } from "../calibration.ts";
import type { BenchRow } from "../row.ts";
import { drawPool, type PlantedPool, type PoolKind } from "./planted-pools.ts";

/** Of so many comparisons, the share whose p is 0.05 or less; and the mean of the differences by size alone. */
export type ChangeErrors = { dbi: number; lisi: number; dbiDifference: number };

/**
 * Compares pools before and after some of their memories went, chosen by `choose`.
 * @param choose which rows go; by chance, the share of p <= 0.05 is the rate of false alarms
 */
export async function changeErrors(
  kind: PoolKind,
  choose: (pool: PlantedPool, random: () => number) => ReadonlySet<number>,
  pools: number,
  signal?: AbortSignal,
): Promise<ChangeErrors> {
  const count = { dbi: 0, lisi: 0, dbiDifference: 0 };
  for (let seed = 0; seed < pools; seed++) {
    await yieldToEventLoop(signal);
    const pool = drawPool(kind, seed);
    const gone = choose(pool, seededRandom(seed + 500));
    const presence = Uint8Array.from(pool.labels, (_, row) => (gone.has(row) ? 1 : 3));
    const { dbi, lisi } = await comparePools({ ...pool, presence }, 30);
    if (isAlarm(dbi)) count.dbi++;
    if (isAlarm(lisi)) count.lisi++;
    if ("value" in dbi) count.dbiDifference += dbi.value.difference;
  }
  return {
    dbi: count.dbi / pools,
    lisi: count.lisi / pools,
    dbiDifference: count.dbiDifference / pools,
  };
}

const isAlarm = (test: Measured<ChangeTest>) => "value" in test && test.value.p <= 0.05;

/** A share of the memories, by chance. */
export const removeAtRandom =
  (share: number) =>
  ({ labels }: PlantedPool, random: () => number): ReadonlySet<number> =>
    new Set(shuffled([...labels.keys()], random).slice(0, Math.round(share * labels.length)));

/** The same number, those first that lie farthest from their own label's mean: what a curator would take out. */
export const removeFarthest =
  (share: number) =>
  ({ matrix, labels }: PlantedPool): ReadonlySet<number> => {
    const { data, columns } = matrix;
    const rowOf = (row: number) => data.subarray(row * columns, (row + 1) * columns);
    const distances = labels.map((label, row) => {
      const others = labels.flatMap((other, at) => (other === label ? [rowOf(at)] : []));
      return Math.hypot(
        ...rowOf(row).map(
          (value, c) => value - others.reduce((sum, other) => sum + (other[c] ?? 0), 0) / others.length,
        ),
      );
    });
    const ranked = [...labels.keys()].sort((a, b) => (distances[b] ?? 0) - (distances[a] ?? 0));
    return new Set(ranked.slice(0, Math.round(share * labels.length)));
  };

/** Enough for a standard error of 1.1 points where p <= 0.05 in 5%. */
const chancePools = 400;

const kinds: readonly PoolKind[] = [
  { name: "no structure", sizes: [30, 30, 30], apart: 0 },
  { name: "weak structure", sizes: [60, 30, 15, 8], apart: 0.5 },
  { name: "structure, four to a task", sizes: [40, 40, 40], apart: 1, perTask: 4 },
];

/** False alarms when memories go by chance, and what is found when the outlying ones go. */
export const studyMixingChange: Study = async ({ log, signal }) => {
  const rows: BenchRow[] = [];
  for (const kind of kinds) {
    const n = kind.sizes.reduce((sum, size) => sum + size, 0);
    for (const share of [0.05, 0.4]) {
      log(`Before and after: ${kind.name}, ${100 * share} % gone ...`);
      const chance = await changeErrors(kind, removeAtRandom(share), chancePools, signal);
      const chosen = await changeErrors(kind, removeFarthest(share), 50, signal);
      const name = `${kind.name}, ${100 * share} % gone`;
      const note = `found in ${chosen.dbi} (DBI) and ${chosen.lisi} (LISI) of cases when the outlying went; DBI moved by ${chance.dbiDifference.toFixed(2)} by size alone`;
      rows.push(
        {
          name: `DBI, false alarms: ${name}`,
          n,
          seconds: null,
          measured: chance.dbi,
          nominal: "<= 0.05",
          note,
        },
        { name: `LISI, false alarms: ${name}`, n, seconds: null, measured: chance.lisi, nominal: "<= 0.05" },
      );
    }
  }
  return rows;
};
