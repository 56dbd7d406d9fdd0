import { benjaminiHochberg } from "#lib/metrics/benjamini-hochberg.ts";
import { pairedInterval } from "#lib/metrics/paired-interval.ts";
import type { PairedTask } from "#lib/transfer/schema.ts";
import { type ExposedTask, testExposure } from "./exposure-test.ts";
import type { ShownMemory } from "./exposures.ts";
import { ATTRIBUTION_LEVEL, FEWEST_TASKS } from "./memory-attribution.ts";
import { passesByChance } from "./passes-by-chance.ts";

/** What became of the attempts that were shown any memory of a group, each task counted once. */
export type GroupEffect = {
  group: string;
  /** Memories of the group that were shown, tasks at which, and attempts. */
  memories: number;
  tasks: number;
  attempts: number;
  /** Attempts that passed, and that would by the run as a whole. */
  passed: number;
  expected: number;
  /** Mean over tasks of the share passed minus the baseline's at the same task, -1 to 1; with its 95% score interval. */
  effect: number;
  ci: [number, number] | null;
  /** Exact, against the run as a whole; Benjamini-Hochberg over the groups that can be tested. Null = too few tasks. */
  p: number | null;
  q: number | null;
};

/**
 * The effects of groups of memories: by source and target benchmark, by type. A task is counted once in each group that
 * it was shown a memory of, however many; one task may count in several groups, so groups do not add up.
 * The test is that of single memories (testExposure): whether the attempts passed otherwise than the run as a whole
 * explains; `withQ` corrects it. Colors need q and both readings of the effect to agree (`isNamedGroup`).
 * @param groupsOf the groups of a memory at a task
 */
export function groupEffects(
  tasks: readonly PairedTask[],
  shown: readonly ShownMemory[],
  groupsOf: (memoryId: string, task: PairedTask) => readonly string[],
): Omit<GroupEffect, "q">[] {
  const byChance = passesByChance(tasks);
  const groups = gather(tasks, shown, groupsOf);
  return [...groups].map(([group, { memories, trials }]) => {
    const exposed = exposedTasks(trials);
    const { passed, expected, p, leastP } = testExposure(exposed, byChance);
    const effects = exposed.map((each) => effectAt(tasks, each));
    const interval = pairedInterval([effects]);
    const testable = exposed.length >= FEWEST_TASKS && leastP <= ATTRIBUTION_LEVEL;
    return {
      group,
      memories: memories.size,
      tasks: exposed.length,
      attempts: trials.size,
      passed,
      expected,
      effect: effects.reduce((sum, effect) => sum + effect, 0) / effects.length,
      ci: "value" in interval ? ([interval.value.low, interval.value.high] as [number, number]) : null,
      p: testable ? p : null,
    };
  });
}

/** The groups of one page with their q, over those that can be tested. */
export function withQ<Row extends Omit<GroupEffect, "q">>(
  rows: readonly Row[],
): (Row & { q: number | null })[] {
  const qs = benjaminiHochberg(rows.flatMap(({ p }) => p ?? []));
  let place = 0;
  return rows.map((row) => ({ ...row, q: row.p === null ? null : (qs[place++] ?? null) }));
}

/** Whether a group is more than chance, and which way: the baseline and the run as a whole must agree. */
export function isNamedGroup({ q, effect, passed, expected }: GroupEffect): "harmful" | "helpful" | null {
  if (q === null || q > ATTRIBUTION_LEVEL) return null;
  if (effect < 0 && passed < expected) return "harmful";
  return effect > 0 && passed > expected ? "helpful" : null;
}

type Gathered = { memories: Set<string>; trials: Map<string, { task: number; passed: boolean }> };

function gather(
  tasks: readonly PairedTask[],
  shown: readonly ShownMemory[],
  groupsOf: (memoryId: string, task: PairedTask) => readonly string[],
): Map<string, Gathered> {
  const indexOf = new Map(tasks.map((task, i) => [task.candidateTaskId, i]));
  const groups = new Map<string, Gathered>();
  for (const { memoryId, candidateTaskId, trialId, outcome } of shown) {
    const index = indexOf.get(candidateTaskId);
    const task = index === undefined ? undefined : tasks[index];
    if (memoryId === null || index === undefined || !task || outcome === "missing") continue;
    for (const name of groupsOf(memoryId, task)) {
      const group = groups.get(name) ?? { memories: new Set(), trials: new Map() };
      groups.set(name, group);
      group.memories.add(memoryId);
      group.trials.set(trialId, { task: index, passed: outcome === "passed" });
    }
  }
  return groups;
}

function exposedTasks(trials: Gathered["trials"]): ExposedTask[] {
  return [...Map.groupBy(trials.values(), ({ task }) => task)].map(([task, its]) => ({
    task,
    attempts: its.length,
    passed: its.filter(({ passed }) => passed).length,
  }));
}

function effectAt(tasks: readonly PairedTask[], { task, attempts, passed }: ExposedTask): number {
  const base = tasks[task]?.base;
  return base ? passed / attempts - base.passed / base.scored : 0;
}
