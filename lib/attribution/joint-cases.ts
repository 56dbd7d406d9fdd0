import type { PairedTask } from "#lib/transfer/schema.ts";
import type { AttributionCase, CaseState } from "./attribution-case.ts";
import { type ExposedAttempt, findExposures, type ShownMemory } from "./exposures.ts";
import { fitJointModel } from "./joint/fit-joint-model.ts";
import type { JointFit, JointGroup, JointOptions } from "./joint/types.ts";
import { type JointData, toJointAttempts } from "./joint-attempts.ts";
import { ATTRIBUTION_LEVEL, FEWEST_TASKS } from "./memory-attribution.ts";

/** A case before its memories have names. */
export type UnnamedCase = Omit<AttributionCase, "titles">;

export type JointHooks = Pick<JointOptions, "seed" | "draws" | "signal" | "onProgress">;

/** From this chance of harm on a case is suspected. */
const SUSPECTED = 0.5;

/** Fits the joint model to a comparison and says what it finds, the surest harm first. */
export async function findCases(
  tasks: readonly PairedTask[],
  shown: readonly ShownMemory[],
  options: { excludeErrored?: boolean | undefined } & JointHooks = {},
): Promise<UnnamedCase[]> {
  const { excludeErrored = false, ...hooks } = options;
  const { data, fit } = await fitComparison(tasks, shown, excludeErrored, hooks);
  const exposures = findExposures(tasks, shown, { excludeErrored });
  const attemptsOf = new Map(
    exposures.flatMap(({ memoryIds, attempts }) => memoryIds.map((id) => [id, attempts] as const)),
  );
  const idsOf = (group: JointGroup) => group.memories.map((memory) => data.memoryIds[memory] ?? "");
  const hasErrors = (group: JointGroup) =>
    idsOf(group).some((id) => attemptsOf.get(id)?.some(({ errored }) => errored));
  const mayRestOnErrors = !excludeErrored && fit.groups.some((group) => isSure(group) && hasErrors(group));
  const free = mayRestOnErrors ? await fitComparison(withoutErrors(tasks), shown, true, hooks) : null;
  const cases = fit.groups.map((group): UnnamedCase => {
    const memoryIds = idsOf(group);
    const restsOnErrors = free !== null && isSure(group) && hasErrors(group) && !isSureIn(free, memoryIds);
    return {
      memoryIds,
      effect: group.effect,
      ci: [group.lower, group.upper],
      q: group.q,
      exposures: group.exposures,
      tasks: group.tasks,
      ...countLost(memoryIds, tasks, shown, attemptsOf),
      separable: memoryIds.length === 1,
      restsOnErrors,
      state: stateOf(group, restsOnErrors),
    };
  });
  return cases.sort(compareCases);
}

type Fitted = { data: JointData; fit: JointFit };

async function fitComparison(
  tasks: readonly PairedTask[],
  shown: readonly ShownMemory[],
  excludeErrored: boolean,
  hooks: JointHooks,
): Promise<Fitted> {
  const data = toJointAttempts(tasks, shown, { excludeErrored });
  const fit = await fitJointModel(data.attempts, data.memoryIds.length, {
    ...hooks,
    benchmarks: data.benchmarks,
  });
  return { data, fit };
}

/** Counts of attempts that ran to their end. */
function withoutErrors(tasks: readonly PairedTask[]): PairedTask[] {
  const free = (side: PairedTask["base"]) => ({
    ...side,
    scored: side.outcomes.passed + side.outcomes.failed,
  });
  return tasks.map((task) => ({ ...task, base: free(task.base), candidate: free(task.candidate) }));
}

function isSure({ q, tasks }: JointGroup): boolean {
  return q <= ATTRIBUTION_LEVEL && tasks >= FEWEST_TASKS;
}

function isSureIn({ data, fit }: Fitted, memoryIds: readonly string[]): boolean {
  return fit.groups.some(
    (group) =>
      isSure(group) && group.memories.some((memory) => memoryIds.includes(data.memoryIds[memory] ?? "")),
  );
}

function stateOf(group: JointGroup, restsOnErrors: boolean): CaseState {
  if (group.tasks < FEWEST_TASKS) return "few";
  const isNamed = isSure(group) && !restsOnErrors;
  if (group.effect < 0) return isNamed ? "supported" : 1 - group.lfsr >= SUSPECTED ? "suspected" : "unclear";
  return isNamed ? "helpful" : "unclear";
}

/** Lost tasks at which a case's memories were shown without any other, and with others. */
function countLost(
  memoryIds: readonly string[],
  tasks: readonly PairedTask[],
  shown: readonly ShownMemory[],
  attemptsOf: ReadonlyMap<string, readonly ExposedAttempt[]>,
) {
  const lost = memoryIds
    .flatMap((id) => attemptsOf.get(id) ?? [])
    .filter(({ task }) => tasks[task]?.outcome === "lost");
  const trials = new Map(lost.map(({ trialId, task }) => [trialId, task]));
  const shared = new Set(
    shown.flatMap(({ trialId, memoryId }) =>
      memoryId !== null && memoryIds.includes(memoryId) ? [] : (trials.get(trialId) ?? []),
    ),
  );
  const lostTasks = new Set(trials.values()).size;
  return { lostAlone: lostTasks - shared.size, lostShared: shared.size };
}

const order: Record<CaseState, number> = {
  confirmed: 0,
  supported: 1,
  suspected: 2,
  unclear: 3,
  helpful: 4,
  few: 5,
};

/** The surest harm first; what helps last. */
function compareCases(a: UnnamedCase, b: UnnamedCase): number {
  return (
    order[a.state] - order[b.state] ||
    Number(a.effect >= 0) - Number(b.effect >= 0) ||
    a.q - b.q ||
    a.effect - b.effect ||
    (a.memoryIds[0] ?? "").localeCompare(b.memoryIds[0] ?? "")
  );
}
