import type { Db } from "#lib/db/client.ts";
import {
  type JudgedAttempt,
  type PredictionPowered,
  predictionPoweredDifference,
  predictionPoweredRate,
} from "#lib/metrics/prediction-powered.ts";
import { isUuid } from "#lib/runs/queries.ts";
import { formatDifference, formatPercent } from "./format.ts";

/**
 * The pass rate of a run whose attempts a judge looked at and whose verifier ran for some; null where that does not
 * apply. Attempts without a verdict of the judge take no part; an errored one did not pass.
 */
export async function getJudgedRate(db: Db, runId: string): Promise<PredictionPowered | null> {
  const found = predictionPoweredRate(await listJudged(db, runId));
  return "value" in found ? found.value : null;
}

/** The same of the difference of two runs: candidate minus baseline. */
export async function getJudgedDifference(
  db: Db,
  { base, candidate }: { base: string; candidate: string },
): Promise<PredictionPowered | null> {
  const found = predictionPoweredDifference(await listJudged(db, base), await listJudged(db, candidate));
  return "value" in found ? found.value : null;
}

async function listJudged(db: Db, runId: string): Promise<JudgedAttempt[]> {
  if (!isUuid(runId)) return [];
  const trials = await db.trial.findMany({
    where: { runId, judgement: { not: null } },
    select: { judgement: true, outcome: true, task: { select: { benchmarkName: true, name: true } } },
    orderBy: { id: "asc" },
  });
  return trials.map(({ judgement, outcome, task }) => ({
    task: `${task.benchmarkName} ${task.name}`,
    judged: judgement === true,
    verified: outcome === "missing" ? null : outcome === "passed",
  }));
}

/** "61.2% [57.0, 65.3]; 60 verified, 340 judged only; judge alone 70.1%" */
export function describeJudgedRate(rate: PredictionPowered): string {
  const ends = [rate.low, rate.high].map((share) => (share * 100).toFixed(1)).join(", ");
  return `${formatPercent(rate.estimate)} [${ends}]; ${reachOf(rate)}; judge alone ${formatPercent(rate.judge)}`;
}

/** "−3.2 [−6.0, −0.4]; 120 verified, 680 judged only; judge alone −1.0" */
export function describeJudgedDifference(found: PredictionPowered): string {
  const difference = formatDifference({ delta: found.estimate, ci: [found.low, found.high] });
  return `${difference}; ${reachOf(found)}; judge alone ${formatDifference({ delta: found.judge, ci: null })}`;
}

function reachOf({ verified, judgedOnly }: PredictionPowered): string {
  return `${verified} verified, ${judgedOnly} judged only`;
}
