import type { Db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { TrialDecision } from "./decide-trials.ts";
import { StepsReader } from "./reread.ts";
import type { TrajectoryFact } from "./run-facts.ts";
import { splitSteps } from "./split-steps.ts";

/** Bytes of files whose steps are held together; on its way into the database each byte is held several times. */
const HELD_BYTES = 256 * 1024;

type Written = { trialId: string; decision: TrialDecision };

/**
 * New trajectories go in together, up to a limit: a statement for each takes several times as long. What is longer
 * than a part goes in part by part.
 */
export async function writeTrajectories(tx: Db, written: readonly Written[]): Promise<void> {
  let created: Prisma.TrajectoryCreateManyInput[] = [];
  let held = 0;
  const flush = async () => {
    if (created.length > 0) await tx.trajectory.createMany({ data: created });
    created = [];
    held = 0;
  };
  const reader = new StepsReader();
  for (const { trialId, change, fact } of inOrderOfFiles(written)) {
    const { steps, format, contentHash } = await reader.read(fact);
    const [first, ...rest] = splitSteps(steps);
    const own = (first?.steps ?? []) as Prisma.InputJsonArray;
    const data = { format, steps: own, stepCount: steps.length, contentHash };
    if (change === "created") created.push({ trialId, ...data });
    else {
      await tx.trajectoryPart.deleteMany({ where: { trialId } });
      await tx.trajectory.update({ where: { trialId }, data });
    }
    held += fact.file.size;
    if (held >= HELD_BYTES || rest.length > 0) await flush();
    for (const { firstStep, steps: part } of rest)
      await tx.trajectoryPart.create({ data: { trialId, firstStep, steps: part as Prisma.InputJsonArray } });
  }
  await flush();
}

type Brought = { trialId: string; change: "created" | "updated"; fact: TrajectoryFact };

/** By file and line, so that a file of many trials is read through once. */
function inOrderOfFiles(written: readonly Written[]): Brought[] {
  const brought = written.flatMap(({ trialId, decision: { trial, trajectory } }) =>
    trial.trajectory === null || trajectory === null || trajectory === "unchanged"
      ? []
      : [{ trialId, change: trajectory, fact: trial.trajectory }],
  );
  return brought.sort((a, b) => {
    const [one, other] = [a.fact, b.fact];
    if (one.file.place !== other.file.place) return one.file.place < other.file.place ? -1 : 1;
    return (one.line ?? 0) - (other.line ?? 0);
  });
}
