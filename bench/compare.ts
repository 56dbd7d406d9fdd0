import { seededRandom } from "#lib/shared/random.ts";
import { compareRuns } from "#lib/transfer/compare.ts";
import type { ComparedTrial } from "#lib/transfer/schema.ts";
import { type BenchContext, type BenchRow, besidePeer, medianSeconds } from "./row.ts";

/** Comparing two runs with their intervals, beside a bare bootstrap of one difference. */
export async function benchCompare({ log }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const n of [500, 5000]) {
    log(`Comparing two runs of ${n} tasks, 3 attempts each ...`);
    const [base, candidate] = [trials(n, 1, 0.45), trials(n, 2, 0.5)];
    rows.push(
      ...besidePeer(
        {
          name: `compareRuns, ${n} tasks`,
          n,
          seconds: await medianSeconds(() => compareRuns(base, candidate), 3),
          note: "10 benchmarks, pass@1 and pass@3, micro and macro, McNemar, lost tasks and bounds",
        },
        {
          name: `one bare bootstrap, ${n} tasks`,
          n,
          seconds: await medianSeconds(() => bareBootstrap(n), 3),
          note: "2,000 resamples of one mean difference",
        },
      ),
    );
  }
  return rows;
}

function trials(tasks: number, seed: number, chance: number): ComparedTrial[] {
  const random = seededRandom(seed);
  return Array.from({ length: tasks * 3 }, (_, i) => {
    const task = Math.floor(i / 3);
    return {
      taskId: `task-${task}`,
      benchmark: `benchmark-${task % 10}`,
      taskName: `task-${task}`,
      checksum: "",
      attempt: (i % 3) + 1,
      outcome: random() < chance ? "passed" : "failed",
    };
  });
}

function bareBootstrap(n: number): number {
  const random = seededRandom(3);
  const differences = Float64Array.from({ length: n }, () => random() - 0.5);
  const means: number[] = [];
  for (let resample = 0; resample < 2000; resample++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += differences[Math.floor(random() * n)] ?? 0;
    means.push(sum / n);
  }
  means.sort((a, b) => a - b);
  return means[50] ?? 0;
}
