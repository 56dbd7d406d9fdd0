import { attributeChanges } from "#lib/attribution/attribute-changes.ts";
import { findCases } from "#lib/attribution/joint-cases.ts";
import { areaUnderCurve, type JudgedPool, judgePool, plantedPool } from "#lib/testing/judge-pool.ts";
import { type SimulatedPool, simulatePool } from "#lib/testing/simulate-pool.ts";
import { type BenchContext, type BenchRow, besidePeer } from "./row.ts";

const pools = 500;
const small = { tasks: 120, memories: 40, rates: "mixed" } as const;

const nulls: readonly [string, SimulatedPool][] = [
  ["a run and its repeat", small],
  ["a run worse by 1 logit", { ...small, shift: -1, byDifficulty: true }],
  ["benchmarks helped or hurt", { ...small, benchmarkSd: 1, taskSd: 0.6 }],
  ["tasks helped or hurt", { ...small, taskSd: 1.5, byDifficulty: true }],
  ["one task in ten turned", { ...small, rates: "settled", turned: 0.1, byDifficulty: true }],
];

/** How right the joint model is where the truth is known, beside a ledger and two counters; and how fast. */
export async function benchAttribution(context: BenchContext): Promise<BenchRow[]> {
  const rows = await studyPlanted(context);
  for (const [name, pool] of nulls) rows.push(await studyNull(name, pool, context));
  return [...rows, ...(await timeFit(context))];
}

async function studyPlanted(context: BenchContext): Promise<BenchRow[]> {
  const judged = await judgePools("harm planted", plantedPool, pools, context);
  const memories = judged.flatMap((pool) => pool.memories);
  const harmful = memories.filter(({ isHarmful }) => isHarmful);
  const named = judged.flatMap((pool) => pool.named);
  const auc = (score: (memory: (typeof memories)[number]) => number) => areaUnderCurve(memories, score);
  const share = (of: readonly boolean[]) => of.filter(Boolean).length / of.length;
  const row = (name: string, n: number, measured: number, nominal: string): BenchRow => ({
    name,
    n,
    seconds: null,
    measured,
    nominal,
  });
  return [
    row(
      "true effects in 90% intervals",
      memories.length,
      share(memories.map((each) => each.isCovered)),
      "0.88 to 0.92",
    ),
    row(
      "the same, planted harmful ones",
      harmful.length,
      share(harmful.map((each) => each.isCovered)),
      "0.9",
    ),
    row("false among those named at q <= 0.05", named.length, 1 - share(named), "<= 0.05"),
    row("planted harmful memories named", harmful.length, named.filter(Boolean).length / harmful.length, ""),
    row(
      "AUC of harm, joint model",
      memories.length,
      auc(({ joint }) => joint),
      "above both",
    ),
    row(
      "AUC of harm, lost minus gained tasks",
      memories.length,
      auc(({ ledger }) => ledger),
      "",
    ),
    row(
      "AUC of harm, two counters (Memory Worth)",
      memories.length,
      auc(({ worth }) => worth),
      "",
    ),
  ];
}

async function studyNull(name: string, pool: SimulatedPool, context: BenchContext): Promise<BenchRow> {
  const judged = await judgePools(name, pool, pools / 5, context);
  const naming = judged.filter(({ named }) => named.length > 0).length;
  return {
    name: `pools that name a memory, nothing planted: ${name}`,
    n: judged.length,
    seconds: null,
    measured: naming / judged.length,
    nominal: "<= 0.05",
  };
}

async function judgePools(name: string, pool: SimulatedPool, count: number, { log, signal }: BenchContext) {
  log(`attribution: ${count} pools, ${name}`);
  const judged: JudgedPool[] = [];
  for (let seed = 1; seed <= count; seed++) {
    judged.push(await judgePool(simulatePool(pool, seed), { seed, draws: 400, signal }));
  }
  return judged;
}

/** 2,000 memories and 5,001 attempts with three memories each, beside as many without. */
async function timeFit({ log, signal }: BenchContext): Promise<BenchRow[]> {
  log("attribution: 2,000 memories, 5,000 attempts");
  const { tasks, shown } = simulatePool({ tasks: 1667, memories: 2000, rates: "mixed", memorySd: 0.2 }, 1);
  const timed = async (name: string, work: () => unknown): Promise<BenchRow> => {
    const started = performance.now();
    await work();
    return { name, n: 2000, seconds: (performance.now() - started) / 1000, note: "5,001 attempts" };
  };
  const joint = await timed("joint model", () => findCases(tasks, shown, { signal }));
  return besidePeer(joint, await timed("one exact test a memory", () => attributeChanges(tasks, shown)));
}
