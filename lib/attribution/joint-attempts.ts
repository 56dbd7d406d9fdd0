import type { PairedTask } from "#lib/transfer/schema.ts";
import type { ShownMemory } from "./exposures.ts";
import type { JointAttempt } from "./joint/types.ts";

/** What the joint model is given, and the memory that each of its indices stands for. */
export type JointData = { attempts: JointAttempt[]; benchmarks: number[]; memoryIds: string[] };

/** The counted attempts of paired tasks: those of the baseline, and those of the candidate with what each was shown. */
export function toJointAttempts(
  tasks: readonly PairedTask[],
  shown: readonly ShownMemory[],
  { excludeErrored = false }: { excludeErrored?: boolean } = {},
): JointData {
  const counts = ({ outcome }: ShownMemory) =>
    outcome !== "missing" && !(outcome === "errored" && excludeErrored);
  const memoryIds = [...new Set(shown.flatMap(({ memoryId }) => memoryId ?? []))].sort();
  const indexOf = new Map(memoryIds.map((id, i) => [id, i]));
  const byTask = Map.groupBy(shown.filter(counts), ({ candidateTaskId }) => candidateTaskId);
  const names = [...new Set(tasks.map(({ benchmark }) => benchmark))].sort();
  return {
    memoryIds,
    benchmarks: tasks.map(({ benchmark }) => names.indexOf(benchmark)),
    attempts: tasks.flatMap((paired, task) => {
      const trials = [
        ...Map.groupBy(byTask.get(paired.candidateTaskId) ?? [], ({ trialId }) => trialId).values(),
      ].map((its): JointAttempt => {
        const memories = its.flatMap(({ memoryId }) => indexOf.get(memoryId ?? "") ?? []);
        return {
          task,
          candidate: true,
          passed: its[0]?.outcome === "passed",
          memories: [...new Set(memories)],
        };
      });
      const passed = trials.filter((each) => each.passed).length;
      const { base, candidate } = paired;
      return [
        ...repeat(base.passed, { task, candidate: false, passed: true, memories: [] }),
        ...repeat(base.scored - base.passed, { task, candidate: false, passed: false, memories: [] }),
        ...trials,
        // Attempts that were shown nothing.
        ...repeat(candidate.passed - passed, { task, candidate: true, passed: true, memories: [] }),
        ...repeat(candidate.scored - candidate.passed - (trials.length - passed), {
          task,
          candidate: true,
          passed: false,
          memories: [],
        }),
      ];
    }),
  };
}

function repeat(count: number, attempt: JointAttempt): JointAttempt[] {
  return new Array<JointAttempt>(Math.max(0, count)).fill(attempt);
}
