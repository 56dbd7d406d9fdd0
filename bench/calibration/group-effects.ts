import { groupEffects, isNamedGroup, withQ } from "#lib/attribution/group-effects.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import { type SimulatedPool, simulatePool } from "#lib/testing/simulate-pool.ts";
import type { BenchContext, BenchRow } from "../row.ts";

const maps = 200;
const full = { tasks: 491, memories: 300 } as const;

const nulls: readonly [string, SimulatedPool][] = [
  ["a run and its repeat", { ...full, rates: "mixed" }],
  ["settled tasks, memories at one difficulty", { ...full, rates: "settled", byDifficulty: true }],
  ["a run worse by 1.5 logits", { ...full, rates: "mixed", shift: -1.5, byDifficulty: true }],
  ["benchmarks helped or hurt", { ...full, rates: "mixed", benchmarkSd: 1, taskSd: 0.6 }],
  ["tasks helped or hurt", { ...full, rates: "mixed", taskSd: 1.5, byDifficulty: true }],
];

/** Heat maps of 6 sources by 6 targets that color a cell where no memory does anything; then with one harmful source. */
export async function studyGroupEffects({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [name, pool] of nulls) {
    log(`calibration: cells of a heat map, ${name}`);
    const colored = await colorMaps(pool, signal);
    rows.push({
      name: `heat maps that color a cell, nothing planted: ${name}`,
      n: maps,
      seconds: null,
      measured: colored.filter((groups) => groups.length > 0).length / maps,
      nominal: "<= 0.05",
    });
  }
  log("calibration: cells of a heat map, harm planted");
  const groups = (await colorMaps({ ...full, rates: "mixed", taskSd: 0.6, harm: -5 }, signal)).flat();
  const right = groups.filter((group) => group.startsWith("planted ")).length;
  return [
    ...rows,
    {
      name: "colored cells that are not of the harmful source; others were shown beside it",
      n: groups.length,
      seconds: null,
      measured: (groups.length - right) / Math.max(1, groups.length),
      nominal: "not corrected for what was shown together",
      note: `${(right / maps).toFixed(1)} of the harmful source's 6 cells a map`,
    },
  ];
}

/** Names of the colored cells, map by map. */
async function colorMaps(pool: SimulatedPool, signal: AbortSignal): Promise<string[][]> {
  const colored: string[][] = [];
  for (let seed = 1; seed <= maps; seed++) {
    await yieldToEventLoop(signal);
    const { tasks, shown, harmful } = simulatePool(pool, seed);
    const sourceOf = (id: string) => (harmful.has(id) ? "planted" : `s${Number(id.match(/\d+/)) % 6}`);
    const cells = withQ(groupEffects(tasks, shown, (id, { benchmark }) => [`${sourceOf(id)} ${benchmark}`]));
    colored.push(cells.filter(isNamedGroup).map(({ group }) => group));
  }
  return colored;
}
