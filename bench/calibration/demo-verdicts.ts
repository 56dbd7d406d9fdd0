import { attributeChanges } from "#lib/attribution/attribute-changes.ts";
import type { MemoryAttribution } from "#lib/attribution/memory-attribution.ts";
import { generatePool } from "#lib/demo/pool/generate-pool.ts";
import { PLANTED_HARMFUL } from "#lib/demo/pool/planted.ts";
import type { DemoPool } from "#lib/demo/pool/types.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import { compareTasks } from "#lib/transfer/compare-tasks.ts";
import type { ComparedTrial } from "#lib/transfer/schema.ts";
import type { BenchContext, BenchRow } from "../row.ts";
import { scoreRows } from "./marginal-ledger.ts";

const seeds = Array.from({ length: 20 }, (_, i) => 42 + i);

/** The planted harmful memories of demo pools, the one that ships and nineteen of other seeds. */
export async function studyDemoVerdicts({ log, signal }: BenchContext): Promise<BenchRow[]> {
  log("calibration: planted harmful memories of demo pools");
  const pages: { rows: MemoryAttribution[]; harmful: ReadonlySet<string> }[] = [];
  for (const seed of seeds) {
    await yieldToEventLoop(signal);
    pages.push(...judgeRuns(generatePool(seed)));
  }
  // Four runs with memory each.
  const shipped = pages.slice(0, pages.length / seeds.length);
  return [...scoreRows("demo pool", shipped), ...scoreRows(`demo pools of ${seeds.length} seeds`, pages)];
}

function judgeRuns(pool: DemoPool) {
  const taskOf = new Map(pool.tasks.map((task) => [task.id, task]));
  const trialOf = new Map(pool.trials.map((trial) => [trial.id, trial]));
  const keys: readonly string[] = PLANTED_HARMFUL.map(({ key }) => key);
  const planted = pool.memories.filter((memory) => keys.includes(memory.planted ?? ""));
  const trialsOf = (runId: string | undefined): ComparedTrial[] =>
    pool.trials
      .filter((trial) => trial.runId === runId)
      .map(({ taskId, attempt, outcome }) => {
        const { benchmark = "", name: taskName = "" } = taskOf.get(taskId) ?? {};
        return { taskId, benchmark, taskName, checksum: "", attempt, outcome };
      });
  const base = trialsOf(pool.runs.find(({ memoryType }) => memoryType === null)?.id);
  return pool.runs
    .filter(({ memoryType }) => memoryType !== null)
    .map(({ id, memoryType }) => {
      const shown = pool.retrievals.flatMap(({ trialId, memoryId }) => {
        const trial = trialOf.get(trialId);
        if (trial?.runId !== id) return [];
        return { memoryId, trialId, candidateTaskId: trial.taskId, outcome: trial.outcome };
      });
      const { tasks } = compareTasks(base, trialsOf(id));
      const harmful = planted.filter(({ type }) => type === memoryType).map((memory) => memory.id);
      return { rows: attributeChanges(tasks, shown), harmful: new Set(harmful) };
    });
}
