import type { Outcome } from "#lib/runs/schema.ts";
import type { PairedTask } from "#lib/transfer/schema.ts";
import type { ExposedTask } from "./exposure-test.ts";

/** One memory shown to one trial of the candidate; null = it matches no memory of the pool. */
export type ShownMemory = {
  memoryId: string | null;
  candidateTaskId: string;
  trialId: string;
  outcome: Outcome;
};

/** An attempt that counts, was made at a paired task and was shown the memory. */
export type ExposedAttempt = {
  task: number;
  trialId: string;
  passed: boolean;
  errored: boolean;
  /** No other memory was shown. */
  alone: boolean;
};

/** Memories that were shown to exactly the same attempts: what they did can't be told apart. */
export type Exposure = {
  /** By id; nearly always one. */
  memoryIds: string[];
  retrievals: number;
  attempts: ExposedAttempt[];
};

/**
 * Which attempts were shown which memories, worked out for each attempt by itself: an attempt of a task may be shown
 * what another was not.
 */
export function findExposures(
  tasks: readonly PairedTask[],
  shown: readonly ShownMemory[],
  { excludeErrored = false }: { excludeErrored?: boolean } = {},
): Exposure[] {
  const indexOf = new Map(tasks.map((task, i) => [task.candidateTaskId, i]));
  const shownTo = Map.groupBy(shown, ({ trialId }) => trialId);
  const byAttempts = new Map<string, Exposure>();
  for (const [memoryId, its] of Map.groupBy(shown, (each) => each.memoryId)) {
    if (memoryId === null) continue;
    const counted = its.filter(
      ({ outcome, candidateTaskId }) =>
        indexOf.has(candidateTaskId) && outcome !== "missing" && !(outcome === "errored" && excludeErrored),
    );
    const attempts = [...new Map(counted.map((each) => [each.trialId, each])).values()].map(
      ({ trialId, candidateTaskId, outcome }) => ({
        task: indexOf.get(candidateTaskId) ?? 0,
        trialId,
        passed: outcome === "passed",
        errored: outcome === "errored",
        alone: (shownTo.get(trialId) ?? []).every((other) => other.memoryId === memoryId),
      }),
    );
    if (attempts.length === 0) continue;
    attempts.sort((a, b) => a.task - b.task || a.trialId.localeCompare(b.trialId));
    const key = attempts.map(({ trialId }) => trialId).join();
    const alike = byAttempts.get(key);
    if (alike) alike.memoryIds.push(memoryId);
    else byAttempts.set(key, { memoryIds: [memoryId], retrievals: counted.length, attempts });
  }
  const exposures = [...byAttempts.values()];
  for (const { memoryIds } of exposures) memoryIds.sort();
  return exposures;
}

/** The attempts of each task together. */
export function byTask(attempts: readonly ExposedAttempt[]): ExposedTask[] {
  return [...Map.groupBy(attempts, ({ task }) => task)].map(([task, its]) => ({
    task,
    attempts: its.length,
    passed: its.filter(({ passed }) => passed).length,
  }));
}
