import { daviesBouldin } from "#lib/metrics/davies-bouldin.ts";
import { resampleDaviesBouldin } from "#lib/metrics/davies-bouldin-resamples.ts";
import { effectivePerplexity } from "#lib/metrics/effective-perplexity.ts";
import { firstNonFinite } from "#lib/metrics/first-non-finite.ts";
import { foreignNeighbors } from "#lib/metrics/foreign-neighbors.ts";
import { invariantShareSteps } from "#lib/metrics/invariant-share.ts";
import { inverseSimpson } from "#lib/metrics/inverse-simpson.ts";
import { type LabelCodes, labelCodes } from "#lib/metrics/label-codes.ts";
import { type LabelUnits, labelUnits } from "#lib/metrics/label-units.ts";
import { lisiInterval, listsForHalves } from "#lib/metrics/lisi-interval.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import type { Measured } from "#lib/metrics/measured.ts";
import { neighborWeights } from "#lib/metrics/neighbor-weights.ts";
import { shuffledLisi } from "#lib/metrics/shuffled-labels.ts";
import { summarize } from "#lib/metrics/summarize.ts";
import { truncateNeighbors } from "#lib/metrics/truncate-neighbors.ts";
import { findNearest } from "#lib/neighbors/find-nearest.ts";
import { runInSteps } from "#lib/shared/work/run-in-steps.ts";
import type { WorkHooks } from "#lib/shared/work/work-hooks.ts";
import { reportableDbiInterval, reportableLisiInterval } from "./reportable-interval.ts";
import { type AbstractionResult, resultVersion } from "./schema.ts";

const seed = 42;
const permutations = 100;
/** Halves that a LISI interval is made of, and how many neighbors all of them together may weigh. */
const lisiHalves = 100;
const weighBudget = 5e7;
/** Numbers that all permutations and resamples of an index may read together; fewer are drawn of large pools. */
const readBudget = 3e9;

/** What is measured: a row, a label and a task each. */
export type LabeledPool = {
  matrix: Matrix;
  labels: readonly string[];
  /** What each memory was learned from: those of one task are one observation of the intervals, not several. */
  tasks: readonly string[];
};

/** What measuring a type gave: the row that is stored, and each memory's own part in it (null = undefined). */
export type Mixing = {
  result: AbstractionResult;
  lisi: Float64Array | null;
  invariantShare: Float64Array | null;
  foreignNeighbors: Float64Array | null;
};

type Sample = { matrix: Matrix; coded: LabelCodes; units: LabelUnits };

/**
 * How mixed the labels are among points: DBI and mean LISI (the same definitions as `daviesBouldin` and `computeLisi`)
 * with intervals, what shuffled labels give, the label sizes and the perplexity that was really used; and the
 * label-invariant share of each point.
 * @throws signal.reason when aborted
 */
export async function measureMixing(
  { matrix, labels, tasks }: LabeledPool,
  perplexity: number,
  { signal, progress }: WorkHooks = {},
): Promise<Mixing> {
  const between = (from: number, to: number, stage: string) => (share: number) =>
    progress?.(from + (to - from) * share, stage);
  const coded = labelCodes(labels);
  const sample = { matrix, coded, units: labelUnits(coded.codes, coded.names.length, tasks) };
  const lisi = await measureLisi(sample, perplexity, {
    signal,
    progress: between(0, 0.5, "neighbors"),
  });
  const dbi = await measureDbi(sample, labels, { signal, progress: between(0.5, 0.9, "intervals") });
  const shares = await runInSteps(invariantShareSteps(matrix, labels, { seed }), signal, (share) =>
    progress?.(0.9 + 0.1 * share, "shares"),
  );
  const sizes = coded.names.map((name, code) => [name, coded.sizes[code] ?? 0] as const);
  const result: AbstractionResult = {
    version: resultVersion,
    n: matrix.rows,
    labels: Object.fromEntries(sizes.sort((a, b) => b[1] - a[1])),
    ...dbi,
    ...("value" in lisi
      ? { lisi: lisi.value.summary }
      : { lisi: null, lisiUndefinedBecause: lisi.undefinedBecause }),
    invariantShare: shares && {
      ...summarize(shares.perPoint.filter(Number.isFinite)),
      reference: shares.reference,
      n: shares.n,
    },
  };
  const { perPoint = null, foreign = null } = "value" in lisi ? lisi.value : {};
  return { result, lisi: perPoint, invariantShare: shares?.perPoint ?? null, foreignNeighbors: foreign };
}

