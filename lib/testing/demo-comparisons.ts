import type { ShownMemory } from "#lib/attribution/exposures.ts";
import { generatePool } from "#lib/demo/pool/generate-pool.ts";
import { PLANTED_HARMFUL } from "#lib/demo/pool/planted.ts";
import { compareTasks } from "#lib/transfer/compare-tasks.ts";
import type { ComparedTrial } from "#lib/transfer/schema.ts";
import type { Simulated } from "./simulate-pool.ts";

/** Each run with memory of the demo pool of a seed against the one without, and the memories planted to do harm. */
export function demoComparisons(seed: number): Omit<Simulated, "truth">[] {
  const pool = generatePool(seed);
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
      const shown = pool.retrievals.flatMap(({ trialId, memoryId }): ShownMemory[] => {
        const trial = trialOf.get(trialId);
        if (trial?.runId !== id) return [];
        return [{ memoryId, trialId, candidateTaskId: trial.taskId, outcome: trial.outcome }];
      });
      const { tasks } = compareTasks(base, trialsOf(id));
      const harmful = planted.filter(({ type }) => type === memoryType).map((memory) => memory.id);
      return { tasks, shown, harmful: new Set(harmful) };
    });
}
