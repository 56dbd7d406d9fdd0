import type { ShownMemory } from "#lib/attribution/exposures.ts";
import type { PairedTask } from "#lib/transfer/schema.ts";
import type { CaseTask } from "./schema.ts";

type Exposed = Omit<CaseTask, "others"> & { others: string[] };

/**
 * The paired tasks at which any memory of a case was shown to an attempt that counts: lost alone first, then lost with
 * others, then the rest.
 * @param shown every memory that each trial of the candidate was shown
 */
export function caseTasks(
  tasks: readonly PairedTask[],
  shown: readonly ShownMemory[],
  memoryIds: readonly string[],
): Exposed[] {
  const own = new Set(memoryIds);
  const byCandidateTask = Map.groupBy(shown, ({ candidateTaskId }) => candidateTaskId);
  const rows = tasks.flatMap((task) => {
    const trials = Map.groupBy(byCandidateTask.get(task.candidateTaskId) ?? [], ({ trialId }) => trialId);
    const exposed = [...trials.values()].filter(
      (its) =>
        its[0]?.outcome !== "missing" && its.some(({ memoryId }) => memoryId !== null && own.has(memoryId)),
    );
    return exposed.length === 0 ? [] : [rowOf(task, exposed, own)];
  });
  return rows.sort(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      a.others.length - b.others.length ||
      a.effect - b.effect ||
      a.benchmark.localeCompare(b.benchmark, "en") ||
      a.taskName.localeCompare(b.taskName, "en"),
  );
}

function rowOf(task: PairedTask, exposed: readonly ShownMemory[][], own: ReadonlySet<string>): Exposed {
  const { taskId, benchmark, taskName, outcome, errored, evidence, effect, base } = task;
  const others = exposed.flat().flatMap(({ memoryId }) => (memoryId && !own.has(memoryId) ? [memoryId] : []));
  // What matches no memory of the pool was shown as well.
  const alone = exposed.flat().every(({ memoryId }) => memoryId !== null && own.has(memoryId));
  return {
    ...{ taskId, benchmark, taskName, outcome, errored, evidence, effect, alone },
    base: { scored: base.scored, passed: base.passed },
    shown: {
      attempts: exposed.length,
      passed: exposed.filter(([first]) => first?.outcome === "passed").length,
    },
    others: [...new Set(others)],
  };
}

const order = { lost: 1, gained: 2, never: 3, kept: 4 } as const;

function placeOf({ outcome, alone }: Pick<CaseTask, "outcome" | "alone">): number {
  return outcome === "lost" && alone ? 0 : order[outcome];
}
