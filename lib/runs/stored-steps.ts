import type { Db } from "#lib/db/client.ts";
import type { TrajectoryStep } from "./schema.ts";
import { parseSteps } from "./trajectory-steps.ts";

/** All steps of a trajectory, in order. @param first those that its own row holds */
export async function readAllSteps(db: Db, trialId: string, first: unknown): Promise<TrajectoryStep[]> {
  const steps = parseSteps(first);
  const parts = await db.trajectoryPart.findMany({ where: { trialId }, orderBy: { firstStep: "asc" } });
  return parts.length === 0 ? steps : [...steps, ...parts.flatMap((part) => parseSteps(part.steps))];
}