type Dbi = Pick<
  AbstractionResult,
  "dbi" | "dbiUndefinedBecause" | "dbiInterval" | "dbiNoIntervalBecause" | "dbiShuffled" | "dbiOfShuffled"
>;

async function measureDbi(
  { matrix, coded, units }: Sample,
  labels: readonly string[],
  { signal, progress }: WorkHooks,
): Promise<Dbi> {
  const dbi = daviesBouldin(matrix, labels);
  if ("undefinedBecause" in dbi)
    return {
      dbi: null,
      dbiUndefinedBecause: dbi.undefinedBecause,
      dbiInterval: null,
      dbiShuffled: null,
      dbiOfShuffled: null,
    };
  const affordable = readBudget / (3 * Math.max(1, matrix.data.length));
  const times = (most: number, share: number) => Math.min(most, Math.max(40, Math.floor(affordable * share)));
  const draws = { permutations: times(permutations, 1), resamples: times(200, 2), seed };
  const steps = resampleDaviesBouldin(matrix, coded, units, dbi.value, draws);
  const { shuffled, interval } = await runInSteps(steps, signal, (share) => progress?.(share, ""));
  return {
    dbi: dbi.value,
    ...reportableDbiInterval(interval, dbi.value, shuffled, units),
    dbiShuffled: shuffled,
    dbiOfShuffled: shuffled.mean > 0 ? dbi.value / shuffled.mean : null,
  };
}

type Lisi = {
  summary: NonNullable<AbstractionResult["lisi"]>;
  perPoint: Float64Array;
  foreign: Float64Array;
};

async function measureLisi(
  { matrix, coded, units }: Sample,
  perplexity: number,
  { signal, progress }: WorkHooks,
): Promise<Measured<Lisi>> {
  const { codes, names } = coded;
  const effective = effectivePerplexity(matrix.rows, perplexity);
  if ("undefinedBecause" in effective) return effective;
  const bad = firstNonFinite(matrix);
  if (bad >= 0)
    return { undefinedBecause: `The vector of memory ${bad + 1} holds a number that is not finite.` };
  const wanted = Math.floor(3 * effective.value) - 1;
  const stored = await findNearest(matrix, Math.ceil(listsForHalves * wanted), "euclidean", {
    signal,
    onProgress: (share) => progress?.(0.8 * share, ""),
  });
  const { indices, distances, k, rows } = truncateNeighbors(stored, wanted);
  const weights = neighborWeights({ indices, distances, k, rows }, effective.value);
  const perPoint = inverseSimpson(indices, weights, k, codes, names.length);
  const random = shuffledLisi({ indices, weights, k }, codes, names.length, { permutations, seed });
  const average = summarize(perPoint);
  const halves = Math.min(lisiHalves, Math.max(40, Math.floor(weighBudget / (rows * k))));
  const interval = await runInSteps(
    lisiInterval({ neighbors: stored, weights, coded, units, perplexity: effective.value }, average.mean, {
      halves,
      seed,
    }),
    signal,
    (share) => progress?.(0.8 + 0.2 * share, ""),
  );
  const summary = {
    ...average,
    ...reportableLisiInterval(interval, average.mean, units),
    perplexity: effective.value,
    requestedPerplexity: perplexity,
    randomLabelMean: random.mean,
    randomLabelInterval: [random.low, random.high] as [number, number],
    ofRandomLabels: average.mean / random.mean,
    permutations,
    seed,
  };
  return { value: { summary, perPoint, foreign: foreignNeighbors(stored, coded) } };
}
