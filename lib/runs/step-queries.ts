import type { Db } from "#lib/db/client.ts";
import { isUuid } from "./queries.ts";
import { readStoredStep } from "./runs-sql.ts";
import type { TrajectoryStep } from "./schema.ts";
import { type StepMatch, searchSteps } from "./search-steps.ts";
import type { StepPart } from "./step-outline.ts";
import { readAllSteps } from "./stored-steps.ts";
import { type PartText, parseSteps, truncateText } from "./trajectory-steps.ts";

/** Characters of one answer: what a browser draws without a pause. The whole part is at the step's own address. */
const PART_LIMIT = 500_000;

/** One step of a trial without the others; null where there is none. `step` counts from 1. */
export async function getStep(db: Db, trialId: string, step: number): Promise<TrajectoryStep | null> {
  if (!isUuid(trialId) || !Number.isInteger(step) || step < 1 || step > 1e6) return null;
  const stored = await readStoredStep(db, trialId, step - 1);
  return stored === null ? null : (parseSteps([stored])[0] ?? null);
}

/** One part of a step, up to 500,000 characters, with the number left out; null where the step has no such part. */
export async function getStepPart(
  db: Db,
  trialId: string,
  step: number,
  part: StepPart,
): Promise<PartText | null> {
  const text = (await getStep(db, trialId, step))?.[part] ?? null;
  return text === null ? null : truncateText(text, PART_LIMIT);
}

/** All steps of a trial that contain a text; null where there is no such trajectory. */
export async function findInTrial(db: Db, trialId: string, query: string): Promise<StepMatch[] | null> {
  if (!isUuid(trialId)) return null;
  const trajectory = await db.trajectory.findUnique({ where: { trialId }, select: { steps: true } });
  return trajectory && searchSteps(await readAllSteps(db, trialId, trajectory.steps), query);
}
