import { passAtK } from "#lib/metrics/pass-at-k.ts";
import type { ComparedTrial } from "#lib/transfer/schema.ts";

type Random = () => number;

/** How the pass rates of a run's tasks may be spread: what simulations draw tasks from. */
const RATE_MIXES = {
  settled: (random) => (random() < 0.5 ? 0.02 : 0.97),
  uniform: (random) => random(),
  bimodal: (random) => (random() < 0.5 ? 0.1 : 0.9),
  "all .5": () => 0.5,
  "settled and some between": (random) => {
    const kind = random();
    return kind < 0.45 ? 0.01 : kind < 0.8 ? 0.98 : random();
  },
} satisfies Record<string, (random: Random) => number>;
export type RateMix = keyof typeof RATE_MIXES;

export const rateMixes = Object.keys(RATE_MIXES) as RateMix[];

/** Pass rates of as many tasks. */
export function drawRates(mix: RateMix, tasks: number, random: Random): number[] {
  return Array.from({ length: tasks }, () => RATE_MIXES[mix](random));
}

/** A run over the tasks t0, t1, ...: task i passes with chance rates[i], and lies in benchmark i modulo `benchmarks`. */
export function drawRun(
  rates: readonly number[],
  random: Random,
  { attempts = 3, benchmarks = 1 }: { attempts?: number; benchmarks?: number } = {},
): ComparedTrial[] {
  return rates.flatMap((rate, i) =>
    Array.from({ length: attempts }, (_, attempt) => ({
      taskId: `t${i}`,
      benchmark: `b${i % benchmarks}`,
      taskName: `t${i}`,
      checksum: "",
      attempt: attempt + 1,
      outcome: random() < rate ? ("passed" as const) : ("failed" as const),
    })),
  );
}

/** Differences of pass@k, candidate minus baseline, of tasks with these pass rates in the two runs. */
export function drawDifferences(
  rates: readonly { base: number; candidate: number }[],
  { attempts, k }: { attempts: number; k: number },
  random: Random,
): number[] {
  const estimate = (rate: number): number => {
    let passed = 0;
    for (let attempt = 0; attempt < attempts; attempt++) if (random() < rate) passed += 1;
    const result = passAtK(attempts, passed, k);
    return "value" in result ? result.value : Number.NaN;
  };
  return rates.map(({ base, candidate }) => estimate(candidate) - estimate(base));
}
