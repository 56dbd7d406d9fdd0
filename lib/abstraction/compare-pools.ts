import { effectivePerplexity } from "#lib/metrics/effective-perplexity.ts";
import type { ChangeTest, Presence } from "#lib/metrics/exchange-test.ts";
import { labelCodes } from "#lib/metrics/label-codes.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import type { Measured } from "#lib/metrics/measured.ts";
import { testDaviesBouldinChange, testLisiChange } from "#lib/metrics/mixing-change.ts";
import { findNearest } from "#lib/neighbors/find-nearest.ts";
import { runInSteps } from "#lib/shared/work/run-in-steps.ts";
import type { WorkHooks } from "#lib/shared/work/work-hooks.ts";

const seed = 42;
const mostDraws = 199;
/** The least p of so many is 0.02. */
const fewestDraws = 99;
/** Numbers that all draws of an index may read together. */
const readBudget = 6e9;

/** Memories of two states of a pool, each once. */
export type BothStates = { matrix: Matrix; labels: readonly string[]; presence: Presence };

/**
 * DBI and LISI before and after, each tested against as many memories of each label coming and going at random.
 * @throws signal.reason when aborted
 */
export async function comparePools(
  { matrix, labels, presence }: BothStates,
  perplexity: number,
  { signal, progress }: WorkHooks = {},
): Promise<{ dbi: Measured<ChangeTest>; lisi: Measured<ChangeTest> }> {
  const { codes } = labelCodes(labels);
  const affordable = Math.floor(readBudget / (6 * Math.max(1, matrix.data.length)));
  const draws = { draws: Math.min(mostDraws, Math.max(fewestDraws, affordable)), seed };
  const dbi = await runInSteps(testDaviesBouldinChange(matrix, codes, presence, draws), signal, (share) =>
    progress?.(0.4 * share, ""),
  );
  const effective = effectivePerplexity(matrix.rows, perplexity);
  if ("undefinedBecause" in effective) return { dbi, lisi: effective };
  const neighbors = await findNearest(matrix, Math.floor(3 * effective.value) - 1, "euclidean", {
    signal,
    onProgress: (share) => progress?.(0.4 + 0.4 * share, ""),
  });
  const lisi = await runInSteps(
    testLisiChange(neighbors, effective.value, codes, presence, draws),
    signal,
    (share) => progress?.(0.8 + 0.2 * share, ""),
  );
  return { dbi, lisi };
}
