"use server";
import { runAction } from "#lib/access/run-action.ts";
import { ok } from "#lib/shared/result.ts";
import { createPlan } from "./create-plan.ts";
import type { PlanRequest } from "./schema.ts";

export async function createPlanAction(request: PlanRequest) {
  return runAction(async (db, actor) => {
    const plan = await createPlan(db, request, actor);
    return plan.ok ? ok({ id: plan.value.id }) : plan;
  });
}
