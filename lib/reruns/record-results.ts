import type { Db } from "#lib/db/client.ts";
import type { RerunResultInput } from "./schema.ts";

/** What became of a result that came back. */
export type ResultDecision = {
  result: RerunResultInput;
  action: "created" | "unchanged" | "rejected";
  /** Why it was rejected. */
  reason: string | null;
};

/** Whether results belong to a plan of this pool, and are there already. Reads only. */
export async function decideResults(db: Db, results: readonly RerunResultInput[]): Promise<ResultDecision[]> {
  const planIds = [...new Set(results.map(({ planId }) => planId))];
  const plans = await db.rerunPlan.findMany({
    where: { id: { in: planIds } },
    select: { id: true, memoryIds: true, results: { select: { identity: true, outcome: true } } },
  });
  const known = new Map(
    plans.map(({ results: stored, ...plan }) => [
      plan.id,
      { ...plan, outcomes: new Map(stored.map(({ identity, outcome }) => [identity, outcome])) },
    ]),
  );
  return results.map((result): ResultDecision => {
    const plan = known.get(result.planId);
    const rejected = (reason: string) => ({ result, action: "rejected" as const, reason });
    if (!plan) return rejected(`There is no plan ${result.planId} here: import it where it was made.`);
    if (result.subset < 0 || result.subset >= 2 ** plan.memoryIds.length)
      return rejected(`The plan has ${plan.memoryIds.length} memories: it has no subset ${result.subset}.`);
    const held = plan.outcomes.get(result.identity);
    if (held === result.outcome) return { result, action: "unchanged", reason: null };
    if (held)
      return rejected(
        `Repeat ${result.repeat} of subset ${result.subset} is here already, as ${held}. Give another attempt an id or repeat of its own.`,
      );
    plan.outcomes.set(result.identity, result.outcome);
    return { result, action: "created", reason: null };
  });
}

/** Writes results of plans, with an audit row a plan; those that are there already stay as they are. */
export async function recordResults(
  db: Db,
  results: readonly RerunResultInput[],
  actor: string,
): Promise<void> {
  for (const [planId, its] of Map.groupBy(results, (result) => result.planId)) {
    const { count } = await db.rerunResult.createMany({
      data: its.map(({ startedAt, ...result }) => ({
        ...result,
        startedAt: startedAt === null ? null : new Date(startedAt),
      })),
      skipDuplicates: true,
    });
    if (count > 0)
      await db.auditEvent.create({
        data: { actor, action: "rerun.import", subjectId: planId, detail: { results: count } },
      });
  }
}
