import { pairedBootstrap } from "#lib/metrics/bootstrap.ts";
import { daviesBouldin } from "#lib/metrics/davies-bouldin.ts";
import { resampleDaviesBouldin } from "#lib/metrics/davies-bouldin-resamples.ts";
import { effectivePerplexity } from "#lib/metrics/effective-perplexity.ts";
import { firstNonFinite } from "#lib/metrics/first-non-finite.ts";
import { foreignNeighbors } from "#lib/metrics/foreign-neighbors.ts";
import { invariantShares } from "#lib/metrics/invariant-share.ts";
import { inverseSimpson } from "#lib/metrics/inverse-simpson.ts";
import { type LabelCodes, labelCodes } from "#lib/metrics/label-codes.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import type { Measured } from "#lib/metrics/measured.ts";
import { neighborWeights } from "#lib/metrics/neighbor-weights.ts";
import { shuffledLisi } from "#lib/metrics/shuffled-labels.ts";
import { summarize } from "#lib/metrics/summarize.ts";
import { findNearest } from "#lib/neighbors/find-nearest.ts";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import type { LayoutHooks } from "./layout.ts";
import { runInSteps } from "./run-in-steps.ts";
import type { AbstractionResult } from "./schema.ts";

const seed = 42;
const permutations = 100;
const lisiResamples = 1000;
const shareShuffles = 5;
/** Numbers that all permutations and resamples of an index may read together; fewer are drawn of large pools. */
const readBudget = 3e9;

/** What measuring a type gave: the row that is stored, and each memory's own part in it (null = undefined). */
export type Mixing = {
  result: AbstractionResult;
  lisi: Float64Array | null;
  invariantShare: Float64Array | null;
  foreignNeighbors: Float64Array | null;
};

/**
 * How mixed the labels are among points: DBI and mean LISI (the same definitions as `daviesBouldin` and `computeLisi`)
 * with intervals, what shuffled labels give, the label sizes and the perplexity that was really used; and the
 * label-invariant share of each point.
 * @throws signal.reason when aborted
 */
export async function measureMixing(
  matrix: Matrix,
  labels: readonly string[],
  perplexity: number,
  { signal, progress }: LayoutHooks = {},
): Promise<Mixing> {
  const between = (from: number, to: number, stage: string) => (share: number) =>
    progress?.(from + (to - from) * share, stage);
  const coded = labelCodes(labels);
  const lisi = await measureLisi(matrix, coded, perplexity, {
    signal,
    progress: between(0, 0.4, "neighbours"),
  });
  const dbi = await measureDbi(matrix, labels, coded, { signal, progress: between(0.4, 0.9, "intervals") });
  const invariantShare = invariantShares(matrix, labels);
  const sizes = coded.names.map((name, code) => [name, coded.sizes[code] ?? 0] as const);
  const result: AbstractionResult = {
    n: matrix.rows,
    labels: Object.fromEntries(sizes.sort((a, b) => b[1] - a[1])),
    ...dbi,
    ...("value" in lisi
      ? { lisi: lisi.value.summary }
      : { lisi: null, lisiUndefinedBecause: lisi.undefinedBecause }),
    invariantShare: invariantShare && summarizeShares(matrix, labels, invariantShare),
  };
  const { perPoint = null, foreign = null } = "value" in lisi ? lisi.value : {};
  return { result, lisi: perPoint, invariantShare, foreignNeighbors: foreign };
}

type Dbi = Pick<AbstractionResult, "dbi" | "dbiUndefinedBecause" | "dbiInterval" | "dbiShuffled">;

async function measureDbi(
  matrix: Matrix,
  labels: readonly string[],
  coded: LabelCodes,
  { signal, progress }: LayoutHooks,
): Promise<Dbi> {
  const dbi = daviesBouldin(matrix, labels);
  if ("undefinedBecause" in dbi)
    return { dbi: null, dbiUndefinedBecause: dbi.undefinedBecause, dbiInterval: null, dbiShuffled: null };
  const affordable = readBudget / (3 * Math.max(1, matrix.data.length));
  const times = (most: number, share: number) => Math.min(most, Math.max(40, Math.floor(affordable * share)));
  const draws = { permutations: times(permutations, 1), resamples: times(200, 2), seed };
  const steps = resampleDaviesBouldin(matrix, coded, dbi.value, draws);
  const { shuffled: dbiShuffled, interval: dbiInterval } = await runInSteps(steps, signal, (share) =>
    progress?.(share, ""),
  );
  return { dbi: dbi.value, dbiInterval, dbiShuffled };
}

type Lisi = {
  summary: NonNullable<AbstractionResult["lisi"]>;
  perPoint: Float64Array;
  foreign: Float64Array;
};

async function measureLisi(
  matrix: Matrix,
  coded: LabelCodes,
  perplexity: number,
  { signal, progress }: LayoutHooks,
): Promise<Measured<Lisi>> {
  const { codes, names } = coded;
  const effective = effectivePerplexity(matrix.rows, perplexity);
  if ("undefinedBecause" in effective) return effective;
  const bad = firstNonFinite(matrix);
  if (bad >= 0)
    return { undefinedBecause: `The vector of memory ${bad + 1} holds a number that is not finite.` };
  const wanted = Math.floor(3 * effective.value) - 1;
  const onProgress = (share: number) => progress?.(share, "");
  const neighbors = await findNearest(matrix, wanted, "euclidean", { signal, onProgress });
  const { indices, k } = neighbors;
  const weights = neighborWeights(neighbors, effective.value);
  const perPoint = inverseSimpson(indices, weights, k, codes, names.length);
  const random = shuffledLisi({ indices, weights, k }, codes, names.length, { permutations, seed });
  const bootstrap = pairedBootstrap(perPoint, { resamples: lisiResamples, seed });
  const { low, high, level } = "value" in bootstrap ? bootstrap.value : { low: 0, high: 0, level: 0 };
  const summary = {
    ...summarize(perPoint),
    interval: { low, high, level, resamples: lisiResamples },
    perplexity: effective.value,
    requestedPerplexity: perplexity,
    randomLabelMean: random.mean,
    randomLabelInterval: [random.low, random.high] as [number, number],
    permutations,
    seed,
  };
  return { value: { summary, perPoint, foreign: foreignNeighbors(neighbors, coded) } };
}

/** Few rows a label make noisy means, which lower every share: shuffled labels show by how much. */
function summarizeShares(
  matrix: Matrix,
  labels: readonly string[],
  shares: Float64Array,
): AbstractionResult["invariantShare"] {
  const known = (values: Float64Array) => values.filter(Number.isFinite);
  if (known(shares).length === 0) return null;
  const random = seededRandom(seed);
  let sum = 0;
  for (let i = 0; i < shareShuffles; i++) {
    const dealt = invariantShares(matrix, shuffled(labels, random)) ?? shares;
    sum += summarize(known(dealt)).mean;
  }
  return { ...summarize(known(shares)), shuffledMean: sum / shareShuffles };
}
