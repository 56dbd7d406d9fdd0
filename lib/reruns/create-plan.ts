import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { ok, type Result } from "#lib/shared/result.ts";
import { type ProposedPlan, proposePlan } from "./propose-plan.ts";
import type { PlanRequest } from "./schema.ts";

/** Keeps a plan, so that its results are known when they come back. The same plan asked for again is the same row. */
export async function createPlan(
  db: RootDb,
  request: PlanRequest,
  actor: Actor,
): Promise<Result<ProposedPlan>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const proposed = await proposePlan(db, request);
  if (!proposed.ok) return proposed;
  const { id, base, candidate, taskId, candidateTaskId, leftOut: _leftOut, ...detail } = proposed.value;
  await inTransaction(db, async (tx) => {
    const { count } = await tx.rerunPlan.createMany({
      data: {
        id,
        baseRunId: base.id,
        candidateRunId: candidate.id,
        taskId,
        candidateTaskId,
        memoryIds: detail.memories.map((memory) => memory.id),
        detail: detail as unknown as Prisma.InputJsonObject,
        actor: actor.name,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await tx.auditEvent.create({
      data: {
        actor: actor.name,
        action: "rerun.plan",
        subjectId: id,
        detail: { task: detail.task.name, reruns: detail.design.total },
      },
    });
  });
  return proposed.ok ? ok(proposed.value) : proposed;
}
